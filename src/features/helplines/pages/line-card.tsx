import { Card, formatTime, Icon, type IconName, type Page } from '../../../ui/index.ts';
import type { Way } from '../fact-schema.ts';
import type { HelplineShown } from '../facts.ts';

type Spoken = 'en' | 'es';

const ICONS: Record<Way['kind'], IconName> = {
  call: 'phone',
  text: 'message',
  chat: 'message',
  web: 'external',
};

/** One helpline: what it is for, the ways to reach it, and how far to trust what we say of it. */
export function LineCard({ page, line }: { page: Page; line: HelplineShown }) {
  const spoken: Spoken = page.locale === 'es' ? 'es' : 'en';
  const known = [line.hours[spoken], page.t('helplines.languages', { languages: languagesOf(page, line) })];
  return (
    <Card as="li" lit={line.emergency}>
      <h3>{line.name[spoken]}</h3>
      <p>{line.what[spoken]}</p>
      {line.ways.length > 0 && (
        <ul class="ways helpline-ways">
          {line.ways.map((way) => (
            <li>
              <WayLink page={page} way={way} spoken={spoken} />
            </li>
          ))}
        </ul>
      )}
      <p class="quiet">{known.join(' · ')}</p>
      <Origin page={page} line={line} />
    </Card>
  );
}

/** As large as a thumb: the number, and what to say or press once through. */
function WayLink({ page, way, spoken }: { page: Page; way: Way; spoken: Spoken }) {
  const only = way.language && way.language !== spoken ? [way.language] : [];
  const then = [way.say?.[spoken], only.length > 0 && inWords(page, only)].filter(Boolean).join(' · ');
  return (
    <a href={hrefOf(way)} rel="noreferrer">
      <Icon name={ICONS[way.kind]} />
      <span>
        {page.t(`helplines.way.${way.kind}`, { to: way.label })}
        {then && <small>{then}</small>}
      </span>
    </a>
  );
}

function Origin({ page, line }: { page: Page; line: HelplineShown }) {
  const { t } = page;
  return (
    <p class="origin">
      <a href={line.source} rel="noreferrer">
        {t('helplines.source', { site: new URL(line.source).hostname.replace(/^www\./, '') })}
        <span class="unseen">{`, ${line.name[page.locale === 'es' ? 'es' : 'en']}`}</span>
      </a>
      <span>{t('helplines.checked', { date: dayOf(page, line.verified) })}</span>
      {line.overdue && <strong>{t('helplines.overdue', { date: dayOf(page, line.review) })}</strong>}
    </p>
  );
}

function hrefOf({ kind, value }: Way): string {
  if (kind === 'call') return `tel:${value}`;
  return kind === 'text' ? `sms:${value}` : value;
}

// A day without an hour is the same day in every zone.
const dayOf = ({ lang }: Page, day: string) => formatTime({ lang, timeZone: 'UTC' }, new Date(day), 'date');

const languagesOf = (page: Page, line: HelplineShown) => inWords(page, line.languages);

function inWords({ lang }: Page, languages: readonly string[]): string {
  const names = new Intl.DisplayNames([lang, 'en'], { type: 'language' });
  const list = new Intl.ListFormat(lang, { type: 'conjunction' });
  return list.format(languages.map((language) => names.of(language) ?? language));
}
