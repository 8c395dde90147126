// The door of mentoring programs: what a program is, who may be a mentor in it, and how she becomes one.
export {
  isOpen,
  openPrograms,
  type Phase,
  type Program,
  type ProgramBasics,
  phaseAt,
  programOf,
  type Question,
  weekAt,
} from './program.ts';
export {
  CULTURES,
  IDENTITIES,
  NAMED_FAITHS,
  RULES_OUT,
  ruledOutFrom,
  type Traits,
  traitsFrom,
} from './traits.ts';
