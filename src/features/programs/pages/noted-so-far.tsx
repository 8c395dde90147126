import { Icon, type Page } from '../../../ui/index.ts';
import type { Check, Mentor } from '../mentor.ts';
import { CHECKS, type Program } from '../program.ts';

/** What the program asks to see before somebody is a mentor: one line each, done or still to come. */
export function NotedSoFar({ page, program, mentor }: { page: Page; program: Program; mentor: Mentor }) {
  const lines = askedOf(program).map((asked) => ({ ...asked, done: doneFor(mentor, asked) }));
  if (lines.length === 0) return null;
  return (
    <ul class="plain-list">
      {lines.map(({ what, name, done }) => (
        <li>
          <Icon name={done ? 'check' : 'more'} size={18} /> {name ?? page.t(`programs.check.${what}`)} ·{' '}
          <span class="quiet">{done ? dayOf(page, done) : page.t('programs.check.to-come')}</span>
        </li>
      ))}
    </ul>
  );
}

/** Something the program asks to see done; `name` and `itemId` of an item of the training. */
export interface Asked {
  what: Check['what'];
  itemId: string | null;
  name: string | null;
}

/** Everything the program asks to see done, in the order it is usually done. */
export function askedOf(program: Program): Asked[] {
  const kinds = CHECKS.filter((what) => what !== 'training' && program.needs[what]);
  const items = program.needs.training ? program.training : [];
  return [
    ...kinds.map((what) => ({ what, itemId: null, name: null })),
    ...items.map(({ id, name }) => ({ what: 'training' as const, itemId: id, name })),
  ];
}

export const doneFor = (mentor: Mentor, { what, itemId }: Asked): Check | undefined =>
  mentor.checks.find((check) => check.what === what && check.itemId === itemId);

/** The day it was done, as it was written down: a day is the same in every zone. */
export const dayOf = (page: Page, check: Check): string =>
  new Intl.DateTimeFormat(page.lang, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${check.doneOn}T12:00:00Z`),
  );
