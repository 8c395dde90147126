import type { Alternative, ProposedPair, Sentence } from '../../../matching/index.ts';
import { Actions, Button, Card, Disclosure, formatTime, type Page, RadioGroup } from '../../../ui/index.ts';
import { said } from '../../reasons/index.ts';
import type { Board } from '../rounds.ts';

interface Props {
  page: Page;
  programId: string;
  board: Board;
  requestId: string;
  pair?: ProposedPair;
  /** Why nobody was found for her. */
  why?: Sentence;
  alternatives: Alternative[];
}

/** So many reasons are read at a glance; the others are folded with the alternatives. */
const STRONGEST = 2;

/** One mother of the round: with whom, why, by when. Whom else, and what that would cost the others, is folded: fifty
 * of these are read in one go. */
export function RoundLine({ page, programId, board, requestId, pair, why, alternatives }: Props) {
  const { t } = page;
  const waiting = board.waiting.get(requestId)!;
  const nameOf = (member: string) => board.names.get(member) ?? '';
  const mother = nameOf(waiting.memberId);
  const title = pair ? t('matches.board.pair', { mother, mentor: nameOf(pair.mentorId) }) : mother;
  const late = waiting.promisedAt < new Date();
  const by = t(late ? 'matches.board.promised-was' : 'matches.board.promised', {
    day: formatTime(page, waiting.promisedAt, 'date'),
  });
  const reasons = (pair ? pair.reasons : why ? [why] : []).map((reason) => said(page, reason));
  const first = waiting.handedOver ? [t('matches.board.handed-over')] : [];
  const hint = [...first, ...reasons.slice(0, STRONGEST), by].join(' · ');
  if (!pair && alternatives.length === 0)
    return (
      <Card as="li" quiet>
        <h3>{title}</h3>
        <p class="quiet">{hint}</p>
      </Card>
    );
  return (
    <li>
      <Disclosure summary={title} hint={hint}>
        {reasons.length > STRONGEST && <p class="quiet">{reasons.slice(STRONGEST).join(' · ')}</p>}
        <RadioGroup
          page={page}
          name={`with-${requestId}`}
          label={t('matches.board.with', { mother })}
          options={[
            ...(pair
              ? [{ value: pair.mentorId, label: nameOf(pair.mentorId), hint: t('matches.board.best') }]
              : []),
            ...alternatives.map(({ mentorId, cost, keptFree }) => ({
              value: mentorId,
              label: nameOf(mentorId),
              hint: [costSaid(page, cost), ...(keptFree ? [said(page, keptFree)] : [])].join(' · '),
            })),
            { value: 'none', label: t('matches.board.not-now') },
          ]}
          value={pair?.mentorId ?? 'none'}
          column
        />
        <Actions>
          <Button
            look="text"
            name="apart"
            value={requestId}
            formaction={`/community/programs/${programId}/board/apart`}
          >
            {t('matches.board.keep-apart')}
          </Button>
        </Actions>
      </Disclosure>
    </li>
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
