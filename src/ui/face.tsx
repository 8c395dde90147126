import { raw } from 'hono/html';
import { remember } from '../platform/memory/index.ts';
import type { Tint } from './kind.tsx';

const TINTS: Tint[] = ['sage', 'sky', 'gold', 'rose', 'iris'];

interface FaceProps {
  name: string;
  unnamed?: boolean;
  large?: boolean;
}

const drawn = remember<string>(2000);

/** A member's initial on a tint that stays hers. `unnamed` for someone writing without a name. */
export const Face = (props: FaceProps) =>
  raw(drawn(`${!props.unnamed} ${!props.large} ${props.name}`, () => String(draw(props))));

function draw({ name, unnamed, large }: FaceProps) {
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
