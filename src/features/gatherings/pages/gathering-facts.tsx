import { Facts, type Page } from '../../../ui/index.ts';
import { circleName } from '../../circle-names/index.ts';
import { whenHere, whenThere, whereOf, zoneThere } from '../describing.ts';
import type { View } from '../gathering-view.ts';
import { repetitionWords } from '../repetition-words.ts';
import { skippedClock } from '../wall.ts';

/** When and where, who organises it and who sees it. The street of a home is not in here. */
export function GatheringFacts({ page, view }: { page: Page; view: View }) {
  const { t } = page;
  const { gathering, occurrence, circle, organiser } = view;
  const there = whenThere(page, gathering, occurrence);
  const zone = zoneThere(page, gathering, occurrence);
  const where = whereOf(page, gathering, occurrence.venue);
  return (
    <div class="gathering-facts">
      <Facts
        facts={[
          {
            icon: 'calendar',
            label: t('gatherings.when'),
            value: zone ? t('gatherings.there', { time: there, zone }) : there,
          },
          { icon: 'clock', label: t('gatherings.for-you'), value: whenHere(page, gathering, occurrence) },
          { icon: 'info', label: t('gatherings.clocks-change'), value: skipped(page, view) },
          { icon: 'repeat', label: t('gatherings.repeats'), value: repetitionWords(page, gathering) },
          {
            icon: gathering.place === 'online' ? 'video' : 'place',
            label: t('gatherings.where'),
            value: [where.name, where.rest].filter(Boolean).join(', '),
          },
          {
            icon: 'video',
            label: t('words.place.online'),
            value: gathering.place === 'both' && t('gatherings.online-too'),
          },
          {
            icon: 'peer',
            label: t('gatherings.by'),
            value: organiser && t('gatherings.by-name', { name: organiser }),
          },
          {
            icon: gathering.seenBy === 'circle' ? 'lock' : 'circles',
            label: t('gatherings.seen-by'),
            value:
              gathering.seenBy === 'circle'
                ? circle && t('gatherings.for-circle', { circle: circleName(page, circle) })
                : t(`gatherings.seen.${gathering.seenBy}`),
          },
        ].map((fact) => ({ ...fact, value: fact.value || null }) as Fact)}
      />
    </div>
  );
}
type Fact = Parameters<typeof Facts>[0]['facts'][number];

/** On the night the clocks go forward: the hour that is written does not exist, and which it will be. */
function skipped(page: Page, { gathering, occurrence }: View): string | null {
  if (+occurrence.startsAt !== +occurrence.recursAt) return null;
  const clock = skippedClock(gathering, occurrence.startsAt);
  if (!clock) return null;
  const at = new Intl.DateTimeFormat(page.lang, { timeStyle: 'short', timeZone: 'UTC' });
  const real = new Intl.DateTimeFormat(page.lang, { timeStyle: 'short', timeZone: gathering.timeZone });
  return page.t('gatherings.skipped', {
    clock: at.format(new Date(`2024-01-01T${clock}:00Z`)),
    real: real.format(occurrence.startsAt),
  });
}
