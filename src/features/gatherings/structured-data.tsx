import { raw } from 'hono/html';
import { isOutOfSight } from './access.ts';
import type { View } from './gathering-view.ts';
import { pathOf } from './paths.ts';

/** What search engines read of a public gathering (schema.org Event). Nothing that only those coming are told. */
export function StructuredData({ view, origin, host }: { view: View; origin: string; host: string }) {
  if (view.gathering.seenBy !== 'public' || isOutOfSight(view.gathering)) return null;
  // A "<" would end the element early; JSON may say it otherwise.
  const json = JSON.stringify(eventOf(view, origin, host)).replaceAll('<', '\\u003c');
  return <script type="application/ld+json">{raw(json)}</script>;
}

function eventOf({ gathering, occurrence }: View, origin: string, host: string) {
  const off = gathering.cancelledAt !== null || occurrence.cancelledAt !== null;
  const url = `${origin}${pathOf(gathering.gatheringId, occurrence.occurrenceId)}`;
  return {
    '@context': 'https://schema.org',
    '@type': gathering.kind === 'class' ? 'EducationEvent' : 'Event',
    name: occurrence.title ?? gathering.title,
    description: gathering.description || undefined,
    url,
    startDate: gathering.allDay
      ? dayIn(gathering.timeZone, occurrence.startsAt)
      : occurrence.startsAt.toISOString(),
    endDate: gathering.allDay
      ? dayIn(gathering.timeZone, new Date(+occurrence.endsAt - 1000))
      : occurrence.endsAt.toISOString(),
    eventStatus: `https://schema.org/${off ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `https://schema.org/${MODES[gathering.place]}`,
    location: locationsOf(gathering, occurrence.venue, url),
    organizer: { '@type': 'Organization', name: gathering.organiserName ?? host, url: origin },
    inLanguage: gathering.languages.length > 0 ? gathering.languages : undefined,
    isAccessibleForFree: gathering.cost === null ? undefined : gathering.cost === 'free',
    maximumAttendeeCapacity: occurrence.capacity ?? undefined,
  };
}

const MODES = {
  'in-person': 'OfflineEventAttendanceMode',
  online: 'OnlineEventAttendanceMode',
  both: 'MixedEventAttendanceMode',
} as const;

function locationsOf(gathering: View['gathering'], venue: string | null, url: string) {
  const online = { '@type': 'VirtualLocation', url };
  const { address, placeName, postcode, region, country } = gathering;
  const there = {
    '@type': 'Place',
    name: (venue ?? gathering.venue) || placeName || undefined,
    address: {
      '@type': 'PostalAddress',
      streetAddress: address || undefined,
      addressLocality: placeName ?? undefined,
      postalCode: postcode ?? undefined,
      addressRegion: region ?? undefined,
      addressCountry: country ?? undefined,
    },
  };
  if (gathering.place === 'online') return online;
  return gathering.place === 'both' ? [there, online] : there;
}

const dayIn = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(at);
