import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  Card,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  Section,
  Time,
} from '../../../ui/index.ts';
import type { Mentor } from '../mentor.ts';
import type { Program } from '../program.ts';
import { CheckList } from './check-list.tsx';
import { MentorFacts } from './mentor-facts.tsx';
import { missingWords } from './mentors-page.tsx';

export interface KeptMentorProps {
  page: Page;
  program: Program;
  mentor: Mentor;
  /** The coordinator who looks. */
  me: string;
  /** 'YYYY-MM-DD' in her zone. */
  today: string;
  refused?: { raw: Raw; errors: Errors };
}

/** One who applied or mentors: what she said, what was seen done, yes or not now. */
export function KeptMentorPage(props: KeptMentorProps) {
  const { page, program, mentor, refused } = props;
  const { t } = page;
  const active = mentor.state === 'applied' || mentor.state === 'approved';
  return (
    <Layout page={page} title={mentor.name} current="me">
      <PageHead
        title={mentor.name}
        back={{ href: `/community/programs/${program.id}/mentors`, label: t('programs.mentors.list') }}
      >
        <p class="quiet">
          {t(`programs.mentor-state.${mentor.state}`, { name: mentor.decidedBy ?? 'nobody' })} ·{' '}
          <Time page={page} at={mentor.decidedAt ?? mentor.appliedAt} />
        </p>
      </PageHead>
      <ErrorSummary page={page} errors={refused?.errors} />
      {mentor.state === 'applied' && <Talking {...props} />}
      <Section id="said" title={t('programs.kept-mentor.said')}>
        <MentorFacts page={page} program={program} mentor={mentor} />
      </Section>
      {active && <CheckList {...props} />}
      {mentor.state === 'applied' && <Deciding {...props} />}
      {mentor.state === 'approved' && mentor.missing.length > 0 && (
        <Note tone="warm">{t('programs.kept-mentor.now-missing', { what: missingWords(page, mentor) })}</Note>
      )}
      {mentor.leavingAt && <Note icon="moon">{t('programs.kept-mentor.stops')}</Note>}
      {mentor.state === 'approved' && mentor.memberId !== props.me && (
        <p>
          <a href={`/community/programs/${program.id}/mentors/${mentor.memberId}/removal`}>
            {t('programs.removal.link')}
          </a>
        </p>
      )}
    </Layout>
  );
}

/** Who will talk with her: she sees the name. */
function Talking({ page, program, mentor, me }: KeptMentorProps) {
  const { t } = page;
  const action = `/community/programs/${program.id}/mentors/${mentor.memberId}/talk`;
  if (mentor.memberId === me) return <Note>{t('programs.error.yourself')}</Note>;
  const mine = mentor.talksWith?.memberId === me;
  return (
    <Card>
      <p>
        {mentor.talksWith
          ? mine
            ? t('programs.talk.you', { name: mentor.name })
            : t('programs.talk.other', { who: mentor.talksWith.name, name: mentor.name })
          : t('programs.talk.nobody', { name: mentor.name })}
      </p>
      <Form page={page} action={action} inline>
        {mine ? (
          <Button look="text">{t('programs.talk.not')}</Button>
        ) : (
          <Button look="plain" name="will" value="yes">
            {t('programs.talk.will')}
          </Button>
        )}
      </Form>
    </Card>
  );
}

/** Yes, or not now. A yes waits for what the program asks. */
function Deciding({ page, program, mentor }: KeptMentorProps) {
  const { t } = page;
  const here = `/community/programs/${program.id}/mentors/${mentor.memberId}`;
  const ready = mentor.missing.length === 0;
  return (
    <Section id="decide" title={t('programs.decide.title')}>
      <p class="quiet">
        {ready
          ? t('programs.decide.ready')
          : t('programs.decide.missing', { what: missingWords(page, mentor) })}
      </p>
      <Actions>
        <Form page={page} action={`${here}/approval`} inline>
          <Button look={ready ? 'primary' : 'plain'}>{t('programs.decide.yes')}</Button>
        </Form>
        <Form page={page} action={`${here}/decline`} inline>
          <Button look="text">{t('programs.decide.no')}</Button>
        </Form>
      </Actions>
      <p class="quiet">{t('programs.decide.no-hint')}</p>
    </Section>
  );
}
