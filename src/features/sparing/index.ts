// The door of what somebody is spared, who told us of a loss or left a cohort without a word. It knows what she told and
// what circles are made of, and no other room: whoever shows or sends something unasked may ask here.
export { NOTHING_SPARED, type Spared, type Speaking, spareOf, TELLING } from './spared.ts';
