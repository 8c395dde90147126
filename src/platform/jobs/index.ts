export { failingJobs } from './failing.ts';
export type { Job, JobParts } from './job.ts';
export { jobRunner, type Runner, runJob, startJobs } from './runner.ts';
