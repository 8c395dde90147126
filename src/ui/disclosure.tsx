import type { PropsWithChildren } from 'hono/jsx';

/** More, for whoever wants it. */
export function Disclosure({
  summary,
  open,
  id,
  children,
}: PropsWithChildren<{ summary: string; open?: boolean; id?: string }>) {
  return (
    <details class="disclosure" open={open || undefined} id={id}>
      <summary>
        <span>{summary}</span>
      </summary>
      <div class="disclosure-body">{children}</div>
    </details>
  );
}
