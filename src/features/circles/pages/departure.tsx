import { Actions, Button, ButtonLink, Form, Layout, type Page, PageHead } from '../../../ui/index.ts';
import { circleName } from '../../circle-names/index.ts';
import type { Circle } from '../circle.ts';
import type { Parting } from '../membership.ts';

/** Only where leaving does something to others: the keys pass on, or the circle ends. */
export function DeparturePage({ page, circle, parting }: { page: Page; circle: Circle; parting: Parting }) {
  const { t } = page;
  const words =
    parting.kind === 'keys'
      ? t('circles.leave-keys', { name: parting.heir })
      : t(parting.kind === 'closes' ? 'circles.leave-closes' : 'circles.leave-plain');
  return (
    <Layout
      page={page}
      title={t('circles.leave-title', { name: circleName(page, circle) })}
      current="circles"
      narrow
    >
      <PageHead title={t('circles.leave-title', { name: circleName(page, circle) })} lead={words} />
      <Form page={page} action={`/circles/${circle.circleId}/departure`}>
        <input type="hidden" name="confirmed" value="yes" />
        <Actions>
          <Button look={parting.kind === 'closes' ? 'danger' : 'primary'}>{t('circles.leave')}</Button>
          {parting.kind === 'keys' && (
            <ButtonLink href={`/circles/${circle.circleId}/succession`} look="plain">
              {t('circles.leave-name-first')}
            </ButtonLink>
          )}
          <ButtonLink href={`/circles/${circle.circleId}`} look="text">
            {t('circles.stay')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
