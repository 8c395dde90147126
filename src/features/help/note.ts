import type { MessageKey, Translate } from '../../platform/i18n/index.ts';

/** What may be asked of one person; each is one sentence of the note. */
export const WANTS = [
  'meal',
  'sleep-hour',
  'company',
  'ride',
  'laundry',
  'errand',
  'listen',
  'childcare',
  'loss-company',
  'loss-meal',
  'loss-tell',
] as const;
export type Want = (typeof WANTS)[number];

const AFTER_A_LOSS: Want[] = [
  'loss-company',
  'loss-meal',
  'loss-tell',
  'listen',
  'errand',
  'laundry',
  'ride',
];
const OTHERWISE: Want[] = [
  'meal',
  'sleep-hour',
  'company',
  'ride',
  'laundry',
  'errand',
  'listen',
  'childcare',
];

/** What is offered to choose from; after a loss nothing speaks of children. */
export const wantsFor = (gentle: boolean): Want[] => (gentle ? AFTER_A_LOSS : OTHERWISE);

export type Recipient = 'close' | 'doctor';

/** The note, ready to send; she may change every word of it. */
export function noteText(t: Translate, to: Recipient, wants: Want[], gentle: boolean): string {
  const say = (key: MessageKey) => t(key);
  if (to === 'doctor') return say(gentle ? 'help.note.doctor-gentle' : 'help.note.doctor');
  return [
    say(gentle ? 'help.note.opening-gentle' : 'help.note.opening'),
    ...wants.map((want) => t(`help.note.${want}`)),
    say('help.note.closing'),
  ].join('\n\n');
}
