import { isMessageKey } from '../../platform/i18n/index.ts';
import { formatTime, type Page } from '../../ui/index.ts';
import type { Row } from './export.ts';
import { deviceName } from './mine.ts';

// Which words a column's codes stand for. What she typed herself is in none of these and is shown as she typed it.
const WORDS: Record<string, (code: string) => string> = {
  role: (code) => `accounts.value.${code}`,
  state: (code) => `accounts.value.${code}`,
  reason: (code) => `accounts.value.${code}`,
  decision: (code) => `safety.decision.${code}`,
  act: (code) => `safety.act.${code}`,
  sign: (code) => `safety.flag.${code}`,
  subject_kind: (code) => `accounts.value.${code}`,
  kind: (code) => (isMessageKey(`words.kind.${code}`) ? `words.kind.${code}` : `accounts.value.${code}`),
  removed_by: (code) => `accounts.value.${code}`,
  locale: (code) => `words.language.${code}`,
  languages: (code) => `words.language.${code}`,
  supports: (code) => `words.support.${code}`,
  topics: (code) => `words.topic.${code}`,
  experiences: (code) =>
    isMessageKey(`words.topic.${code}`) ? `words.topic.${code}` : `words.stage.${code}`,
  stages: (code) => `words.stage.${code}`,
  faith: (code) => `words.faith.${code}`,
};

/** The columns of a row that mean something to a person, in her language; ids and empty ones aside. */
export function readableRow(page: Page, row: Row): { label: string; value: string }[] {
  return Object.entries(row).flatMap(([column, value]) => {
    const label = `accounts.column.${column}`;
    const said = isMessageKey(label) ? readable(page, column, value) : '';
    return isMessageKey(label) && said ? [{ label: page.t(label), value: said }] : [];
  });
}

function readable(page: Page, column: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return formatTime(page, value, 'date');
  if (typeof value === 'boolean') return page.t(value ? 'accounts.value.yes' : 'accounts.value.no');
  if (Array.isArray(value)) return value.map((one) => readable(page, column, one)).join(', ');
  if (typeof value === 'object') return readableObject(page, column, value as Row);
  if (column === 'device') return deviceName(page.t, String(value));
  return column === 'free' ? freeTime(page, String(value)) : word(page, column, String(value));
}

// A message kept with its values (a step's title), or a small record such as a stage with its month.
function readableObject(page: Page, column: string, value: Row): string {
  if (typeof value.key === 'string' && isMessageKey(value.key)) {
    try {
      return page.t(value.key, (value.values ?? {}) as Record<string, string>);
    } catch {
      return '';
    }
  }
  return Object.values(value)
    .map((one) => readable(page, column, one))
    .filter(Boolean)
    .join(' · ');
}

function word(page: Page, column: string, code: string): string {
  const key = WORDS[column]?.(code) ?? '';
  return isMessageKey(key) ? page.t(key) : code;
}

// '2-evening'
function freeTime(page: Page, code: string): string {
  const [day, part] = code
    .split('-')
    .map((half, n) => (n === 0 ? `words.day.${half}` : `words.part.${half}`));
  return [day, part].map((key) => (key && isMessageKey(key) ? page.t(key) : '')).join(' ');
}
