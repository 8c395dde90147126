import type { CircleOption, OnlineOption, PeerOption, ServiceOption } from './options.ts';
import { type Seeker, silentSeeker } from './seeker.ts';

export const TODAY = '2026-11-22';

/** People, circles and services by name, for tests and the bench. */
export const nightFeeds: CircleOption = {
  id: 'night-feeds',
  name: 'Night Feeds, Lakeview',
  languages: ['en'],
  stages: ['baby'],
  ageFromMonths: 3,
  ageToMonths: 6,
  cohort: false,
  topics: ['sleep', 'low-mood'],
  latitude: 41.94,
  longitude: -87.655,
  region: 'IL',
  place: 'in-person',
  weekday: 2,
  startTime: '19:00',
  timeZone: 'America/Chicago',
  childcare: null,
  cost: 'free',
  faith: null,
  joining: 'open',
  spacesLeft: 3,
  facilitatorName: 'Rosa',
  alreadyMember: false,
  hasWritten: false,
  requested: false,
  active: true,
};

/** Baby of four months, Chicago 60614; low mood, sleep; free Tuesday evenings and at night. */
export const maya: Seeker = {
  ...silentSeeker(TODAY),
  stages: [{ kind: 'baby', birthMonth: '2026-07' }],
  place: { country: 'US', region: 'IL', latitude: 41.9227, longitude: -87.6533 },
  supports: ['emotional'],
  topics: ['low-mood', 'sleep'],
  languages: ['en'],
  free: ['2-evening', '2-night', '5-night'],
  timeZone: 'America/Chicago',
};

/** Recovered from low months after a NICU baby; trained; free on weekday evenings. */
export const dana: PeerOption = {
  id: 'dana',
  name: 'Dana',
  experiences: ['nicu', 'low-mood'],
  languages: ['en', 'es'],
  free: ['1-evening', '2-evening', '4-evening'],
  timeZone: 'America/Chicago',
  latitude: 41.96,
  longitude: -87.7,
  online: true,
  trained: true,
  spacesLeft: 1,
  blocked: false,
  requested: false,
};

export const counselor: ServiceOption = {
  id: 'belmont',
  name: 'Belmont Counseling',
  topics: ['low-mood'],
  stages: ['expecting', 'baby'],
  languages: ['en'],
  country: 'US',
  region: 'IL',
  latitude: 41.94,
  longitude: -87.66,
  remote: true,
  helpline: false,
  alwaysOpen: false,
  openingsKnown: '2026-11-18',
  cost: 'free',
  source: 'directory',
};

export const helpline: ServiceOption = {
  ...counselor,
  id: 'maternal-line',
  name: 'Maternal Line',
  stages: [],
  languages: ['en', 'es'],
  region: null,
  latitude: null,
  longitude: null,
  helpline: true,
  alwaysOpen: true,
  openingsKnown: null,
  source: 'national',
};

export const community: OnlineOption = {
  id: 'night-forum',
  name: 'Night Forum',
  topics: ['sleep'],
  stages: ['baby', 'toddler'],
  languages: ['en'],
  country: null,
  cost: 'free',
  moderated: true,
};
