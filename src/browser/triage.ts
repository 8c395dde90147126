// Fetched by care.ts when somebody begins to write. Pure: it asks nobody anything.
import { asSpoken, triage } from '../features/danger/triage/index.ts';

/** Whether a text worries, in whichever of our languages it is. */
export const worries = (text: string): boolean => {
  const said = asSpoken(text);
  return triage(said, 'en').level !== 'none' || triage(said, 'es').level !== 'none';
};
