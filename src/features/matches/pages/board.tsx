import type { ProposedPair } from '../../../matching/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  Section,
  Stack,
  TextInput,
} from '../../../ui/index.ts';
import type { Program } from '../../programs/index.ts';
import { asWorded } from '../answers.ts';
import type { Board } from '../rounds.ts';
import { RoundLine } from './round-line.tsx';

interface Props {
  page: Page;
  program: Program;
  board: Board;
}

/** With more pairs than these the button stands above them as well. */
const AT_A_GLANCE = 5;

/** A whole round: whom the engine would bring together, why, and what anything else would cost. Approved in one act. */
export function BoardPage({ page, program, board }: Props) {
  const { t } = page;
  const { pairs, unmatched } = board.round;
  const here = `/community/programs/${program.id}`;
  const places = [...board.mentors.values()].reduce((sum, one) => sum + one.capacityLeft, 0);
  return (
    <Layout page={page} title={t('matches.board.title')} current="me">
      <PageHead
        title={t('matches.board.title')}
        lead={t('matches.board.lead', { waiting: board.waiting.size, places })}
        back={{ href: here, label: program.name }}
      >
        <Actions>
          <ButtonLink href={`${here}/weights`} look="plain">
            {t('matches.weights.title')}
          </ButtonLink>
          <ButtonLink href={`${here}/apart`} look="text">
            {t('matches.apart.title')}
          </ButtonLink>
        </Actions>
      </PageHead>
      {pairs.length + unmatched.length === 0 && (
        <EmptyState title={t('matches.board.nobody')} drawing="chairs">
          <p>{t('matches.board.nobody-lead')}</p>
        </EmptyState>
      )}
      {pairs.length + unmatched.length > 0 && <Lines page={page} program={program} board={board} />}
      {board.elsewhere.length > 0 && (
        <Note>{t('matches.board.elsewhere', { count: board.elsewhere.length })}</Note>
      )}
      <Section id="next" title={t('matches.board.next')}>
        <Card as="div" quiet>
          <Form page={page} action={`${here}/board/next`}>
            <TextInput
              page={page}
              name="date"
              type="date"
              label={t('matches.board.next-day')}
              hint={t('matches.board.next-hint')}
              optional
              value={program.nextRoundAt?.toISOString().slice(0, 10)}
            />
            <Actions>
              <Button look="plain">{t('matches.board.next-keep')}</Button>
            </Actions>
          </Form>
        </Card>
      </Section>
    </Layout>
  );
}

/** Whoever lost her mentor or has waited too long stands first; those nobody suits yet come last, with what giving them one would cost. */
function Lines({ page, program, board }: Props) {
  const { t } = page;
  const { pairs, unmatched } = board.round;
  const handedOver = pairs.filter(({ menteeId }) => board.waiting.get(menteeId)!.handedOver);
  const others = pairs.filter((pair) => !handedOver.includes(pair));
  const late = others.filter((pair) => promised(board, pair) < Date.now());
  const inTime = others.filter((pair) => !late.includes(pair));
  const some = pairs.length > 0 || unmatched.some(({ alternatives }) => alternatives.length > 0);
  const approve = some && (
    <Actions>
      <Button>
        {t('matches.board.approve')} <span data-chosen="with-" hidden />
      </Button>
    </Actions>
  );
  return (
    <Form page={page} action={`/community/programs/${program.id}/board`}>
      {some && <p class="quiet">{t('matches.board.approve-hint')}</p>}
      {pairs.length > AT_A_GLANCE && approve}
      {handedOver.length > 0 && (
        <Section id="first" title={t('matches.board.first', { count: handedOver.length })}>
          <Pairs page={page} program={program} board={board} pairs={handedOver} />
        </Section>
      )}
      {late.length > 0 && (
        <Section id="late" title={t('matches.board.late', { count: late.length })}>
          <Pairs page={page} program={program} board={board} pairs={late} />
        </Section>
      )}
      {inTime.length > 0 && (
        <Section id="pairs" title={t('matches.board.pairs', { count: inTime.length })}>
          <Pairs page={page} program={program} board={board} pairs={inTime} />
        </Section>
      )}
      {unmatched.length > 0 && (
        <Section
          id="unmatched"
          title={t('matches.board.unmatched')}
          aside={t('matches.board.unmatched-hint')}
        >
          <Stack list>
            {inOrder(board, unmatched).map(({ menteeId, why, alternatives }) => (
              <RoundLine
                page={page}
                programId={program.id}
                board={board}
                requestId={menteeId}
                why={why}
                alternatives={alternatives}
              />
            ))}
          </Stack>
        </Section>
      )}
      {approve}
    </Form>
  );
}

function Pairs({ page, program, board, pairs }: Props & { pairs: ProposedPair[] }) {
  return (
    <Stack list>
      {inOrder(board, pairs).map((pair) => (
        <RoundLine
          page={page}
          programId={program.id}
          board={board}
          requestId={pair.menteeId}
          pair={{ ...pair, reasons: asWorded(program, pair.reasons) }}
          alternatives={pair.alternatives}
        />
      ))}
    </Stack>
  );
}

const promised = (board: Board, { menteeId }: { menteeId: string }) =>
  board.waiting.get(menteeId)!.promisedAt.getTime();
/** Whoever lost her mentor, then by what each was promised, the earliest first. */
const inOrder = <T extends { menteeId: string }>(board: Board, lines: readonly T[]): T[] => {
  const first = ({ menteeId }: T) => Number(!board.waiting.get(menteeId)!.handedOver);
  return lines.toSorted((a, b) => first(a) - first(b) || promised(board, a) - promised(board, b));
};
