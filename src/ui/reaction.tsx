import type { Page } from './page.ts';

interface ReactionProps {
  page: Page;
  action: string;
  name: string;
  value: string;
  label: string;
  count: number;
  pressed: boolean;
}

/** One of hug, me too, helpful. The count is shown only when there is someone in it. */
export function Reaction({ page, ...r }: ReactionProps) {
  return (
    <form action={r.action} method="post" class="form-inline">
      <input type="hidden" name="_csrf" value={page.csrf} />
      <button
        type="submit"
        class="reaction"
        name={r.name}
        value={r.value}
        aria-pressed={r.pressed ? 'true' : 'false'}
      >
        {r.label}
        {r.count > 0 && ` · ${r.count}`}
      </button>
    </form>
  );
}
