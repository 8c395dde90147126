import type { Alternative, ProposedPair, Sentence } from '../../../matching/index.ts';
import { Card, type Page, RadioGroup, Reasons, Time } from '../../../ui/index.ts';
import { said } from '../../reasons/index.ts';
import type { Board } from '../rounds.ts';

interface Props {
  page: Page;
  board: Board;
  requestId: string;
  pair?: ProposedPair;
  /** Why nobody was found for her. */
  why?: Sentence;
  alternatives: Alternative[];
}

/** One mother of the round: whom she would be introduced to, whom else, and what that would cost the others. */
export function RoundLine({ page, board, requestId, pair, why, alternatives }: Props) {
  const { t } = page;
  const waiting = board.waiting.get(requestId)!;
  const nameOf = (member: string) => board.names.get(member) ?? '';
  const options = [
    ...(pair ? [{ value: pair.mentorId, label: nameOf(pair.mentorId), hint: t('matches.board.best') }] : []),
    ...alternatives.map(({ mentorId, cost }) => ({
      value: mentorId,
      label: nameOf(mentorId),
      hint: costSaid(page, cost),
    })),
    { value: 'none', label: t('matches.board.not-now') },
  ];
  const late = waiting.promisedAt < new Date();
  return (
    <Card as="section" lit={late} labelledby={`r-${requestId}`}>
      <h2 id={`r-${requestId}`}>{nameOf(waiting.memberId)}</h2>
      <p class="quiet">
        {t(late ? 'matches.board.promised-was' : 'matches.board.promised')}{' '}
        <Time page={page} at={waiting.promisedAt} shape="date" />
      </p>
      {pair && <Reasons reasons={pair.reasons.map((reason) => said(page, reason))} />}
      {why && <p>{said(page, why)}</p>}
      <RadioGroup
        page={page}
        name={`with-${requestId}`}
        label={t('matches.board.with')}
        options={options}
        value={pair?.mentorId ?? 'none'}
        column
      />
    </Card>
  );
}

/** In words a person weighs: how many mothers would go without, or how much less well the whole round would suit. */
function costSaid({ t }: Page, { mothers, total }: Alternative['cost']): string {
  if (mothers > 0) return t('matches.board.costs-mothers', { count: mothers });
  const hundredths = Math.round(total * 100);
  return hundredths <= 0
    ? t('matches.board.costs-nothing')
    : t('matches.board.costs', { points: hundredths });
}
