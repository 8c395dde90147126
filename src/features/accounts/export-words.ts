import { regionName } from '../../platform/geo/index.ts';
import { isMessageKey } from '../../platform/i18n/index.ts';
import { zoneOptions } from '../../platform/time/index.ts';
import { formatTime, type Page } from '../../ui/index.ts';
import { shownName } from '../conversation/index.ts';
import { said } from '../reasons/index.ts';
import type { ExportPart, Row } from './export.ts';
import { deviceName } from './mine.ts';

type InWords = (page: Page, code: string) => string;

/** The words of a key, or the code itself where a newer one has no words yet. */
const worded =
  (...keys: ((code: string) => string)[]): InWords =>
  ({ t }, code) => {
    const key = keys.map((keyOf) => keyOf(code)).find(isMessageKey);
    return key && isMessageKey(key) ? t(key) : code;
  };

const VALUE = worded((code) => `accounts.value.${code}`);
const ANSWER = worded(
  (code) => `accounts.answer.${code}`,
  (code) => `accounts.value.${code}`,
);
const DAY = worded((code) => `words.day.${code}`);
const PART = worded((code) => `words.part.${code}`);

// What stands in a column as a code. What she typed herself is in none of these and is shown as she typed it.
const WORDS: Record<string, InWords> = {
  role: VALUE,
  mode: VALUE,
  state: VALUE,
  reason: VALUE,
  decision: worded((code) => `safety.decision.${code}`),
  act: worded((code) => `safety.act.${code}`),
  sign: worded((code) => `safety.flag.${code}`),
  because: VALUE,
  company: VALUE,
  subject_kind: VALUE,
  removed_by: VALUE,
  kind: worded(
    (code) => `words.kind.${code}`,
    (code) => `accounts.value.${code}`,
  ),
  locale: worded((code) => `words.language.${code}`),
  languages: worded((code) => `words.language.${code}`),
  asks: worded((code) => `words.support.${code}`),
  support: worded((code) => `asks.kind.${code}`),
  thing: worded((code) => `asks.thing.${code}`),
  things: worded((code) => `asks.thing.${code}`),
  not_for: worded((code) => `asks.limit.${code}`),
  needed: worded((code) => `asks.needed.${code}`),
  ended_as: worded((code) => `asks.state.${code}`),
  answer: worded((code) => `asks.said.${code}`),
  supports: worded((code) => `words.support.${code}`),
  topics: worded((code) => `words.topic.${code}`),
  experiences: worded(
    (code) => `words.topic.${code}`,
    (code) => `words.stage.${code}`,
  ),
  stages: worded((code) => `words.stage.${code}`),
  not_alone: worded((code) => `words.topic.${code}`),
  meets: worded((code) => `forming.meets.${code}`),
  faith: worded((code) => `words.faith.${code}`),
  task: worded((code) => `help-calendars.task.${code}`),
  occasion: worded((code) => `help-calendars.occasion.${code}`),
  ring: worded((code) => `ecomap.ring.${code}`),
  feeling: worded((code) => `ecomap.feeling.${code}`),
  flow: worded((code) => `ecomap.flow.${code}`),
  kin: worded((code) => `people.kin.${code}`),
  near_part: worded(
    (code) => `accounts.near.${code}`,
    (code) => `people.boundary.${code}`,
  ),
  shown: worded((code) => `people.shown.${code}`),
  said: worded((code) => `people.prompt.${code}`),
  weekday: DAY,
  next_step: worded((code) => `callbacks.step-said.${code}`),
  leads_to: worded((code) => `accounts.link.${code}`),
  pseudonym: (page, code) => shownName(page, null, code),
  device: ({ t }, kept) => deviceName(t, kept),
  free: (page, slot) => {
    const [day = '', part = ''] = slot.split('-');
    return `${DAY(page, day)} ${PART(page, part)}`;
  },
  country: ({ lang }, code) =>
    /^[A-Z]{2}$/.test(code)
      ? (new Intl.DisplayNames([lang, 'en'], { type: 'region' }).of(code) ?? code)
      : code,
  region: ({ lang }, code) => regionName(code, lang),
  time_zone: ({ lang }, zone) => zoneOptions(lang).find(({ value }) => value === zone)?.label ?? zone,
};

