import { Actions, Button, ButtonLink, Form } from '../../../ui/index.ts';
import { timePath } from '../paths.ts';
import { PartyFields } from './coming-party.tsx';
import type { ComingProps } from './coming-props.ts';

/** A series is signed up for once. Missing one session keeps the place in all others. */
export function ComingSeries(p: ComingProps) {
  const { page, time, standing } = p;
  const { t } = page;
  const { capacity, seatsTaken, waiting } = time.gathering;
  const { enrolment } = standing;
  if (enrolment?.answer === 'yes') return <Enrolled {...p} />;
  if (enrolment)
    return (
      <>
        <p>{t('coming.state.waiting', { place: enrolment.place ?? 1 })}</p>
        <Leave {...p} />
      </>
    );
  const full = capacity !== null && (seatsTaken >= capacity || waiting > 0);
  const words = full ? t('coming.state.full', { place: waiting + 1 }) : t('coming.series-open');
  const label = t(full ? 'coming.join-line' : 'coming.enrol');
  return (
    <>
      <p>{words}</p>
      {page.viewer ? (
        <Form page={page} action={`/gatherings/${time.gathering.gatheringId}/enrolment`} label={label}>
          <PartyFields page={page} />
          <Actions>
            <Button>{label}</Button>
          </Actions>
        </Form>
      ) : (
        <Actions>
          <ButtonLink href={`${timePath(time)}/rsvp?answer=yes`}>{label}</ButtonLink>
        </Actions>
      )}
    </>
  );
}

function Enrolled(p: ComingProps) {
  const { page, time, standing } = p;
  const { t } = page;
  const misses = standing.mine?.answer !== 'yes';
  return (
    <>
      <p>{t(misses ? 'coming.series-missing' : 'coming.series-yes')}</p>
      <Actions>
        <Form page={page} action={`${timePath(time)}/rsvp`} inline>
          <Button look="plain" name="answer" value={misses ? 'yes' : 'no'}>
            {t(misses ? 'coming.series-back' : 'coming.series-miss')}
          </Button>
        </Form>
        <Leave {...p} />
      </Actions>
    </>
  );
}

function Leave({ page, time }: ComingProps) {
  return (
    <Form page={page} action={`/gatherings/${time.gathering.gatheringId}/enrolment/end`} inline>
      <input type="hidden" name="occurrence" value={time.occurrence.occurrenceId} />
      <Button look="text">{page.t('coming.series-leave')}</Button>
    </Form>
  );
}
