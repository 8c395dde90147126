import { raw } from 'hono/html';
import { remember } from '../platform/memory/index.ts';
import { type IconName, iconPaths } from './icons.ts';

const drawn = remember<string>(500);

/** A line icon beside words. Always decorative: the words carry the meaning. */
export const Icon = ({ name, size = 20 }: { name: IconName; size?: number }) =>
  raw(drawn(`${name} ${size}`, () => String(draw(name, size))));

function draw(name: IconName, size: number) {
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
