export { type Letter, type Mail, mailer, type Post } from './mailer.ts';
export { type Failure, failureOf } from './smtp.ts';
