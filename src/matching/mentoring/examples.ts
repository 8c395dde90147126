import { dana as danasOffer, maya as mayasAnswers, TODAY } from '../examples.ts';
import type { Mentee } from './mentee.ts';
import type { Mentor } from './mentor.ts';
import { usualProgram } from './program.ts';

/** Maya and Dana as the perinatal program meets them, for tests. */
export const perinatal = usualProgram('perinatal');

export const maya: Mentee = {
  id: 'maya',
  self: mayasAnswers,
  requests: {},
  ruledOut: {},
  apart: { blocked: new Set(), family: new Set(), declined: new Set() },
  waitingSince: TODAY,
  answers: {},
};

export const dana: Mentor = {
  id: 'dana',
  experiences: danasOffer.experiences,
  stages: [{ kind: 'toddler', birthMonth: '2024-03' }],
  languages: danasOffer.languages,
  free: danasOffer.free,
  timeZone: danasOffer.timeZone,
  place: { latitude: danasOffer.latitude, longitude: danasOffer.longitude },
  maxMiles: null,
  online: true,
  capacityLeft: 1,
  trained: true,
  recoveredSince: '2025-06',
  about: {},
  ruledOut: {},
  answers: {},
};
