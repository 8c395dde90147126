import { describe, expect, test } from 'vitest';
import { HIDDEN_CIRCLE, NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { aCircle, namesFound } from './a-circle.fixture.ts';

const world = await newWorld();
const { rosa, nora } = world.people;
await aCircle(world, rosa, { name: 'Long Gone', closed_at: new Date() });
await aCircle(world, nora, { name: 'Next Door’s Circle' });

describe('what is nobody’s business', () => {
  test('hidden, closed and another community’s circles are in no list, whoever asks', async () => {
    for (const who of [world.nobody(), world.as('vera'), world.as('rosa'), world.as('admin')]) {
      const names = await namesFound(who, '?within=any');
      expect(names).not.toContain('The Quiet Cellar');
      expect(names).not.toContain('Long Gone');
      expect(names).not.toContain('Next Door’s Circle');
    }
    expect(await namesFound(world.as('nora'), '?within=any')).toEqual(['Next Door’s Circle']);
  });

  test('members are named to nobody outside; facilitators to members of the community only', async () => {
    const street = await world.nobody().get(`/circles/${NIGHT_FEEDS}`);
    expect(street.status).toBe(200);
    for (const name of ['Maya', 'Dana', 'Rosa', 'Bea']) expect(street.text).not.toContain(name);
    const inside = await world.as('vera').get(`/circles/${NIGHT_FEEDS}`);
    expect(inside.text).toContain('Rosa looks after it');
    for (const name of ['Maya', 'Dana', 'Bea']) expect(inside.text).not.toContain(name);
  });

  test('a hidden circle, an unknown one and another community’s give one answer', async () => {
    const next = await aCircle(world, nora, { name: 'Theirs' });
    const answers = await Promise.all(
      [
        HIDDEN_CIRCLE,
        next,
        '00000000-0000-7000-8000-00000000dead',
        '------------------------------------',
      ].map((id) => world.as('vera').get(`/circles/${id}`)),
    );
    for (const answer of answers) expect(answer.status).toBe(404);
    const bodies = answers.map(({ text }) => text.replace(/back=[^"]*|name="_csrf"[^>]*/g, ''));
    expect(new Set(bodies).size).toBe(1);
  });
});
