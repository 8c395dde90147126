import type { PropsWithChildren } from 'hono/jsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

/** primary: the one thing to do here. plain: also possible. text: in passing. danger: cannot be taken back. */
export type ButtonLook = 'primary' | 'plain' | 'text' | 'danger';

interface Shared {
  look?: ButtonLook;
  icon?: IconName;
  /** Takes the whole line on a phone. */
  wide?: boolean;
  /** Said by screen readers instead of the words, when the words alone are ambiguous ("Join" → "Join Night Feeds"). */
  label?: string;
  id?: string;
}

interface ButtonProps extends Shared {
  type?: 'submit' | 'button';
  name?: string;
  value?: string;
  formaction?: string;
  formnovalidate?: boolean;
  pressed?: boolean;
  /** In focus when the page arrives: on a page that asks one thing only. */
  focused?: boolean;
  /** The id of what says more about it. */
  describedBy?: string;
  /** data-* attributes for src/browser behaviours. */
  data?: Record<string, string>;
}

/** A button that submits its form. */
export function Button({ children, ...p }: PropsWithChildren<ButtonProps>) {
  return (
    <button
      type={p.type ?? 'submit'}
      class={classes(p)}
      id={p.id}
      name={p.name}
      value={p.value}
      formaction={p.formaction}
      formnovalidate={p.formnovalidate}
      autofocus={p.focused || undefined}
      aria-label={p.label}
      aria-describedby={p.describedBy}
      aria-pressed={p.pressed === undefined ? undefined : p.pressed ? 'true' : 'false'}
      {...dataAttributes(p.data)}
    >
      {p.icon && <Icon name={p.icon} />}
      {children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({
  href,
  download,
  children,
  ...p
}: PropsWithChildren<Shared & { href: string; download?: boolean }>) {
  return (
    <a class={classes(p)} href={href} id={p.id} aria-label={p.label} download={download || undefined}>
      {p.icon && <Icon name={p.icon} />}
      {children}
    </a>
  );
}

function classes({ look = 'primary', wide }: Shared): string {
  return ['btn', look !== 'primary' && look, wide && 'wide'].filter(Boolean).join(' ');
}

function dataAttributes(data: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [`data-${key}`, value]));
}
