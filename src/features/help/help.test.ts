import { beforeEach, describe, expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { CHEERFUL, tell, wordsOf } from '../onboarding/telling.fixture.ts';

const world = await newWorld();
beforeEach(() => world.owner.query('DELETE FROM answers'));

/** What the phone's messages would open with. */
const smsOf = (html: string) => {
  const href = /href="sms:\?&amp;body=([^"]*)"/.exec(html)?.[1];
  return href === undefined ? undefined : decodeURIComponent(href);
};

describe('a note to one person', () => {
  test('asks for what she chose, and opens in messages and mail', async () => {
    const { text } = await world.as('maya').get('/help/note?want=meal&want=ride');
    expect(smsOf(text)).toMatch(
      /I trust you[\s\S]*A dinner one evening[\s\S]*I need a ride[\s\S]*Only if you can/,
    );
    expect(text).toMatch(/href="mailto:\?subject=A%20small%20favor&amp;body=/);
    expect(wordsOf(text)).toContain('A dinner one evening');
    expect(text).toMatch(/value="ride" checked/);
    expect(text).not.toMatch(/value="laundry" checked/);
  });

  test('speaks her language', async () => {
    const maya = world.as('maya');
    maya.cookies.set('lang', 'es');
    expect(smsOf((await maya.get('/help/note?want=sleep-hour')).text)).toContain(
      'venir una hora para que yo duerma',
    );
  });

  test.each(['en', 'es'])(
    'after a loss it asks for company, and nothing in it is cheerful (%s)',
    async (lang) => {
      const vera = world.as('vera');
      vera.cookies.set('lang', lang);
      await tell(vera, 1, { stages: 'loss' });
      // A prompt from before is not hers any more.
      const { text } = await vera.get('/help/note?want=childcare');
      expect(text).toMatch(/value="loss-company" checked/);
      expect(text).not.toContain('value="childcare"');
      for (const path of ['/help/note', '/help/note?to=doctor', '/ask', '/calendar']) {
        expect(wordsOf((await vera.get(path)).text), path).not.toMatch(CHEERFUL);
      }
    },
  );

  test('has a version to read aloud at the doctor’s', async () => {
    const { text } = await world.as('maya').get('/help/note?to=doctor');
    expect(wordsOf(text)).toContain('I want to tell you how I have really been');
    expect(smsOf(text)).toBeUndefined();
  });

  test('what the address makes up is left out', async () => {
    const answer = await world.as('maya').get('/help/note?want=%3Cscript%3E&want=%00&to=nobody');
    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(/value="meal" checked/);
    expect(answer.text).not.toContain('<script>');
  });
});

describe('the calendar', () => {
  test('shows when her circles meet, four weeks ahead, on the right day', async () => {
    const words = wordsOf((await world.as('maya').get('/calendar')).text);
    expect(words.match(/Night Feeds, Lakeview/g)).toHaveLength(4);
    expect(words.match(/Tuesday, \w+ \d+/g)).toHaveLength(4);
    expect(words).toMatch(/7:00\sPM to 8:00\sPM/);
  });

  test('tells both hours where the circle keeps another clock', async () => {
    await world.owner.query(
      `UPDATE members SET time_zone = 'America/Los_Angeles' WHERE display_name = 'Dana'`,
    );
    const words = wordsOf((await world.as('dana').get('/calendar')).text);
    expect(words).toMatch(/5:00\sPM to 6:00\sPM your time \(7:00\sPM to 8:00\sPM there\)/);
  });

  test('is warm when there is nothing on it', async () => {
    const { text } = await world.as('vera').get('/calendar');
    expect(wordsOf(text)).toContain('nothing you have to do');
    expect(text).toContain('href="/circles"');
  });
});
