import { z } from 'zod';
import { type ChosenCircle, LANGUAGES, SLOTS, type Slot } from '../../matching/index.ts';
import type { Raw } from '../../platform/http/index.ts';
import { UUID } from './paths.ts';

const ONE = new RegExp(`^${UUID}$`);
/** More circles than these are not approved in one act. */
const MOST_CIRCLES = 200;

/** Ids among what a form sent under a name, each once. */
const idsIn = (raw: Raw, name: string): string[] =>
  [...new Set([raw[name] ?? []].flat())].filter((one) => ONE.test(one)).slice(0, 60);

const said = (raw: Raw, name: string): string => [raw[name] ?? ''].flat()[0] ?? '';

/**
 * The circles the coordinator left chosen, as she saw them: `circle-<n>` with `seat-<n>`, `lead-<n>`, `slot-<n>`,
 * `place-<n>` and `language-<n>`. With `only`, that one alone.
 */
export function chosenIn(raw: Raw): ChosenCircle[] {
  const only = said(raw, 'only');
  const chosen: ChosenCircle[] = [];
  for (let at = 0; at < MOST_CIRCLES; at++) {
    const slot = said(raw, `slot-${at}`) as Slot;
    const isChosen = only === '' ? said(raw, `circle-${at}`) === 'yes' : only === String(at);
    if (!isChosen || !SLOTS.includes(slot)) continue;
    const language = said(raw, `language-${at}`);
    chosen.push({
      members: idsIn(raw, `seat-${at}`),
      facilitators: idsIn(raw, `lead-${at}`),
      language: LANGUAGES.find((one) => one === language) ?? null,
      slot,
      place: said(raw, `place-${at}`) === 'online' ? 'online' : 'in-person',
    });
  }
  return chosen;
}

/** So many can be left out of a proposal. */
const MOST_WITHOUT = 60;

/** Those she was shown in a circle and took out of it: their ids. */
export function takenOutIn(raw: Raw): string[] {
  const kept = new Set(Array.from({ length: MOST_CIRCLES }, (_each, at) => idsIn(raw, `seat-${at}`)).flat());
  const shown = Array.from({ length: MOST_CIRCLES }, (_each, at) => idsIn(raw, `shown-${at}`)).flat();
  return [...new Set([...idsIn(raw, 'without'), ...shown.filter((id) => !kept.has(id))])].slice(
    0,
    MOST_WITHOUT,
  );
}

/** Who is left out, from an address. */
export const withoutIn = (query: string | undefined): Set<string> =>
  new Set(
    (query ?? '')
      .split(',')
      .filter((one) => ONE.test(one))
      .slice(0, MOST_WITHOUT),
  );

const count = z.coerce.number().int().min(0).max(10_000).default(0);
/** How an approval went, in the address of the page that says so: numbers, and nobody's name. */
export const boardOutcomeSchema = z.object({ made: count, changed: count, leads: count, unfit: count });
