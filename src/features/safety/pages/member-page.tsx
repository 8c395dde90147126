import type { Page } from '../../../ui/index.ts';
import { Button, ButtonLink, Face, Form, Layout, PageHead, PostText, Section } from '../../../ui/index.ts';
import { circleName } from '../../circle-names/index.ts';
import type { Fellow } from '../member.ts';

/** What her fellow members see of a member: her name, her story, the circles they share. */
export function MemberPage({ page, member, me }: { page: Page; member: Fellow; me: boolean }) {
  const { t } = page;
  return (
    <Layout page={page} title={member.name} narrow>
      <Face name={member.name} large />
      <PageHead title={member.name} lead={me ? t('safety.this-is-you') : undefined} />
      <div class="flow">
        {member.about ? <PostText text={member.about} /> : <p class="quiet">{t('safety.no-story')}</p>}
        {me && (
          <ButtonLink href="/me/details" look="plain" icon="edit">
            {t('safety.edit-story')}
          </ButtonLink>
        )}
        {member.mayWrite && (
          <ButtonLink href={`/members/${member.memberId}/message`} look="plain" icon="message">
            {t('safety.write', { name: member.name })}
          </ButtonLink>
        )}
      </div>
      {member.shared.length > 0 && (
        <Section title={t(me ? 'safety.your-circles' : 'safety.shared')} id="shared">
          <ul class="prose">
            {member.shared.map(({ circleId, circle }) => (
              <li>
                <a href={`/circles/${circleId}`}>{circleName(page, circle)}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {!me && (
        <div class="asides section">
          <Form page={page} action={`/members/${member.memberId}/mute`} inline>
            <Button look="text" label={t('safety.mute-for-me-hint', { name: member.name })}>
              {t('safety.mute-for-me')}
            </Button>
          </Form>
          <a href={`/members/${member.memberId}/block`}>{t('safety.block')}</a>
          <a href={`/reports/new?kind=member&id=${member.memberId}`}>{t('safety.report')}</a>
        </div>
      )}
    </Layout>
  );
}
