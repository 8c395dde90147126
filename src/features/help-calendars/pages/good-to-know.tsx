import { type Page, Section } from '../../../ui/index.ts';
import type { HelpersOwn } from '../helping.ts';

/** What she likes and cannot eat, for whoever has a turn ahead; nothing where the database shows none. */
export function GoodToKnow({ page, own: { particulars, calendar } }: { page: Page; own: HelpersOwn }) {
  const { t } = page;
  const { wishes } = particulars;
  if (!wishes) return null;
  const lines: [string, string | false][] = [
    [t('help-calendars.likes'), wishes.likes],
    [t('help-calendars.allergies'), wishes.allergies],
    [t('help-calendars.portions'), wishes.portions],
    [t('help-calendars.at-the-door'), wishes.leaveAtDoor && t('help-calendars.leave-at-door')],
    [t('help-calendars.visits'), wishes.noVisitors && t('help-calendars.no-visitors')],
  ];
  const said = lines.filter(([, value]) => value);
  if (said.length === 0) return null;
  return (
    <Section id="wishes" title={t('help-calendars.good-to-know', { name: calendar.called })}>
      <dl class="help-wishes">
        {said.map(([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
