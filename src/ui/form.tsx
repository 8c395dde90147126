import type { PropsWithChildren } from 'hono/jsx';
import type { Page } from './page.ts';

interface FormProps {
  page: Page;
  action: string;
  method?: 'post' | 'get';
  id?: string;
  /** A form that is only a button, sitting in a line of others. */
  inline?: boolean;
  /** Leave to the browser, not to Turbo: sign-out, language, downloads. */
  fullLoad?: boolean;
  /** Signing out: the browser forgets drafts and kept pages as well. */
  forgets?: boolean;
  label?: string;
  /** It carries files. */
  multipart?: boolean;
}

/** A form that carries its own proof of origin. Errors come back from the server, so the browser's bubbles stay off. */
export function Form({ page, action, method = 'post', children, ...p }: PropsWithChildren<FormProps>) {
  return (
    <form
      action={action}
      method={method}
      enctype={p.multipart ? 'multipart/form-data' : undefined}
      id={p.id}
      class={p.inline ? 'form-inline' : 'form'}
      aria-label={p.label}
      novalidate={method === 'post' || undefined}
      data-turbo={p.fullLoad || p.forgets ? 'false' : undefined}
      data-forgets={p.forgets ? '' : undefined}
    >
      {method === 'post' && <input type="hidden" name="_csrf" value={page.csrf} />}
      {children}
    </form>
  );
}
