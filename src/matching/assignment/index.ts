/** The exact best assignment of mentees to mentors with capacities, with its proof. */
export {
  type Assignment,
  type AssignmentInput,
  assign,
  assignTaken,
  type Match,
  type Proof,
} from './assign.ts';
export { Intake, objectiveOf, type Taken } from './intake.ts';
export { AssignmentError, OBJECTIVES, type Objective } from './problem.ts';
