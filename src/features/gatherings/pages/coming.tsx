import type { PropsWithChildren } from 'hono/jsx';
import { Button, ButtonLink, Disclosure, Form, Section } from '../../../ui/index.ts';
import { mayMark } from '../attendance.ts';
import { timePath } from '../paths.ts';
import { ComingParty } from './coming-party.tsx';
import { ComingPeople, Together } from './coming-people.tsx';
import { type ComingProps, isFull } from './coming-props.ts';
import { ComingSeries } from './coming-series.tsx';
import { Said, stateWords } from './coming-words.tsx';

/** Are you coming? Three plain buttons, one tap each; what else there is to say waits below. */
export function Coming(p: ComingProps & { now: Date }) {
  const { page, time, now } = p;
  const { t } = page;
  const { gathering, occurrence } = time;
  if (gathering.cancelledAt || occurrence.cancelledAt) return null;
  if (occurrence.endsAt <= now) return <Ways {...p} />;
  const series = gathering.signUp === 'series';
  const { hosts, mine, enrolment } = p.standing;
  const asks = series ? <ComingSeries {...p} /> : <Occurrence {...p} />;
  const isAsked = !hosts || mine !== null || enrolment !== null;
  const title = series ? 'coming.title-series' : 'coming.title';
  return (
    <Section title={t(isAsked ? title : 'coming.title-host')} id="coming">
      <Said {...p} />
      {isAsked ? asks : <Host {...p}>{asks}</Host>}
      <ComingPeople {...p} />
      <Ways {...p} />
    </Section>
  );
}

/** Online nobody is brought along, and nobody walks in beside her. */
const hasDoor = ({ time }: ComingProps): boolean => time.gathering.place !== 'online';

/** Whose gathering it is comes anyway. Where places are counted she may take one like everybody. */
function Host({ children, ...p }: PropsWithChildren<ComingProps>) {
  const { page, time } = p;
  const { t } = page;
  const counted = hasDoor(p) || time.occurrence.capacity !== null;
  return (
    <>
      <p>{t('coming.host', { count: time.occurrence.seatsTaken })}</p>
      {counted && (
        <Disclosure summary={t('coming.host-place')} hint={t('coming.host-place-hint')} calm>
          {children}
        </Disclosure>
      )}
    </>
  );
}

function Occurrence(p: ComingProps) {
  const { page, standing } = p;
  return (
    <>
      <p>{stateWords(p)}</p>
      <Answers {...p} />
      <Together {...p} />
      {page.viewer && standing.mine?.answer !== 'no' && hasDoor(p) && <ComingParty {...p} />}
    </>
  );
}

/** The three buttons. Who is not signed in is led there and back to the same button. */
function Answers({ page, time, standing }: ComingProps) {
  const { t } = page;
  const { mine, said } = standing;
  const path = `${timePath(time)}/rsvp`;
  const waits = mine?.answer !== 'yes' && isFull(time);
  const now = mine?.answer === 'waiting' ? 'yes' : mine?.answer;
  const yesLabel = t(
    mine?.answer === 'waiting' ? 'coming.on-line' : waits ? 'coming.join-line' : 'coming.yes',
  );
  const buttons = [
    { answer: 'yes', label: yesLabel, icon: 'check' },
    { answer: 'maybe', label: t('coming.maybe'), icon: undefined },
    {
      answer: 'no',
      label: t(mine?.answer === 'waiting' ? 'coming.leave-line' : 'coming.no'),
      icon: undefined,
    },
  ] as const;
  const lookOf = (answer: string) => (answer === (said.wanted ?? 'yes') && !mine ? 'primary' : 'plain');
  if (!page.viewer)
    return (
      <div class="coming-answers">
        {buttons.map(({ answer, label }) => (
          <ButtonLink href={`${path}?answer=${answer}`} look={lookOf(answer)}>
            {label}
          </ButtonLink>
        ))}
      </div>
    );
  return (
    <Form page={page} action={path} label={t('coming.title')}>
      <div class="coming-answers">
        {buttons.map(({ answer, label, icon }) => (
          <Button
            name="answer"
            value={answer}
            look={lookOf(answer)}
            icon={now === answer ? icon : undefined}
            pressed={mine ? now === answer : undefined}
          >
            {label}
          </Button>
        ))}
      </div>
    </Form>
  );
}

/** What else belongs to it, for those who run it or have a place; also when it is over. */
function Ways({ page, time, standing }: ComingProps) {
  const { t } = page;
  const { gathering } = time;
  const marks = standing.runs && mayMark(time.occurrence.startsAt);
  // A walk hands nothing out; what repeats, or teaches, may.
  const teaches = gathering.rule !== null || gathering.kind === 'class' || gathering.kind === 'workshop';
  const reads = standing.handedOut || (standing.runs && teaches);
  if (!marks && !reads) return null;
  return (
    <p class="asides">
      {marks && <a href={`${timePath(time)}/attendance`}>{t('coming.attendance')}</a>}
      {reads && <a href={`/gatherings/${gathering.gatheringId}/materials`}>{t('coming.materials')}</a>}
    </p>
  );
}
