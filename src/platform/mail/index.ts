export { type Letter, type Mail, mailer } from './mailer.ts';
