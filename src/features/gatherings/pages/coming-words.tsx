import type { Translate } from '../../../platform/i18n/index.ts';
import { Button, Form, Note } from '../../../ui/index.ts';
import type { Outcome } from '../coming.ts';
import { timePath } from '../paths.ts';
import { type ComingProps, isFull } from './coming-props.ts';

const SPOKEN = new Set(['yes', 'maybe', 'no', 'none', 'waiting', 'full', 'too-many', 'series'] as const);
/** What there are words for on a page. */
export type Spoken = typeof SPOKEN extends Set<infer T> ? T : never;
export const isSpoken = (outcome: string | null): outcome is Spoken => SPOKEN.has(outcome as Spoken);

/** What became of her answer, said away from its page. */
export const spokenWords = (t: Translate, outcome: Exclude<Outcome, 'absent'>): string =>
  isSpoken(outcome) ? t(`coming.said.${outcome}`) : t(`coming.${outcome}`);

/** What just came of her tap, in words that never blame, and the one tap that takes it back. */
export function Said({ page, time, standing: { said, mine, enrolment } }: ComingProps) {
  const { t } = page;
  if (enrolment?.answer === 'yes' && said.outcome === 'no') return null; // she misses one session and keeps her place
  const now = mine?.answer === 'waiting' ? 'yes' : (mine?.answer ?? 'none');
  const back = said.before && said.before !== now ? said.before : null;
  if (!page.viewer || !isSpoken(said.outcome)) return null;
  return (
    <Note tone="warm">
      <p role="status">{t(`coming.said.${said.outcome}`)}</p>
      {back && time.gathering.signUp === 'occurrence' && (
        <Form page={page} action={`${timePath(time)}/rsvp`} inline>
          <Button look="text" name="answer" value={back}>
            {t('coming.undo')}
          </Button>
        </Form>
      )}
    </Note>
  );
}

/** How she stands, in a sentence. Numbers only where they comfort. */
export function stateWords({ page, time, standing: { mine } }: ComingProps): string {
  const { t } = page;
  const { capacity, seatsTaken, waiting } = time.occurrence;
  const party = 1 + (mine?.guests ?? 0) + (mine?.children ?? 0);
  if (mine?.answer === 'yes') return t('coming.state.yes', { party });
  if (mine?.answer === 'maybe') return t('coming.state.maybe');
  if (mine?.answer === 'no') return t('coming.state.no');
  if (mine?.answer === 'waiting') {
    const free = capacity === null ? 0 : capacity - seatsTaken;
    const line = t('coming.state.waiting', { place: mine.place ?? 1 });
    return mine.place === 1 && free > 0 ? `${line} ${t('coming.room-for', { free, party })}` : line;
  }
  if (isFull(time)) return t('coming.state.full', { place: waiting + 1 });
  return seatsTaken >= 3 ? t('coming.company', { count: seatsTaken }) : t('coming.state.open');
}
