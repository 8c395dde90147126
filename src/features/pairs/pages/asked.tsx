import { Actions, Button, ButtonLink, Card, Form, type Page } from '../../../ui/index.ts';
import { SILENCE } from '../ending.ts';
import type { Pair } from '../pair.ts';

/** What she is gently asked: whether they are in touch; when the weeks are over, how they would like to go on. */
export function Asked({ page, pair }: { page: Page; pair: Pair }) {
  if (pair.endedAt) return null;
  return (
    <>
      {pair.asks && <InTouch page={page} pair={pair} />}
      {pair.closingAskedAt && <WeeksOver page={page} pair={pair} />}
    </>
  );
}

function InTouch({ page, pair }: { page: Page; pair: Pair }) {
  const { t } = page;
  return (
    <Card lit labelledby="in-touch">
      <h2 id="in-touch">{t('pairs.silence.title', { name: pair.otherName })}</h2>
      <p>{t('pairs.silence.text', { name: pair.otherName })}</p>
      <Form page={page} action={`/pairs/${pair.id}/silence`}>
        <Actions>
          {SILENCE.map((answer) => (
            <Button look="plain" name="answer" value={answer}>
              {t(`pairs.silence.${answer}`)}
            </Button>
          ))}
        </Actions>
      </Form>
    </Card>
  );
}

function WeeksOver({ page, pair }: { page: Page; pair: Pair }) {
  const { t } = page;
  return (
    <Card lit labelledby="weeks-over">
      <h2 id="weeks-over">{t('pairs.weeks-over.title', { weeks: pair.weeks })}</h2>
      <p>{t('pairs.weeks-over.text')}</p>
      <Actions>
        <Form page={page} action={`/pairs/${pair.id}/going-on`} inline>
          <Button>{t('pairs.weeks-over.go-on')}</Button>
        </Form>
        <ButtonLink href={`/pairs/${pair.id}/closing`} look="plain">
          {t('pairs.weeks-over.close')}
        </ButtonLink>
      </Actions>
    </Card>
  );
}
