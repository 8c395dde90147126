import type { Tint } from './kind.tsx';

const TINTS: Tint[] = ['sage', 'sky', 'gold', 'rose', 'iris'];

/** A member's initial on a tint that stays hers. `unnamed` for someone writing without a name. */
export function Face({ name, unnamed, large }: { name: string; unnamed?: boolean; large?: boolean }) {
  const tint = TINTS[hash(name) % TINTS.length];
  return (
    <span class={['face', tint, large && 'large'].filter(Boolean).join(' ')} aria-hidden="true">
      {unnamed ? '?' : initial(name)}
    </span>
  );
}

function initial(name: string): string {
  const [first = '?'] = name.trim();
  return first.toLocaleUpperCase();
}

function hash(text: string): number {
  let sum = 7;
  for (const char of text) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return sum;
}
