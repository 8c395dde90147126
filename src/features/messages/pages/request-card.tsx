import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Disclosure,
  Form,
  formatTime,
  type Page,
  RadioGroup,
} from '../../../ui/index.ts';
import { WEEKS } from '../forms.ts';
import type { Talk } from '../talk.ts';
import { why } from './why.ts';

/** How a talk that is not open stands, and what she may do about it. */
export function RequestCard({ page, talk }: { page: Page; talk: Talk }) {
  if (talk.state !== 'waiting') return <Resting page={page} talk={talk} />;
  return talk.iAsked ? <Waiting page={page} talk={talk} /> : <Asking page={page} talk={talk} />;
}

function Asking({ page, talk }: { page: Page; talk: Talk }) {
  const { t } = page;
  const here = `/messages/${talk.talkId}`;
  return (
    <Card as="section" lit={!talk.declined}>
      <p>{why(page, talk)}</p>
      <p class="quiet">
        {t(talk.declined ? 'messages.declined-line' : 'messages.asking-line', { name: talk.otherName })}
      </p>
      <Actions>
        <Form page={page} action={`${here}/acceptance`} inline>
          <Button>{t('messages.accept')}</Button>
        </Form>
        {!talk.declined && (
          <Form page={page} action={`${here}/refusal`} inline>
            <Button look="text">{t('messages.decline')}</Button>
          </Form>
        )}
      </Actions>
      <Disclosure summary={t('messages.postpone')} calm id="postpone">
        <Form page={page} action={`${here}/postponement`}>
          <RadioGroup
            page={page}
            name="weeks"
            label={t('messages.postpone-question', { name: talk.otherName })}
            options={WEEKS.map((value) => ({ value, label: t('messages.weeks', { weeks: Number(value) }) }))}
            value="2"
          />
          <Actions>
            <Button look="plain">{t('messages.postpone-send')}</Button>
          </Actions>
        </Form>
      </Disclosure>
    </Card>
  );
}

function Waiting({ page, talk }: { page: Page; talk: Talk }) {
  const { t } = page;
  return (
    <Card as="section">
      <p>{t('messages.waiting-line', { name: talk.otherName })}</p>
      <p class="quiet">{t('messages.you-said', { why: why(page, talk) })}</p>
      <Actions>
        <Form page={page} action={`/messages/${talk.talkId}/withdrawal`} inline>
          <Button look="text">{t('messages.withdraw')}</Button>
        </Form>
      </Actions>
    </Card>
  );
}

function Resting({ page, talk }: { page: Page; talk: Talk }) {
  const { t } = page;
  const name = talk.otherName;
  return (
    <Card as="section" quiet>
      <p>{t(restingLine(talk), { name })}</p>
      {talk.againAt ? (
        <p class="quiet">{t('messages.again-after', { name, day: formatTime(page, talk.againAt, 'day') })}</p>
      ) : (
        <Actions>
          <ButtonLink href={`/members/${talk.otherId}/message`} look="plain">
            {t('messages.ask-again', { name })}
          </ButtonLink>
        </Actions>
      )}
    </Card>
  );
}

function restingLine({ state, iAsked }: Talk) {
  if (state === 'not-now') return iAsked ? 'messages.not-now-line' : 'messages.you-cannot-line';
  return state === 'withdrawn' ? 'messages.withdrawn-line' : 'messages.ended-line';
}
