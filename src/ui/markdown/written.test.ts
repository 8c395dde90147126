import { describe, expect, it } from 'vitest';
import { throughTheWall } from './wall.ts';
import { written } from './written.ts';

const html = (text: string) => String(written(text));
const links = (text: string) => [...html(text).matchAll(/href="([^"]*)"/g)].map(([, address]) => address);

describe('the little Markdown there is', () => {
  it.each([
    ['**firm** and *soft*', '<p><strong>firm</strong> and <em>soft</em></p>'],
    ['- tea\n- sleep', '<ul><li>tea</li><li>sleep</li></ul>'],
    ['3. third\n4. fourth', '<ol start="3"><li>third</li><li>fourth</li></ol>'],
    ['> she said\n> go home', '<blockquote><p>she said<br />go home</p></blockquote>'],
  ])('%j', (text, shown) => expect(html(text)).toBe(shown));

  it.each([
    ['one line\nand another\n\nand a paragraph', '<p>one line<br />and another</p><p>and a paragraph</p>'],
    ['# not a heading', '<p># not a heading</p>'],
    ['    not code, `nor this`', '<p>not code, `nor this`</p>'],
    ['before\n---\nafter', '<p>before<br />---<br />after</p>'],
    ['* * *', '<p>* * *</p>'],
    ['| a | b |\n|---|---|', '<p>| a | b |<br />|---|---|</p>'],
    ['<b>loud</b> &amp; &copy;', '<p>&lt;b&gt;loud&lt;/b&gt; &amp;amp; &amp;copy;</p>'],
    ['snake_case_word 3 * 4 * 5', '<p>snake_case_word 3 * 4 * 5</p>'],
    ['call me :) <3', '<p>call me :) &lt;3</p>'],
  ])('%j reads as it was typed', (text, shown) => expect(html(text)).toBe(shown));

  it('a picture is shown as typed, its address as an address', () => {
    expect(html('![cat](https://a.org/cat.png)')).not.toContain('<img');
    expect(html('![cat](https://a.org/cat.png)')).toContain('![cat](<a href="https://a.org/cat.png"');
  });
});

describe('links', () => {
  it.each([
    ['See https://a.org/b_(c).', ['https://a.org/b_(c)']],
    ['(https://a.org/x)', ['https://a.org/x']],
    ['[https://a.org/x], and (see https://b.org/(y)!)', ['https://a.org/x', 'https://b.org/(y)']],
    ['https://a.org/x...)_', ['https://a.org/x']],
    ['**https://a.org/x**', ['https://a.org/x']],
    ['https://our.site@elsewhere.org javascript:alert(1) ftp://a.org //a.org a.org me@a.org', []],
    ['[here](https://a.org) [write](mailto:a@b.org)', ['https://a.org', 'mailto:a@b.org']],
    [
      '[x](javascript:alert(1)) [x](JaVaScRiPt:alert(1)) [x](java\tscript:alert(1)) [x](&#106;avascript:1)',
      [],
    ],
    ['[x](data:text/html,x) [x](vbscript:x) [x](//a.org) [x](/plan) [x](tel:1) [x](https://a@b.org)', []],
  ])('%j leads to %j', (text, addresses) => expect(links(text)).toEqual(addresses));

  it('say where they lead when their words do not', () => {
    expect(html('https://a.org/x')).not.toContain('<small>');
    expect(html('[https://bank.org](https://thief.org/x)')).toContain('</a> <small>(thief.org)</small>');
    expect(html('[here](https://a.org "a title")')).toBe(
      '<p><a href="https://a.org" rel="nofollow noopener noreferrer ugc">here</a> <small>(a.org)</small></p>',
    );
    expect(html('[us](mailto:a@b.org)')).toContain('<small>(a@b.org)</small>');
    expect(html('https://аpple.com')).toContain('<small>(xn--pple-43d.com)</small>');
  });
});

describe('hostile words', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '[a](https://a.org"onmouseover="alert(1))',
    '[<img src=x onerror=alert(1)>](https://a.org)',
    '**<b onclick=alert(1)>**',
    'https://a.org/"><script>alert(1)</script>',
    '<https://a.org" onclick="x">',
    '[a](<https://a.org/" onclick="x>)',
    '</p></blockquote><iframe src="//a.org">',
    '<!--<a href="-->"><style>*{display:none}',
  ])('%j brings nothing of its own', (text) => {
    const tags = [...html(text).matchAll(/<\/?([a-z]+)([^>]*)>/g)];
    for (const [tag, name] of tags)
      expect(tag, text).toMatch(
        name === 'a'
          ? /^<\/a>|<a href="(https?|mailto):[^"<>]*" rel="nofollow noopener noreferrer ugc">/
          : /^<\/?(p|br|strong|em|blockquote|small)( \/)?>$/,
      );
    expect(tags.length).toBeGreaterThan(0);
  });

  it('the second wall stands by itself', () => {
    expect(
      throughTheWall(
        '<a href="javascript:x" onclick="x" title="y">a</a><img src=x><p class="x" style="x">b</p>',
      ),
    ).toBe('<a>a</a>&lt;img /&gt;<p>b</p>');
  });

  it('quotes and lists in themselves end somewhere, and no word is lost', () => {
    const deep = html(`${'>'.repeat(9_990)} end`);
    expect(deep.match(/<blockquote>/g)!.length).toBeLessThan(14);
    expect(deep).toContain('end');
    expect(html(`${'- '.repeat(4_000)}end`)).toContain('end');
    expect(
      html(Array.from({ length: 60 }, (_, n) => `${' '.repeat(n * 2)}- item${n}.`).join('\n')),
    ).toContain('item59.');
  });

  // As long as a post may be. Each sign once walked over once more for every other took twelve seconds.
  it.each([
    '>',
    '> ',
    '>a\n',
    '>>>>>>>a\n\n',
    '- ',
    '- a\n',
    '  - a\n',
    '1. ',
    '1. a\n',
    '[',
    '![',
    '](',
    '[a](',
    '[a](https://a.org/)',
    '*',
    '*a ',
    '**x*',
    'a**b',
    '_a ',
    '*_',
    '\\',
    '<',
    '<a ',
    '&',
    'a\n',
    ' \n',
    'http://',
    'https://a.org/) ',
    'https://a.org/(',
    'mailto:a@',
    '\u0000',
  ])('ten thousand signs of %j take no more than they should', (unit) => {
    const text = unit.repeat(10_000 / unit.length);
    const begun = process.cpuUsage();
    html(text);
    const { user, system } = process.cpuUsage(begun);
    expect(user + system).toBeLessThan(1_500_000);
  });

  it.each([')', '.', '.)', '(.', '[)'])('nor does an address with a long tail of %j', (tail) => {
    const begun = process.cpuUsage();
    html(`https://a.org/x${tail.repeat(9_900 / tail.length)}`);
    const { user, system } = process.cpuUsage(begun);
    expect(user + system).toBeLessThan(500_000);
  });
});
