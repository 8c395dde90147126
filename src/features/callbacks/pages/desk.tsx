import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Chip,
  Disclosure,
  EmptyState,
  Form,
  formatTime,
  Layout,
  Note,
  type Page,
  PageHead,
  Section,
  Select,
  Stack,
} from '../../../ui/index.ts';
import type { Figures, OnTheDesk } from '../desk.ts';
import type { RotaDay } from '../shifts.ts';
import type { Volunteer } from '../volunteer.ts';
import { FiguresOf } from './figures.tsx';
import { since, stretchSaid } from './saying.ts';

interface Props {
  page: Page;
  open: OnTheDesk[];
  named: Volunteer[];
  figures: Figures[];
  rota: RotaDay[];
  now: Date;
}

/** The supervisor's desk: who is called in and what is late stand on top. */
export function DeskPage({ page, open, named, figures, rota, now }: Props) {
  const { t } = page;
  const gaps = rota.filter(({ gaps }) => gaps > 0).slice(0, 3);
  const still = open.filter(({ closedAt }) => !closedAt).length;
  return (
    <Layout page={page} title={t('callbacks.desk')} current="me">
      <PageHead
        title={t('callbacks.desk')}
        lead={t('callbacks.desk-lead')}
        back={{ href: '/community', label: t('callbacks.back-community') }}
      />
      {named.length === 0 && (
        <Note tone="warm" icon="info">
          <p>
            {t('callbacks.nobody-answers')} <a href="/community/callbacks/rota">{t('callbacks.keeping')}</a>
          </p>
        </Note>
      )}
      <Section title={t('callbacks.open', { count: still })} id="open">
        {open.length === 0 ? (
          <EmptyState title={t('callbacks.nobody-waits')} drawing="cup">
            <p>{t('callbacks.desk-empty')}</p>
          </EmptyState>
        ) : (
          <Stack list>
            {open.map((one) => (
              <DeskCard page={page} one={one} named={named} now={now} />
            ))}
          </Stack>
        )}
      </Section>
      {gaps.length > 0 && (
        <Section title={t('callbacks.gaps')} id="gaps">
          <ul class="plain-list">
            {gaps.map((day) => (
              <li class="a-day">{stretchSaid(page, day)}</li>
            ))}
          </ul>
        </Section>
      )}
      <FiguresOf page={page} figures={figures} />
      <ButtonLink href="/community/callbacks/rota" look="plain" icon="calendar">
        {t('callbacks.keeping')}
      </ButtonLink>
    </Layout>
  );
}

function DeskCard({ page, one, named, now }: Pick<Props, 'page' | 'named' | 'now'> & { one: OnTheDesk }) {
  const { t } = page;
  const urgent = one.passedOnAt !== null && one.heededAt === null;
  const taker = named.find(({ memberId }) => memberId === one.takenBy);
  return (
    <Card as="li" lit={urgent || one.overdue}>
      <h3>
        {t('callbacks.one-waits', {
          language: t(`words.language.${one.language as 'en'}`),
          since: since(page, one.askedAt, now),
        })}
      </h3>
      <div class="chips">
        {urgent && (
          <Chip tint="rose" icon="help">
            {t('callbacks.called-in')}
          </Chip>
        )}
        {one.overdue && (
          <Chip tint="rose" icon="alert">
            {t('callbacks.late')}
          </Chip>
        )}
        {one.tries > 0 && <Chip icon="phone">{t('callbacks.tries', { count: one.tries })}</Chip>}
        <Chip tint={one.takenBy ? 'sage' : 'gold'}>
          {one.closedAt
            ? t('callbacks.state.reached')
            : one.takenBy
              ? t('callbacks.with', { name: taker?.name ?? t('callbacks.a-volunteer') })
              : t('callbacks.state.waiting')}
        </Chip>
      </div>
      <p>
        {one.promisedAt
          ? t('callbacks.promised-by', { time: formatTime(page, one.promisedAt, 'moment') })
          : t('callbacks.promised-nothing')}
      </p>
      {urgent && <CalledIn page={page} one={one} />}
      {!one.closedAt && <Reassigning page={page} one={one} named={named} />}
    </Card>
  );
}

/** A volunteer called for a supervisor: who it is about, so that somebody can look after her. */
function CalledIn({ page, one }: { page: Page; one: OnTheDesk }) {
  const { t } = page;
  return (
    <>
      <p>
        {t('callbacks.called-in-at', { time: formatTime(page, one.passedOnAt!, 'moment') })}{' '}
        <a href={`/members/${one.whoId}`}>{t('callbacks.called-in-who', { name: one.who ?? '' })}</a>
      </p>
      <Form page={page} action={`/community/callbacks/${one.callbackId}/heeding`}>
        <Actions>
          <Button icon="check">{t('callbacks.heed')}</Button>
        </Actions>
      </Form>
    </>
  );
}

function Reassigning({ page, one, named }: Pick<Props, 'page' | 'named'> & { one: OnTheDesk }) {
  const { t } = page;
  const able = named.filter(
    ({ memberId, languages }) => memberId !== one.takenBy && languages?.includes(one.language),
  );
  if (able.length === 0 && !one.takenBy) return <p class="quiet">{t('callbacks.nobody-able')}</p>;
  return (
    <Disclosure summary={t('callbacks.hand-over')}>
      <Form page={page} action={`/community/callbacks/${one.callbackId}/reassignment`}>
        <Select
          page={page}
          id={`to-${one.callbackId}`}
          name="to"
          label={t('callbacks.give-to')}
          options={[
            ...(one.takenBy ? [{ value: '', label: t('callbacks.to-queue') }] : []),
            ...able.map(({ memberId, name }) => ({ value: memberId, label: name })),
          ]}
        />
        <Actions>
          <Button look="plain">{t('callbacks.reassign')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  );
}
