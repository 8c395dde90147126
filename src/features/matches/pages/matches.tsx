import {
  ButtonLink,
  Card,
  EmptyState,
  formatTime,
  Layout,
  type Page,
  PageHead,
  Stack,
} from '../../../ui/index.ts';
import type { Proposal } from '../proposal.ts';
import type { MenteeRequest } from '../request.ts';

interface Props {
  page: Page;
  proposals: Proposal[];
  requests: MenteeRequest[];
}

/** What waits for her yes, for the other's, and what she asked for. */
export function MatchesPage({ page, proposals, requests }: Props) {
  const { t } = page;
  const asked = requests.filter(({ id }) => !proposals.some(({ requestId }) => requestId === id));
  return (
    <Layout page={page} title={t('matches.title')} current="me" narrow>
      <PageHead title={t('matches.title')} back={{ href: '/mentoring', label: t('mentoring.title') }} />
      {proposals.length + asked.length === 0 && (
        <EmptyState title={t('matches.none')} drawing="chairs">
          <ButtonLink href="/programs">{t('matches.to-programs')}</ButtonLink>
        </EmptyState>
      )}
      <Stack>
        {proposals.map((one) => (
          <Card as="section" lit={!one.saidYes} labelledby={`m-${one.id}`}>
            <h2 id={`m-${one.id}`}>{t(`matches.proposal.title-${one.asMentor ? 'mentor' : 'mentee'}`)}</h2>
            <p class="quiet">{one.program}</p>
            <p>
              {one.saidYes
                ? t('matches.proposal.said-yes')
                : t('matches.proposal.until', { day: formatTime(page, one.answerBy, 'day') })}
            </p>
            <ButtonLink href={`/matches/${one.id}`} look={one.saidYes ? 'plain' : 'primary'}>
              {t('matches.proposal.read')}
            </ButtonLink>
          </Card>
        ))}
        {asked.map((one) => (
          <Card as="section" labelledby={`r-${one.id}`}>
            <h2 id={`r-${one.id}`}>{one.program}</h2>
            <p>{t(one.state === 'matched' ? 'matches.standing.matched' : 'matches.standing.waits')}</p>
            <ButtonLink href={`/programs/${one.programId}/mentee`} look="plain">
              {t('matches.standing.read')}
            </ButtonLink>
          </Card>
        ))}
      </Stack>
    </Layout>
  );
}
