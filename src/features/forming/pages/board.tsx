import type { StillWaiting } from '../../../matching/index.ts';
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
} from '../../../ui/index.ts';
import { said } from '../../reasons/index.ts';
import type { FormingBoard } from '../board.ts';
import { CARE } from '../paths.ts';
import { BoardCircle, waitedSaid } from './board-circle.tsx';
import { dayInWords } from './saying.ts';

interface Props {
  page: Page;
  board: FormingBoard;
}

/** A whole forming: the circles the engine would make of today's list, why, and who stays. Approved in one act or one by one. */
export function BoardPage({ page, board }: Props) {
  const { t } = page;
  const { circles } = board.round;
  const places = [...board.leads.values()].reduce((sum, { leftOver }) => sum + leftOver, 0);
  return (
    <Layout page={page} title={t('forming-board.title')} current="me">
      <PageHead
        title={t('forming-board.title')}
        lead={t('forming-board.lead', { waiting: board.waiting.size, places })}
        back={{ href: CARE, label: t('forming.care.title') }}
      />
      {board.waiting.size === 0 && (
        <EmptyState title={t('forming-board.nobody')} drawing="chairs">
          <p>{t('forming-board.nobody-lead')}</p>
        </EmptyState>
      )}
      {board.waiting.size > 0 && circles.length === 0 && (
        <Note icon="circles">{t('forming-board.none')}</Note>
      )}
      {circles.length > 0 && <Circles page={page} board={board} />}
      {board.leftOut.length > 0 && <LeftOut page={page} board={board} />}
      {board.round.waiting.length > 0 && <Staying page={page} board={board} />}
      {board.waiting.size > 0 && <End page={page} board={board} />}
    </Layout>
  );
}

function Circles({ page, board }: Props) {
  const { t } = page;
  const { circles } = board.round;
  return (
    <Form page={page} action={`${CARE}/board`}>
      {board.leftOut.map(({ id }) => (
        <input type="hidden" name="without" value={id} />
      ))}
      <Section id="circles" title={t('forming-board.circles', { count: circles.length })}>
        <p class="quiet">{t('forming-board.hint')}</p>
        <Stack list>
          {circles.map((circle, at) => (
            <BoardCircle page={page} board={board} circle={circle} at={at} />
          ))}
        </Stack>
      </Section>
      <Actions>
        <Button>
          {t('forming-board.approve')} <span data-chosen="circle-" hidden />
        </Button>
        <Button look="plain" formaction={`${CARE}/board/again`}>
          {t('forming-board.again')}
        </Button>
      </Actions>
      <p class="quiet">{t('forming-board.again-hint')}</p>
    </Form>
  );
}

/** Taken out by the coordinator, for this proposal alone. */
function LeftOut({ page, board }: Props) {
  const { t } = page;
  return (
    <Section id="left-out" title={t('forming-board.left-out')}>
      <p>{new Intl.ListFormat(page.lang).format(board.leftOut.map(({ name }) => name))}</p>
      <Actions>
        <ButtonLink href={`${CARE}/board`} look="plain">
          {t('forming-board.everybody')}
        </ButtonLink>
      </Actions>
    </Section>
  );
}

/** Who stays and why; who has waited longest stands first. */
function Staying({ page, board }: Props) {
  const { t } = page;
  const since = ({ id }: StillWaiting) => board.waiting.get(id)!.since.getTime();
  const staying = board.round.waiting.toSorted((a, b) => since(a) - since(b));
  return (
    <Section id="staying" title={t('forming-board.staying', { count: staying.length })}>
      <Stack list>
        {staying.map((one) => (
          <Card as="li" quiet>
            <h3>{board.waiting.get(one.id)!.name}</h3>
            <p>{said(page, one.reason)}</p>
            <p class="quiet">{waitedSaid(page, board.waiting.get(one.id)!)}</p>
          </Card>
        ))}
      </Stack>
    </Section>
  );
}

/** The last act of a forming: whoever stays is told why, and when the next is. */
function End({ page, board: { settings } }: Props) {
  const { t } = page;
  const day = settings.nextOn ? dayInWords(page, settings.nextOn) : null;
  return (
    <Section id="end" title={t('forming-board.end')}>
      <p>{day ? t('forming-board.end-lead', { day }) : t('forming-board.end-lead-no-day')}</p>
      <Form page={page} action={`${CARE}/board/end`} inline>
        <input type="hidden" name="planned" value={settings.nextOn ?? ''} />
        <Button look="plain">{t('forming-board.end-button')}</Button>
      </Form>
    </Section>
  );
}
