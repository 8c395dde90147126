import { expect, it } from 'vitest';
import { translator } from '../platform/i18n/index.ts';
import { Face } from './face.tsx';
import { type IconName, iconPaths } from './icons.ts';
import type { Page } from './page.ts';
import { PostShell, PostText } from './post-shell.tsx';
import { Reaction } from './reaction.tsx';

const page = { t: translator('en'), csrf: 'token' } as Page;

it('hides the body of a post with a content note until it is opened', () => {
  const html = String(
    <PostShell page={page} id="p1" author="Priya" contentNote="a hospital stay">
      <PostText text="We came home." />
    </PostShell>,
  );
  expect(html).toMatch(/<details[^>]*><summary>.*a hospital stay.*<\/summary>.*We came home\..*<\/details>/);
  expect(html).not.toContain('<details open');
});

it('makes paragraphs of blank lines and never markup of markup', () => {
  expect(String(<PostText text={'One\n\n<script>two</script>'} />)).toBe(
    '<p>One</p><p>&lt;script&gt;two&lt;/script&gt;</p>',
  );
});

it('shows a count only where there is someone in it', () => {
  const reaction = (count: number) =>
    String(
      <Reaction page={page} action="/r" name="kind" value="hug" label="Hug" count={count} pressed={false} />,
    );
  expect(reaction(4)).toContain('Hug · 4');
  expect(reaction(0)).not.toContain('·');
});

it('does not put a name’s initial on someone writing without it', () => {
  expect(String(<Face name="Zora" unnamed />)).toContain('>?<');
  expect(String(<Face name="ñandú" />)).toContain('>Ñ<');
});

it('finds every picture it names', () => {
  const names: IconName[] = ['home', 'circles', 'exit', 'online', 'passkey', 'hug', 'sunrise', 'offline'];
  for (const name of names) expect(iconPaths(name)).toMatch(/^<(path|circle|rect|line|polyline)/);
});
