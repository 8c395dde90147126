import type { HelpLimit, HelpThing, Slot, Support } from '../../../matching/index.ts';

/** What people of the sample offer to others. */
export interface SampleHelp {
  by: string;
  kind: Support;
  words: string;
  things?: HelpThing[];
  free?: Slot[];
  languages: string[];
  online?: boolean;
  boundaries?: string;
  notFor?: HelpLimit[];
  atOnce?: number;
}

export const HELP: SampleHelp[] = [
  {
    by: 'rosa',
    kind: 'practical',
    words: 'Puedo manejar los jueves, y espero en el estacionamiento',
    things: ['ride', 'errand'],
    free: ['4-morning', '4-afternoon'],
    languages: ['es', 'en'],
    boundaries: 'Sin autopista, por favor.',
  },
  {
    by: 'dana',
    kind: 'practical',
    words: 'I cook double on Sundays anyway',
    things: ['meal'],
    languages: ['en'],
    boundaries: 'I leave it at the door and run: two children in the car.',
    notFor: ['homes'],
    atOnce: 2,
  },
  {
    by: 'kate',
    kind: 'emotional',
    words: 'I am up at three with a bottle in one hand and can listen',
    free: ['1-night', '2-night', '3-night', '4-night', '5-night', '6-night', '7-night'],
    languages: ['en'],
    online: true,
  },
  {
    by: 'priya',
    kind: 'informational',
    words: 'Pumping at work: ask me which law, and which cupboard',
    languages: ['en'],
    online: true,
    notFor: ['nights'],
    atOnce: 3,
  },
  {
    by: 'maya',
    kind: 'informational',
    words: 'I know which pharmacies near Belmont are open at night',
    languages: ['en'],
    online: true,
  },
];

/** What Maya asks for. */
export const MAYAS_ASK = {
  words: 'A dinner one evening this week would help. Anything that can be eaten with one hand.',
  thing: 'meal',
} as const satisfies { words: string; thing: HelpThing };
