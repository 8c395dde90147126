import type { StepKind } from '../../../matching/index.ts';
import type { IconName, Tint } from '../../../ui/index.ts';

/** The same tints and pictures as everywhere in the house. */
export const MARKS: Record<StepKind, { tint: Tint; icon: IconName }> = {
  circle: { tint: 'sage', icon: 'circles' },
  online: { tint: 'iris', icon: 'online' },
  professional: { tint: 'rose', icon: 'professional' },
  peer: { tint: 'sky', icon: 'peer' },
  family: { tint: 'gold', icon: 'family' },
};
