import { remember } from '../../../platform/memory/index.ts';
import { Actions, ButtonLink, Card, formatTime, Icon, type IconName, type Page } from '../../../ui/index.ts';
import type { Way } from '../fact-schema.ts';
import type { HelplineShown } from '../facts.ts';
import { hrefOf, siteName } from '../way.ts';

type Spoken = 'en' | 'es';
const spokenOn = (page: Page): Spoken => (page.locale === 'es' ? 'es' : 'en');

const ICONS: Record<Way['kind'], IconName> = {
  call: 'phone',
  text: 'message',
  chat: 'message',
  web: 'external',
};

/** One helpline: what it is for, the ways to reach it, and how far to trust what we say of it. */
export function LineCard({ page, line }: { page: Page; line: HelplineShown }) {
  const spoken = spokenOn(page);
  const known = [line.hours[spoken], inWords(page, line.languages)];
  return (
    <Card as="li" lit={line.emergency}>
      <h3>{line.name[spoken]}</h3>
      <p>{line.what[spoken]}</p>
      <Ways page={page} line={line} />
      <p class="known">{known.join(' · ')}</p>
      <Origin page={page} line={line} />
    </Card>
  );
}

function Ways({ page, line }: { page: Page; line: HelplineShown }) {
  if (line.ways.length === 0) return null;
  if (line.emergency) return <EmergencyCall page={page} ways={line.ways} />;
  return (
    <ul class="ways">
      {line.ways.map((way) => (
        <li>
          <WayLink page={page} way={way} spoken={spokenOn(page)} />
        </li>
      ))}
    </ul>
  );
}

/** As large as a thumb: the number, and what to say or press once through. */
function WayLink({ page, way, spoken }: { page: Page; way: Way; spoken: Spoken }) {
  // "1-833-TLC-MAMA (1-833-852-6262)": the part one remembers first, the digits under it.
  const [, name, digits] = way.label.match(/^(.*) \((.*)\)$/) ?? [null, way.label, null];
  const only = way.language && way.language !== spoken ? inWords(page, [way.language]) : null;
  const then = [digits, way.say?.[spoken], only].filter(Boolean).join(' · ');
  return (
    <a href={hrefOf(way)} rel="noreferrer">
      <Icon name={ICONS[way.kind]} />
      <span>
        {page.t(`helplines.way.${way.kind}`, { to: name! })}
        {then && <small>{then}</small>}
      </span>
    </a>
  );
}

/** The emergency number: a button, because there is nothing to choose. */
function EmergencyCall({ page, ways }: { page: Page; ways: Way[] }) {
  return (
    <Actions>
      {ways.map((way) => (
        <ButtonLink href={hrefOf(way)} icon={ICONS[way.kind]} wide>
          {page.t(`helplines.way.${way.kind}`, { to: way.label })}
        </ButtonLink>
      ))}
    </Actions>
  );
}

/** Where we read it and when; past its day of review, that it may no longer be so. */
function Origin({ page, line }: { page: Page; line: HelplineShown }) {
  return (
    <>
      {line.overdue && (
        <p class="overdue">
          <Icon name="alert" size={18} />
          {page.t('helplines.overdue', { date: dayOf(page, line.review) })}
        </p>
      )}
      <a class="origin" href={line.source} rel="noreferrer">
        {page.t('helplines.checked', { date: dayOf(page, line.verified), site: siteName(line.source) })}
      </a>
    </>
  );
}

// A day without an hour is the same day in every zone.
const dayOf = ({ lang }: Page, day: string) => formatTime({ lang, timeZone: 'UTC' }, new Date(day), 'date');

const namesIn = remember<Intl.DisplayNames>(50);

function inWords({ lang }: Page, languages: readonly string[]): string {
  const names = namesIn(lang, () => new Intl.DisplayNames([lang, 'en'], { type: 'language' }));
  return languages.map((language) => names.of(language) ?? language).join(', ');
}
