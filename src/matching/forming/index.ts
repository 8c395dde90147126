/** Circles from a waiting list: the greatest affinity within circles whose sizes keep to bounds. */
export { type Formed, type FormingEffort, type FormingInput, form, formTaken } from './form.ts';
export { FormingError, FormingIntake, type FormingTaken } from './intake.ts';
