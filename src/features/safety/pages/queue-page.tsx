import type { Page } from '../../../ui/index.ts';
import {
  Card,
  Chip,
  EmptyState,
  Layout,
  PageHead,
  PostText,
  Section,
  Stack,
  Time,
} from '../../../ui/index.ts';
import type { Case } from '../moderation.ts';

/** What waits for a moderator: danger first, then the longest wait. */
export function QueuePage({ page, waiting, closed }: { page: Page; waiting: Case[]; closed: Case[] }) {
  const { t } = page;
  return (
    <Layout page={page} title={t('safety.queue-title')}>
      <PageHead
        title={t('safety.queue-title')}
        lead={t('safety.queue-lead', { count: waiting.length })}
        back={{ href: '/me', label: t('ui.nav.me') }}
      />
      {waiting.length === 0 && <EmptyState drawing="porch" title={t('safety.queue-none')} />}
      <Stack list>
        {waiting.map((one) => (
          <Card as="li" lit={one.reason === 'danger'}>
            <CaseLines page={page} case={one} />
          </Card>
        ))}
      </Stack>
      {closed.length > 0 && (
        <Section title={t('safety.closed')} id="closed">
          <Stack list>
            {closed.map((one) => (
              <Card as="li" quiet>
                <CaseLines page={page} case={one} under />
              </Card>
            ))}
          </Stack>
        </Section>
      )}
    </Layout>
  );
}

function CaseLines({ page, case: one, under }: { page: Page; case: Case; under?: boolean }) {
  const { t } = page;
  const Heading = under ? 'h3' : 'h2';
  return (
    <>
      <div class="chips">
        <Chip tint={one.reason === 'danger' ? 'rose' : 'sky'}>{t(`safety.reason.${one.reason}`)}</Chip>
      </div>
      <Heading>
        <a href={`/moderation/${one.reportId}`}>{t(`safety.about-${one.kind}`, { name: one.name })}</a>
      </Heading>
      {one.text && <PostText text={beginning(one.text)} />}
      <p class="quiet">
        {placeOf(page, one)} <Time page={page} at={one.createdAt} />
      </p>
    </>
  );
}

/** The circle it happened in; one the moderator may not know of stays unnamed. */
export const placeOf = (page: Page, { inCircle, circle }: Case): string =>
  !inCircle ? '' : circle ? `${circle} · ` : `${page.t('safety.unlisted-circle')} · `;

/** About two lines, and never half a word. */
const beginning = (text: string): string =>
  text.length > 160 ? `${text.slice(0, 160).replace(/\s+\S*$/, '')}…` : text;
