import type { CalendarPrefill, CirclePrefill, Step } from '../../matching/index.ts';
import type { Page } from '../../ui/page.ts';
import { hrefOf } from '../helplines/index.ts';
import { type Reach, type Source, shortLabel } from './options/reach.ts';

/** Where a step leads. */
export interface Way {
  href: string;
  label: string;
  /** Leaves this site: said beside the link. */
  outside: boolean;
  /** Who says so, and when somebody last looked. */
  source: Source | null;
}

/** The one thing to press on a step. `near` is her postcode, for a circle she may start. */
export function wayOf(page: Page, step: Step, reach: Reach | undefined, near: string | null): Way {
  if (reach) return outsideWay(page, reach);
  const { action } = step;
  // Something outside whose address was lost meanwhile: the help page has others.
  const lost = action === 'open-online' || action === 'call-helpline';
  const label = page.t(`plan.action.${lost ? 'open-help' : action}`);
  return { href: hrefWithin(step, near), label, outside: false, source: null };
}

function outsideWay(page: Page, reach: Reach): Way {
  const way = reach.ways[0];
  const { source } = reach;
  // Nothing to press: the help page knows more ways.
  if (!way) return { href: '/help-now', label: page.t('plan.action.open-help'), outside: false, source };
  const label =
    way.kind === 'web' || way.kind === 'chat'
      ? page.t('plan.action.open-page', { site: way.label })
      : page.t(`plan.action.${way.kind}`, { to: shortLabel(way.label) });
  return { href: hrefOf(way), label, outside: way.kind === 'web' || way.kind === 'chat', source };
}

function hrefWithin(step: Step, near: string | null): string {
  switch (step.action) {
    case 'wait-for-circle':
      return '/circles/waiting-list';
    case 'start-circle':
      return `/circles/new${step.prefill ? `?${prefilled(step.prefill, near)}` : ''}`;
    case 'call-service':
      return `/directory/${step.subjectId}`;
    case 'say-hello':
    case 'ask-circle':
      return `/circles/${step.subjectId}#write`;
    case 'meet-peer':
      return `/mentors/${step.subjectId}`;
    case 'ask-pair':
      return '/mentoring';
    case 'family-note':
      return askFor(step);
    case 'make-help-calendar':
      return `/help-calendars/new${step.calendar ? `?${calendarPrefilled(step.calendar)}` : ''}`;
    case 'reach-tie':
      return `/ecomap/ties/${step.subjectId}/nudge`;
    case 'ask-doctor':
      return '/help/note?to=doctor';
    case 'open-help':
    case 'call-helpline':
    case 'open-online':
      return '/help-now';
    default:
      return `/circles/${step.subjectId}`;
  }
}

/** What one asks of others is asked in the room for it, with the line already written; telling the others is a note. */
function askFor({ prompt }: Step): string {
  if (prompt === 'loss-tell') return `/help/note?want=${prompt}`;
  return `/ask/${prompt === 'listen' ? 'listen' : 'hand'}?want=${prompt}`;
}

/** What is likely wanted, as the form of a help calendar reads it from its address. */
function calendarPrefilled({ occasion, tasks }: CalendarPrefill): URLSearchParams {
  const params = new URLSearchParams(tasks.map((task): [string, string] => ['task', task]));
  if (occasion) params.set('occasion', occasion);
  return params;
}

/** What she told us, as the start-a-circle form reads it from its address. */
function prefilled(prefill: CirclePrefill, near: string | null): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(prefill)) {
    if (value !== null && name !== 'part') params.set(name, String(value));
  }
  if (near && prefill.place !== 'online') params.set('near', near);
  return params;
}
