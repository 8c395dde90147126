import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Disclosure,
  Form,
  formatTime,
  Layout,
  type Page,
  PageHead,
} from '../../../ui/index.ts';
import type { Program } from '../../programs/index.ts';
import type { Proposal } from '../proposal.ts';
import type { MenteeRequest } from '../request.ts';

interface Props {
  page: Page;
  program: Program;
  request: MenteeRequest;
  proposal: Proposal | undefined;
}

/** Where it stands: what happens next and by when, and how to take it back. */
export function StandingPage({ page, program, request, proposal }: Props) {
  const { t } = page;
  return (
    <Layout page={page} title={t('matches.standing.title')} current="me" narrow>
      <PageHead
        title={t('matches.standing.title')}
        back={{ href: `/programs/${program.id}`, label: program.name }}
      />
      {request.state === 'matched' ? (
        <Card as="section" lit>
          <p>{t('matches.standing.matched')}</p>
          <Actions>
            <ButtonLink href="/pairs">{t('matches.standing.to-pair')}</ButtonLink>
          </Actions>
        </Card>
      ) : (
        <Waiting page={page} program={program} request={request} proposal={proposal} />
      )}
    </Layout>
  );
}

function Waiting({ page, program, request, proposal }: Props) {
  const { t } = page;
  const here = `/programs/${program.id}/mentee`;
  const late = request.promisedAt < new Date();
  const next = program.nextRoundAt;
  const day = (at: Date) => formatTime(page, at, 'day');
  return (
    <>
      <Card as="section" lit>
        {request.handedOver && <p>{t('matches.standing.handed-over')}</p>}
        {late && <p>{t('matches.standing.late', { day: day(request.promisedAt) })}</p>}
        <Next page={page} program={program} request={request} proposal={proposal} />
        <p class="quiet">
          {t('matches.standing.asked', { day: day(request.askedAt) })}{' '}
          {!late && t('matches.standing.promised', { day: day(request.promisedAt) })}{' '}
          {next && next > new Date() && t('matches.standing.next-round', { day: day(next) })}
        </p>
      </Card>
      <p>{t('matches.standing.meanwhile')}</p>
      <Actions>
        <ButtonLink href="/callbacks/new" look="plain">
          {t('matches.first-help.callback')}
        </ButtonLink>
        <ButtonLink href={`${here}/wishes`} look="text">
          {t('matches.standing.change')}
        </ButtonLink>
      </Actions>
      <Disclosure summary={t('matches.standing.withdraw')}>
        <p>{t('matches.standing.withdraw-lead')}</p>
        <Form page={page} action={`${here}/withdrawal`} inline>
          <Button look="plain">{t('matches.standing.withdraw-do')}</Button>
        </Form>
      </Disclosure>
    </>
  );
}

function Next({ page, program, request, proposal }: Props) {
  const { t } = page;
  if (proposal?.saidYes) return <p>{t('matches.standing.waits-for-mentor')}</p>;
  if (proposal)
    return (
      <>
        <p>{t('matches.standing.proposed')}</p>
        <Actions>
          <ButtonLink href={`/matches/${proposal.id}`}>{t('matches.standing.to-proposal')}</ButtonLink>
        </Actions>
      </>
    );
  if (request.chooses)
    return (
      <>
        <p>{t('matches.standing.choose')}</p>
        <Actions>
          <ButtonLink href={`/programs/${program.id}/suggestions`}>
            {t('matches.standing.to-suggestions')}
          </ButtonLink>
        </Actions>
      </>
    );
  return <p>{t('matches.standing.coordinator')}</p>;
}
