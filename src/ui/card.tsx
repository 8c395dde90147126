import type { PropsWithChildren } from 'hono/jsx';

interface CardProps {
  id?: string;
  /** Lit from the porch: for the one card that matters most on a page. */
  lit?: boolean;
  /** Sunk into the paper: for notes and asides. */
  quiet?: boolean;
  as?: 'article' | 'section' | 'div' | 'li';
  /** The id of the heading that names this card, for section and article. */
  labelledby?: string;
}

/** A sheet of paper with room inside. */
export function Card({
  id,
  lit,
  quiet,
  as: Tag = 'article',
  labelledby,
  children,
}: PropsWithChildren<CardProps>) {
  return (
    <Tag
      class={['card', lit && 'lit', quiet && 'sunk'].filter(Boolean).join(' ')}
      id={id}
      aria-labelledby={labelledby}
    >
      {children}
    </Tag>
  );
}

/** A row of buttons, links and quiet words at the end of a card or form. */
export function Actions({ children }: PropsWithChildren) {
  return <div class="actions">{children}</div>;
}

/** Cards, evenly apart; `list` when they are answers to one question. */
export function Stack({ list, children }: PropsWithChildren<{ list?: boolean }>) {
  return list ? <ul class="stack">{children}</ul> : <div class="stack">{children}</div>;
}
