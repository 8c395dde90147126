import type { PropsWithChildren } from 'hono/jsx';
import { Drawing, type DrawingName } from './drawing.tsx';

interface EmptyProps {
  drawing?: DrawingName;
  title: string;
  /** When these words are the page's own title. */
  heading?: boolean;
}

/** Nothing here yet: a quiet drawing, a sentence, and something to do about it (children). */
export function EmptyState({ drawing = 'porch', title, heading, children }: PropsWithChildren<EmptyProps>) {
  const Title = heading ? 'h1' : 'p';
  return (
    <div class="empty">
      <Drawing name={drawing} />
      <Title class="empty-title">{title}</Title>
      {children}
    </div>
  );
}
