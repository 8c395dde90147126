import {
  Button,
  ButtonLink,
  Card,
  Chip,
  EmptyState,
  Facts,
  Form,
  formatTime,
  Layout,
  Note,
  type Page,
  PageHead,
  Section,
  Stack,
} from '../../../ui/index.ts';
import type { Call } from '../call.ts';
import type { Caller, Waiting } from '../queue.ts';
import type { RotaDay } from '../shifts.ts';
import { since, stretchSaid } from './saying.ts';

interface Props {
  page: Page;
  caller: Caller;
  taken: Call[];
  waiting: Waiting[];
  rota: RotaDay[];
  me: string;
  now: Date;
}

/** What a volunteer has taken, and what waits: never who, never a number. */
export function QueuePage({ page, caller, taken, waiting, rota, me, now }: Props) {
  const { t } = page;
  const full = taken.length >= caller.atOnce;
  const next = rota.find(({ seats }) => seats.some(({ memberId }) => memberId === me));
  return (
    <Layout page={page} title={t('callbacks.queue')} current="me">
      <PageHead
        title={t('callbacks.queue')}
        lead={t('callbacks.queue-lead')}
        back={{ href: '/me', label: t('ui.nav.me') }}
      >
        <Facts
          facts={[
            {
              icon: 'calendar',
              label: t('callbacks.your-next-shift'),
              value: next ? stretchSaid(page, next) : t('callbacks.no-shift'),
            },
          ]}
        />
      </PageHead>
      {taken.length > 0 && <Taken page={page} taken={taken} />}
      <Section title={t('callbacks.waiting')} id="waiting">
        {full && waiting.length > 0 && (
          <Note icon="info">{t('callbacks.enough', { count: caller.atOnce })}</Note>
        )}
        {caller.paused && <Note icon="moon">{t('callbacks.paused')}</Note>}
        {waiting.length === 0 ? (
          <EmptyState title={t('callbacks.nobody-waits')} drawing="cup">
            <p>{t('callbacks.nobody-waits-lead')}</p>
          </EmptyState>
        ) : (
          <Stack list>
            {waiting.map((one) => (
              <WaitingCard page={page} one={one} now={now} free={!full} />
            ))}
          </Stack>
        )}
      </Section>
      <ButtonLink href="/callbacks/rota" look="plain" icon="calendar">
        {t('callbacks.rota')}
      </ButtonLink>
    </Layout>
  );
}

function Taken({ page, taken }: Pick<Props, 'page' | 'taken'>) {
  const { t } = page;
  return (
    <Section title={t('callbacks.yours-to-call')} id="taken">
      <Stack list>
        {taken.map((call) => (
          <Card as="li" lit>
            <h3>
              <a href={`/callbacks/calls/${call.callbackId}`}>
                {t(call.reachedAt ? 'callbacks.to-close' : 'callbacks.to-call')}
              </a>
            </h3>
            <p>
              {t(`words.language.${call.language as 'en'}`)}
              {!call.reachedAt && call.goBackAt
                ? ` · ${t('callbacks.try-until', { time: formatTime(page, call.goBackAt, 'moment') })}`
                : ''}
            </p>
          </Card>
        ))}
      </Stack>
    </Section>
  );
}

function WaitingCard({ page, one, now, free }: { page: Page; one: Waiting; now: Date; free: boolean }) {
  const { t } = page;
  const ready = one.callableAt <= now;
  const late = one.promisedAt !== null && one.promisedAt <= now;
  return (
    <Card as="li" lit={late}>
      <h3>
        {t('callbacks.one-waits', {
          language: t(`words.language.${one.language as 'en'}`),
          since: since(page, one.askedAt, now),
        })}
      </h3>
      <div class="chips">
        {late && (
          <Chip tint="rose" icon="alert">
            {t('callbacks.late')}
          </Chip>
        )}
        {one.tries > 0 && <Chip icon="phone">{t('callbacks.tries', { count: one.tries })}</Chip>}
        {one.topics.map((topic) => (
          <Chip tint="sage">{t(`words.topic.${topic as 'sleep'}`)}</Chip>
        ))}
      </div>
      <p>
        {one.promisedAt
          ? t('callbacks.promised-by', { time: formatTime(page, one.promisedAt, 'moment') })
          : t('callbacks.promised-nothing')}
        {!ready && ` ${t('callbacks.callable-from', { time: formatTime(page, one.callableAt, 'moment') })}`}
      </p>
      {free && (
        <Form page={page} action={`/callbacks/${one.callbackId}/taking`} inline>
          <Button look={ready ? 'primary' : 'plain'} icon="phone">
            {t('callbacks.take')}
          </Button>
        </Form>
      )}
    </Card>
  );
}
