import { Facts, formatTime, Icon, type Page } from '../../../ui/index.ts';
import { factsOf, whenThere, whereOf } from '../../gatherings/index.ts';
import type { KeptGathering } from '../kept-gathering.ts';

/** What a reported gathering said of itself, in the words of whoever decides. */
export function Kept({ page, kept }: { page: Page; kept: KeptGathering }) {
  const { t } = page;
  const { next } = kept;
  const moment = next && { startsAt: new Date(next.startsAt), endsAt: new Date(next.endsAt) };
  const where = whereOf(page, kept);
  const place = [where.name, where.rest, kept.home && t('safety.kept-home')].filter(Boolean).join(', ');
  return (
    <>
      <Facts
        facts={[
          { icon: 'info', label: t('safety.kept-kind'), value: t(`gatherings.kind.${kept.kind}`) },
          {
            icon: 'calendar',
            label: t('gatherings.when'),
            value: moment && whenThere(page, kept, moment),
          },
          {
            icon: 'repeat',
            label: t('gatherings.repeats'),
            value: kept.repeats ? t('safety.kept-repeats') : null,
          },
          { icon: kept.place === 'online' ? 'video' : 'place', label: t('gatherings.where'), value: place },
          {
            icon: kept.seenBy === 'circle' ? 'lock' : 'circles',
            label: t('gatherings.seen-by'),
            value:
              kept.seenBy === 'circle' ? t('safety.kept-seen-circle') : t(`gatherings.seen.${kept.seenBy}`),
          },
        ]}
      />
      <ul class="known">
        {factsOf(page, kept).map(({ icon, words }) => (
          <li>
            <Icon name={icon} size={20} />
            <span>{words}</span>
          </li>
        ))}
        {kept.times.map(({ at, words }) => (
          <li>
            <Icon name="calendar" size={20} />
            <span>
              {formatTime({ lang: page.lang, timeZone: kept.timeZone }, new Date(at), 'moment')}: {words}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
