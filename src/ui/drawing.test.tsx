import { expect, it } from 'vitest';
import { Face } from './face.tsx';
import { type IconName, iconPaths } from './icons.ts';
import { PostText } from './post-text.tsx';

it('makes paragraphs of blank lines and never markup of markup', () => {
  expect(String(<PostText text={'One\n\n<script>two</script>'} />)).toBe(
    '<p>One</p><p>&lt;script&gt;two&lt;/script&gt;</p>',
  );
});

it('does not put a name’s initial on someone writing without it', () => {
  expect(String(<Face name="Zora" unnamed />)).toContain('>?<');
  expect(String(<Face name="ñandú" />)).toContain('>Ñ<');
});

it('finds every picture it names', () => {
  const names: IconName[] = ['home', 'circles', 'exit', 'online', 'passkey', 'hug', 'sunrise', 'offline'];
  for (const name of names) expect(iconPaths(name)).toMatch(/^<(path|circle|rect|line|polyline)/);
});
