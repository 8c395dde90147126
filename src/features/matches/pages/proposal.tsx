import {
  Actions,
  Button,
  Card,
  Form,
  formatTime,
  Layout,
  Note,
  type Page,
  PageHead,
  Reasons,
} from '../../../ui/index.ts';
import { said } from '../../reasons/index.ts';
import type { Proposal } from '../proposal.ts';
import { MentorWords } from './mentor-words.tsx';

/** Somebody who may suit her, on either side: why, and two buttons. */
export function ProposalPage({ page, proposal }: { page: Page; proposal: Proposal }) {
  const { t } = page;
  const side = proposal.asMentor ? 'mentor' : 'mentee';
  const title = t(`matches.proposal.title-${side}`);
  return (
    <Layout page={page} title={title} current="me" narrow>
      <PageHead
        title={title}
        lead={proposal.program}
        back={{ href: '/matches', label: t('matches.title') }}
      />
      <Card as="section" lit labelledby="why">
        <h2 id="why">{t(`matches.proposal.why-${side}`)}</h2>
        {proposal.asMentor ? (
          <Reasons reasons={proposal.reasons.map((reason) => said(page, reason))} />
        ) : (
          <MentorWords page={page} {...proposal} />
        )}
      </Card>
      {proposal.saidYes ? (
        <Note icon="check">{t('matches.proposal.said-yes')}</Note>
      ) : (
        <p class="quiet">
          {t('matches.proposal.names')}{' '}
          {t('matches.proposal.until', { day: formatTime(page, proposal.answerBy, 'day') })}
        </p>
      )}
      <Actions>
        {!proposal.saidYes && (
          <Form page={page} action={`/matches/${proposal.id}/acceptance`} inline>
            <Button>{t(`matches.proposal.yes-${side}`)}</Button>
          </Form>
        )}
        <Form page={page} action={`/matches/${proposal.id}/refusal`} inline>
          <Button look="plain">{t('matches.proposal.no')}</Button>
        </Form>
      </Actions>
      <p class="quiet">{t('matches.proposal.no-blame')}</p>
    </Layout>
  );
}
