import type { Child, PropsWithChildren } from 'hono/jsx';
import { Kind, type SupportKind } from './kind.tsx';
import type { Page } from './page.ts';

interface StepProps {
  page: Page;
  id: string;
  kind: SupportKind;
  title: string;
  /** Why this step is here, most telling first. */
  reasons: string[];
  /** The first thing to do, in one short sentence. */
  first?: string;
  /** How long that takes: "About 2 minutes". */
  time?: string;
  /** "today", beside the kind. */
  when?: string;
  /** The step to begin with is lit; the rest are not. */
  lit?: boolean;
  done?: boolean;
  /** The one action: a ButtonLink, or a Form with a Button. */
  action?: Child;
}

/** One step of her plan. Children: the quiet forms (done, not now, not for me). */
export function StepCard({ page, children, ...step }: PropsWithChildren<StepProps>) {
  return (
    <article
      class={['card step', step.lit && 'lit', step.done && 'done'].filter(Boolean).join(' ')}
      id={step.id}
      aria-labelledby={`${step.id}-title`}
    >
      <Kind page={page} kind={step.kind} when={step.when} />
      <h2 id={`${step.id}-title`}>{step.title}</h2>
      <Reasons reasons={step.reasons} />
      {step.first && <p class="first-thing">{step.first}</p>}
      {(step.action || step.time) && (
        <div class="actions">
          {step.action}
          {step.time && <span class="quiet">{step.time}</span>}
        </div>
      )}
      {children && <div class="asides">{children}</div>}
    </article>
  );
}

/** Why something fits her: one short line each. */
export function Reasons({ reasons }: { reasons: string[] }) {
  if (reasons.length === 0) return null;
  return (
    <ul class="reasons">
      {reasons.map((reason) => (
        <li>{reason}</li>
      ))}
    </ul>
  );
}