const FORMING_STATE = worded((code) => `forming.state.${code}`);

// The same column means something else in these parts.
const IN_PART: Partial<Record<ExportPart, Record<string, InWords>>> = {
  pseudonyms: { name: WORDS.pseudonym! },
  hidden: { name: WORDS.pseudonym! },
  requests: { state: ANSWER },
  introductions: { state: ANSWER },
  matches: { ended_as: worded((code) => `accounts.match.${code}`) },
  pairContacts: {
    way: worded((code) => `pairs.way.${code}`),
    mood: worded((code) => `pairs.mood.${code}`),
  },
  mentorInvitation: { answer: worded((code) => `pairs.been-there.${code}`) },
  callOffers: { answer: worded((code) => `callbacks.offer.${code}`) },
  callbacks: { ended_as: worded((code) => `callbacks.state.${code}`) },
  callsMade: { act: worded((code) => `callbacks.act.${code}`) },
  circleWaits: { state: FORMING_STATE },
  circleSeats: { state: FORMING_STATE },
  circleLead: { state: FORMING_STATE },
  told: { kind: () => '' }, // her inbox says it in words, as far as she may still read of it
};

/** The columns of a row that mean something to a person, in her language; ids and empty ones aside. */
export function readableRow(page: Page, part: ExportPart, row: Row): { label: string; value: string }[] {
  const words = { ...WORDS, ...IN_PART[part] };
  return Object.entries(row).flatMap(([column, value]) => {
    const label = `accounts.column.${column}`;
    if (!isMessageKey(label)) return [];
    const told = readable(page, value, words[column] ?? ((_, code) => code));
    return told ? [{ label: page.t(label), value: told }] : [];
  });
}

function readable(page: Page, value: unknown, inWords: InWords): string {
  if (value === null || value === undefined || value === '') return '';
  if (value instanceof Date) return formatTime(page, value, 'date');
  if (typeof value === 'boolean') return page.t(value ? 'accounts.value.yes' : 'accounts.value.no');
  if (Array.isArray(value))
    return listed(
      value.map((one) => readable(page, one, inWords)),
      ', ',
    );
  if (typeof value === 'object') return readableRecord(page, value as Row, inWords);
  return inWords(page, String(value));
}

// A step's title, a stage with its month, how she wants to be reached, or a question with its answer.
function readableRecord(page: Page, value: Row, inWords: InWords): string {
  if (typeof value.key === 'string') return isMessageKey(value.key) ? sentence(page, value) : '';
  if ('by' in value || 'requestsOnly' in value) return contactSentences(page, value);
  // The database sorts the names of a record: a question comes before its answer.
  const { question, ...rest } = value;
  return listed(
    [question, ...Object.values(rest)].map((one) =>
      isMonth(one) ? monthName(page, one) : readable(page, one, inWords),
    ),
    ' · ',
  );
}

function sentence(page: Page, message: Row): string {
  try {
    return said(page, message as unknown as Parameters<typeof said>[1]);
  } catch {
    return ''; // an older release's sentence, with other values
  }
}

function contactSentences(page: Page, told: Row): string {
  const { t } = page;
  const hour = (name: 'quietFrom' | 'quietTo') =>
    typeof told[name] === 'string' &&
    `${t(`onboarding.contact.${name}`)} ${formatTime(UTC(page), new Date(`2026-01-05T${told[name]}:00Z`), 'time')}`;
  const wish = (name: 'requestsOnly' | 'contentFree' | 'oneToOne') =>
    told[name] === true && t(`onboarding.contact.${name}`);
  const by = told.by && t(told.by === 'mail' ? 'onboarding.contact.by-mail' : 'onboarding.contact.by-app');
  const all = [by, hour('quietFrom'), hour('quietTo'), ...WISHES.map(wish)];
  return listed(all, ' · ');
}
const WISHES = ['requestsOnly', 'contentFree', 'oneToOne'] as const;

const UTC = ({ lang }: Page) => ({ lang, timeZone: 'UTC' });
const isMonth = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}$/.test(value);
const monthName = (page: Page, month: string) =>
  formatTime(UTC(page), new Date(`${month}-15T12:00:00Z`), 'month');
const listed = (parts: unknown[], between: string): string => parts.filter(Boolean).join(between);
