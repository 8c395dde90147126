import { roundedMiles } from '../../../platform/geo/index.ts';
import { Card, Chip, Facts, type Page } from '../../../ui/index.ts';
import { audienceOf, hoursIn, whereOf, zoneThere } from '../describing.ts';
import type { Listed } from '../listed.ts';
import { pathOf } from '../paths.ts';

/** One time of a gathering in a list: the hour first, then what and where; what she answered. */
export function GatheringCard({ page, one }: { page: Page; one: Listed }) {
  const { t } = page;
  const { gathering, occurrence } = one;
  const off = occurrence.cancelledAt !== null;
  const title = occurrence.title ?? gathering.title;
  return (
    <Card as="li">
      <h3>
        <a href={pathOf(gathering.gatheringId, occurrence.occurrenceId)}>{off ? <s>{title}</s> : title}</a>
      </h3>
      <Facts
        facts={[
          { icon: 'clock', label: t('gatherings.when'), value: hoursOf(page, one) },
          {
            icon: gathering.place === 'online' ? 'video' : 'place',
            label: t('gatherings.where'),
            value: whereFrom(page, one),
          },
          {
            icon: 'circles',
            label: t('gatherings.form.for-whom'),
            value: audienceOf(page, gathering) || null,
          },
        ]}
      />
      <Chips page={page} one={one} off={off} />
    </Card>
  );
}

/** "10:00 – 11:00 AM", by the clocks of the place, with the zone's name where the reader's differ. */
export function hoursOf(page: Page, { gathering, occurrence }: Listed): string {
  const { t, lang } = page;
  if (gathering.allDay) return t('agenda.all-day');
  const zone = gathering.place === 'online' ? page.timeZone : gathering.timeZone;
  const time = hoursIn(lang, zone, occurrence);
  const named = zone === page.timeZone ? null : zoneThere(page, gathering, occurrence);
  return named ? t('gatherings.there', { time, zone: named }) : time;
}

function whereFrom(page: Page, { gathering, occurrence, miles }: Listed): string {
  const { name, rest } = whereOf(page, { ...gathering, address: '' }, occurrence.venue);
  const where = [name, rest].filter(Boolean).join(', ');
  if (miles === null || gathering.place === 'online') return where;
  return `${where} · ${page.t('circles.miles', { miles: roundedMiles(miles) })}`;
}

/** From so few places on, a card says how many are left. */
const FEW = 3;

function Chips({ page, one, off }: { page: Page; one: Listed; off: boolean }) {
  const { t } = page;
  const { gathering, occurrence, answer } = one;
  const left = occurrence.capacity === null ? null : occurrence.capacity - occurrence.seatsTaken;
  const full = gathering.signUp === 'series' ? seriesFull(gathering) : left === 0;
  return (
    <div class="chips">
      {off && <Chip tint="rose">{t('gatherings.off-short')}</Chip>}
      {!off && answer && answer !== 'no' && (
        <Chip tint="sage" icon="check">
          {t(`agenda.answer.${answer}`)}
        </Chip>
      )}
      <Chip>{t(`gatherings.kind.${gathering.kind}`)}</Chip>
      {gathering.cost === 'free' && <Chip>{t('gatherings.cost.free')}</Chip>}
      {gathering.facts.babies && <Chip>{t('gatherings.fact.babies.yes')}</Chip>}
      {gathering.seenBy === 'circle' && <Chip icon="lock">{t('agenda.circle-only')}</Chip>}
      {!off && !answer && full && <Chip tint="gold">{t('agenda.full')}</Chip>}
      {!off && !answer && !full && left !== null && left <= FEW && (
        <Chip tint="gold">{t('agenda.places', { left })}</Chip>
      )}
    </div>
  );
}

const seriesFull = ({ capacity, seatsTaken }: Listed['gathering']): boolean =>
  capacity !== null && seatsTaken >= capacity;
