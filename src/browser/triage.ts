// Fetched by care.ts when somebody begins to write. Pure: it asks nobody anything.
import { triage } from '../features/safety/triage/index.ts';

/** Whether a text worries, in whichever of our languages it is. */
export const worries = (text: string): boolean =>
  triage(text, 'en').level !== 'none' || triage(text, 'es').level !== 'none';
