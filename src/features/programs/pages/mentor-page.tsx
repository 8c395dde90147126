import {
  Actions,
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  RadioGroup,
  Section,
} from '../../../ui/index.ts';
import { ROOM } from '../forms.ts';
import type { Mentor } from '../mentor.ts';
import type { Program } from '../program.ts';
import { AgreeAnew } from './agree-anew.tsx';
import { MentorFacts } from './mentor-facts.tsx';
import { NotedSoFar } from './noted-so-far.tsx';

interface Props {
  page: Page;
  program: Program;
  mentor: Mentor;
  /** How many mothers she is with. */
  carries: number;
  errors?: Errors;
}

/** A mentor's own page in a program: where it stands, her room, her rest, what she said, the way out. */
export function MentorPage({ page, program, mentor, carries, errors }: Props) {
  const { t } = page;
  const anew = mentor.agreedTo === program.agreementVersion ? [] : [program];
  return (
    <Layout page={page} title={t('programs.mentor.title')} current="me" narrow>
      <PageHead
        title={t('programs.mentor.title')}
        lead={t('programs.mentor.lead', { name: program.name })}
        back={{ href: `/programs/${program.id}`, label: program.name }}
      />
      <ErrorSummary page={page} errors={errors} />
      <AgreeAnew page={page} programs={anew} />
      {mentor.state === 'applied' ? (
        <Waiting page={page} program={program} mentor={mentor} />
      ) : (
        <Resting page={page} program={program} mentor={mentor} carries={carries} />
      )}
      {/* Nobody new comes to one who stops: how many is no question then. */}
      {mentor.leavingAt === null && (
        <Room page={page} program={program} mentor={mentor} carries={carries} errors={errors} />
      )}
      <Section id="said" title={t('programs.mentor.said')}>
        <MentorFacts page={page} program={program} mentor={mentor} />
        <Actions>
          <ButtonLink href={`/programs/${program.id}/mentor/change`} look="plain" icon="edit">
            {t('programs.mentor.change')}
          </ButtonLink>
          <ButtonLink href={`/programs/${program.id}/mentor/leaving`} look="text">
            {t(mentor.state === 'applied' ? 'programs.mentor.withdraw' : 'programs.mentor.leave')}
          </ButtonLink>
        </Actions>
      </Section>
    </Layout>
  );
}

type Hers = Omit<Props, 'carries' | 'errors'>;

/** Where her application stands, and what was noted so far. */
function Waiting({ page, program, mentor }: Hers) {
  const { t } = page;
  return (
    <Card lit>
      <h2>{t('programs.waiting.title')}</h2>
      <p>
        {mentor.talksWith
          ? t('programs.waiting.will-talk', { name: mentor.talksWith.name })
          : t(program.needs.interview ? 'programs.waiting.someone' : 'programs.waiting.looking')}
      </p>
      <NotedSoFar page={page} program={program} mentor={mentor} />
    </Card>
  );
}

/** "Not this month", and back: one tap each. Also back from stopping after those she is with. */
function Resting({ page, program, mentor, carries }: Hers & { carries: number }) {
  const { t } = page;
  const stops = mentor.leavingAt !== null;
  const rests = mentor.pausedAt !== null;
  const said = stops ? 'stopping' : rests ? 'resting' : 'approved';
  return (
    <Card lit={!rests}>
      <h2>{t(`programs.${said}.title`)}</h2>
      <p>{t(`programs.${said}.text`, { carries })}</p>
      <Form page={page} action={`/programs/${program.id}/mentor/${rests ? 'return' : 'pause'}`} inline>
        <Button look={rests ? 'primary' : 'plain'} icon={rests ? 'sun' : 'moon'}>
          {t(stops ? 'programs.stopping.stay' : rests ? 'programs.resting.back' : 'programs.approved.pause')}
        </Button>
      </Form>
      {carries > 0 && (
        <p>
          <a href="/pairs">{t('programs.mentor.pairs')}</a>
        </p>
      )}
    </Card>
  );
}

/** How many at once. What she carries already is never taken from her. */
function Room({ page, program, mentor, carries, errors }: Props) {
  const { t } = page;
  return (
    <Section id="room" title={t('programs.room.title')}>
      {carries > mentor.capacity && <Note tone="warm">{t('programs.room.below', { carries })}</Note>}
      <Form page={page} action={`/programs/${program.id}/mentor/room`}>
        <RadioGroup
          page={page}
          name="capacity"
          label={t('programs.room.label')}
          hint={t('programs.room.hint')}
          options={ROOM.map((n) => ({ value: String(n), label: String(n) }))}
          value={String(mentor.capacity)}
          error={errors?.capacity}
        />
        <Actions>
          <Button look="plain">{t('programs.room.keep')}</Button>
        </Actions>
      </Form>
    </Section>
  );
}
