import type { Errors, Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  ButtonLink,
  Card,
  ErrorSummary,
  Facts,
  formatTime,
  Layout,
  Note,
  type Page,
  PageHead,
  PostText,
  Reasons,
  Section,
  written,
} from '../../../ui/index.ts';
import { BoundariesCard } from '../../boundaries/index.ts';
import { BeingThereFor } from '../../people/index.ts';
import { mayClose, type Pair } from '../pair.ts';
import type { PairView } from '../pair-view.ts';
import { Asked } from './asked.tsx';
import { ContactLog } from './contact-log.tsx';
import { HardDays } from './hard-days.tsx';

interface Props {
  page: Page;
  pair: Pair;
  view: PairView;
  /** A note of contact that was not understood. */
  refused?: { errors: Errors; raw: Raw };
}

/** Two whom a program brought together, as one of them sees it: where they are, what comes next, the ways on. */
export function PairPage({ page, pair, view, refused }: Props) {
  const { t } = page;
  const side = pair.iMentor ? 'mentor' : 'mentee';
  const together = pair.endedAt === null;
  const name = pair.otherName;
  return (
    <Layout page={page} title={name} current="me">
      <PageHead
        title={name}
        lead={t(`pairs.head.${side}`, { program: pair.program })}
        back={{ href: '/pairs', label: t('pairs.title') }}
      />
      <ErrorSummary page={page} errors={refused?.errors} />
      <Facts facts={factsOf(page, pair, view)} />
      {!together && <Note icon="lock">{t(pair.isOpen ? 'pairs.over.open' : 'pairs.over.closed')}</Note>}
      {pair.restsUntil && (
        <Note icon="moon">
          {t(`pairs.rests.${side}`, { name, day: formatTime(page, pair.restsUntil, 'day') })}
        </Note>
      )}
      <Asked page={page} pair={pair} />
      <Ways page={page} pair={pair} />
      {together && <ContactLog page={page} pair={pair} view={view} refused={refused} />}
      {together && (
        <Section id="prompts" title={t('pairs.prompts')}>
          <Reasons
            reasons={[
              t(`pairs.prompt.${side}.${view.stretch}.one`),
              t(`pairs.prompt.${side}.${view.stretch}.two`),
            ]}
          />
        </Section>
      )}
      {!pair.iMentor && together && <HardDays page={page} name={name} callable={view.callable} />}
      {view.note && (
        <Card quiet labelledby="note">
          <h2 id="note">{t('pairs.note', { name })}</h2>
          <PostText text={view.note} />
        </Card>
      )}
      <BoundariesCard page={page} boundaries={view.shared?.boundaries ?? null} name={name} />
      <BeingThereFor page={page} being={view.shared?.being ?? null} name={name} />
      {pair.iMentor && together && view.phase?.guide && (
        <Section id="guide" title={t('pairs.guide', { phase: view.phase.name })}>
          <div class="prose">{written(view.phase.guide)}</div>
        </Section>
      )}
      <WaysOut page={page} pair={pair} />
    </Layout>
  );
}

function factsOf(page: Page, pair: Pair, { week, phase, call }: PairView) {
  const { t } = page;
  const there = { lang: page.lang, timeZone: pair.otherZone };
  const here = call && formatTime(page, call.startsAt, 'moment');
  const clocks =
    call && formatTime(there, call.startsAt, 'moment') !== here
      ? t('pairs.call-clocks', {
          here: here!,
          there: formatTime(there, call.startsAt, 'time'),
          name: pair.otherName,
        })
      : here;
  return [
    {
      icon: 'calendar' as const,
      label: t('pairs.since-label'),
      value: t('pairs.since-day', { day: formatTime(page, pair.startedAt, 'date') }),
    },
    {
      icon: 'sunrise' as const,
      label: t('pairs.phase'),
      value: pair.endedAt
        ? ''
        : [phase?.name, t(week > pair.weeks ? 'pairs.week-after' : 'pairs.week', { week, weeks: pair.weeks })]
            .filter(Boolean)
            .join(' · '),
    },
    { icon: 'phone' as const, label: t('pairs.next-call'), value: clocks ?? '' },
  ];
}

/** Where the two talk. */
function Ways({ page, pair }: { page: Page; pair: Pair }) {
  const { t } = page;
  if (!pair.circleId) return null;
  return (
    <Actions>
      <ButtonLink href={`/circles/${pair.circleId}`} icon="message" look={pair.isOpen ? 'primary' : 'plain'}>
        {t(pair.isOpen ? 'pairs.room' : 'pairs.room-read')}
      </ButtonLink>
      {pair.isOpen && (
        <ButtonLink href={`/pairs/${pair.id}/calls/new`} look="plain" icon="clock">
          {t('mentoring.card.call')}
        </ButtonLink>
      )}
    </Actions>
  );
}

/** What is always possible, and never a fault. */
function WaysOut({ page, pair }: { page: Page; pair: Pair }) {
  const { t } = page;
  const here = `/pairs/${pair.id}`;
  if (pair.endedAt)
    return mayClose(pair) ? <ButtonLink href={`${here}/closing`}>{t('pairs.look-back')}</ButtonLink> : null;
  return (
    <Section id="ways-out" title={t('pairs.ways-out')}>
      <Actions>
        {pair.iMentor && (
          <ButtonLink href={`${here}/rest`} look="plain" icon="moon">
            {t('pairs.rest')}
          </ButtonLink>
        )}
        <ButtonLink href={`${here}/rematch`} look="plain">
          {t(pair.iMentor ? 'pairs.rematch.mentor' : 'pairs.rematch.mentee')}
        </ButtonLink>
        {mayClose(pair) && (
          <ButtonLink href={`${here}/closing`} look="text">
            {t('pairs.close')}
          </ButtonLink>
        )}
      </Actions>
      <p class="quiet">{t('pairs.no-fault')}</p>
    </Section>
  );
}
