import type { Translate } from '../../platform/i18n/index.ts';
import type { CalendarEvent } from '../../platform/ical/index.ts';
import { type Gathering, type Occurrence, pathOf, whereOf } from '../gatherings/index.ts';

/** In whose words, and under which address. */
export interface Teller {
  t: Translate;
  lang: string;
  /** 'https://porch.example.org' */
  origin: string;
}

type Words = Pick<CalendarEvent, 'summary' | 'description' | 'location' | 'url' | 'private'>;

/**
 * What a gathering is, for a calendar that may lie open on a kitchen table: as much as everybody who sees it is told.
 * Its door (a link, a home's address) is never in here.
 */
export function told({ t, origin }: Teller, gathering: Gathering, one?: Occurrence): Words {
  const { name, rest } = whereOf({ t }, gathering, one?.venue ?? null);
  const url = `${origin}${pathOf(gathering.gatheringId, one?.occurrenceId)}`;
  const why = one?.cancelNote ?? gathering.cancelNote;
  const lines = [why, one?.note, gathering.description, gathering.gettingThere, url];
  return {
    summary: one?.title ?? gathering.title,
    description: lines.filter(Boolean).join('\n\n'),
    location: [name, rest].filter(Boolean).join(', '),
    url,
    private: gathering.seenBy !== 'public',
  };
}
