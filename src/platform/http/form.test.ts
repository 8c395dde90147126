import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Env } from './env.ts';
import { many, type Read, readForm, required } from './form.ts';

async function read<T extends z.ZodType>(schema: T, said: [string, string][]) {
  let form: Read<z.infer<T>> | undefined;
  const app = new Hono<Env>().post('/', async (c) => {
    form = await readForm(c, schema);
    return c.text('');
  });
  await app.request('/', { method: 'POST', body: new URLSearchParams(said) });
  return form!;
}

const Name = z.object({ name: required(60) });

it.each([
  ['\u202eMaya\u202c', 'Maya'],
  ['\u2067Noor\u2069', 'Noor'],
  ['\ufeffMa\u0007ya\u0085', 'Maya'],
  ['Zoe\u0308', 'Zoë'],
  ['👩‍👧 Ana', '👩‍👧 Ana'],
  ['می‌خواهم', 'می‌خواهم'],
  ['one\r\ntwo\tthree', 'one\ntwo\tthree'],
])('keeps of %j what shows: %j', async (typed, kept) => {
  expect(await read(Name, [['name', typed]])).toMatchObject({ ok: true, values: { name: kept } });
});

it.each(['\u200b\u200d', '\u2060 \u00ad', '\u3164', '\u2800', '\u0301', '\u202e'])(
  '%j is no name',
  async (typed) => {
    const form = await read(Name, [['name', typed]]);
    expect(form).toMatchObject({ ok: false, errors: { name: 'errors.field.missing' } });
  },
);

it('a box ticked twice is ticked once; one that was never offered is refused', async () => {
  const Days = z.object({ days: many(['mon', 'tue']) });
  const twice: [string, string][] = [
    ['days', 'mon'],
    ['days', 'mon'],
  ];
  expect(await read(Days, twice)).toMatchObject({ ok: true, values: { days: ['mon'] } });
  expect(await read(Days, [])).toMatchObject({ ok: true, values: { days: [] } });
  const odd = await read(Days, [...twice, ['days', 'constructor']]);
  expect(odd).toMatchObject({ ok: false, errors: { days: 'errors.field.unfit' } });
});

it('a field named as an object’s own workings changes none of them', async () => {
  const form = await read(Name, [
    ['name', 'Maya'],
    ['__proto__', 'a'],
    ['__proto__', 'b'],
  ]);
  expect(Object.getPrototypeOf(form.raw)).toBe(Object.prototype);
});
