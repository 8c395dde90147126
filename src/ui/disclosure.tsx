import type { PropsWithChildren } from 'hono/jsx';

interface DisclosureProps {
  summary: string;
  /** What waits inside, in a few quiet words. */
  hint?: string;
  open?: boolean;
  id?: string;
  /** Folded only to keep the page calm: bare, printed whole, and left as she left it when the page refreshes. */
  calm?: boolean;
}

/** More, for whoever wants it. */
export function Disclosure({ summary, hint, open, id, calm, children }: PropsWithChildren<DisclosureProps>) {
  return (
    <details
      class={calm ? 'disclosure calm' : 'disclosure'}
      open={open || undefined}
      id={id}
      data-calm={calm ? '' : undefined}
    >
      <summary>
        <span>
          {summary}
          {hint && <small>{hint}</small>}
        </span>
      </summary>
      <div class="disclosure-body">{children}</div>
    </details>
  );
}
