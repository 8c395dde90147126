import { raw } from 'hono/html';
import { type IconName, iconPaths } from './icons.ts';

/** A line icon beside words. Always decorative: the words carry the meaning. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      class={
        name === 'next' || name === 'back' || name === 'reply' || name === 'exit' ? 'icon turns' : 'icon'
      }
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {raw(iconPaths(name))}
    </svg>
  );
}
