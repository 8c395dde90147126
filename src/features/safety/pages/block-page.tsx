import type { Page } from '../../../ui/index.ts';
import { Actions, Button, ButtonLink, Form, Layout, PageHead } from '../../../ui/index.ts';
import type { Fellow } from '../member.ts';

/** What a block does, before she makes one. */
export function BlockPage({ page, member }: { page: Page; member: Fellow }) {
  const { t } = page;
  const title = t('safety.block-title', { name: member.name });
  const keepsAnEye = (who: 'her' | 'viewer') =>
    member.shared.some(({ lookedAfterBy }) => lookedAfterBy === who || lookedAfterBy === 'both');
  return (
    <Layout page={page} title={title} narrow>
      <PageHead title={title} lead={t('safety.block-lead', { name: member.name })} />
      <div class="flow">
        <ul class="prose">
          <li>{t('safety.block-both')}</li>
          {keepsAnEye('her') && <li>{t('safety.block-her-circle', { name: member.name })}</li>}
          {keepsAnEye('viewer') && <li>{t('safety.block-my-circle', { name: member.name })}</li>}
          <li>{t('safety.block-untold')}</li>
          <li>{t('safety.block-nameless')}</li>
          <li>{t('safety.block-messages')}</li>
          <li>{t('safety.block-back')}</li>
        </ul>
        <Form page={page} action={`/members/${member.memberId}/block`}>
          <Actions>
            <Button>{t('safety.block')}</Button>
            <ButtonLink href={`/members/${member.memberId}`} look="text">
              {t('safety.not-now')}
            </ButtonLink>
          </Actions>
        </Form>
      </div>
    </Layout>
  );
}
