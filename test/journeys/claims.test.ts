import { expect, it } from 'vitest';
import { type Answered, calendarIn, helpersWaiting, raceFor } from '../kit/claims.ts';
import { startServer } from '../kit/server.ts';

const HELPERS = 1000;
const SLOTS = 50;
const env = { TRUST_PROXY: 'true' };
const withStatus = (answers: Answered[], status: number) => answers.filter((one) => one.status === status);

// A second alone on the machine; a minute beside everything else.
it('a thousand helpers race for fifty slots over HTTP, the server is killed in the middle, and each slot has one helper', {
  timeout: 600_000,
}, async () => {
  let server = await startServer({ env });
  const { keys, made, end } = await calendarIn(server.dataDir, SLOTS);
  const { dataDir } = server;
  try {
    const helpers = helpersWaiting(HELPERS);
    let killed: Promise<void> | undefined;
    const { answers: first } = await raceFor(server.url, keys, made, helpers, (answered) => {
      if (answered === 30) killed = server.kill();
    });
    await killed;
    await end();
    const cutOff = new Set(withStatus(first, 0).map(({ helper }) => helper));
    expect(cutOff.size, 'it was in the middle').toBeGreaterThan(SLOTS);

    server = await startServer({ env, dataDir });
    const again = helpers.filter(({ number }) => cutOff.has(number));
    const { answers: second } = await raceFor(server.url, keys, made, again);
    expect([...new Set(second.map(({ status }) => status))].sort()).toEqual([303, 409]);

    const won = withStatus([...first, ...second], 303);
    expect(won, 'each slot one helper').toHaveLength(SLOTS);
    expect(new Set(won.map(({ slotId }) => slotId)).size).toBe(SLOTS);
    expect(new Set(won.map(({ said }) => said)).size, 'each a page of their own').toBe(SLOTS);
    for (const { said } of won) {
      const page = await (await fetch(server.url + said)).text();
      expect(page, 'nothing acknowledged is lost').toContain('Change or cancel');
    }
    for (const { said } of withStatus([...first, ...second], 409))
      expect(said).toContain('Somebody was a moment quicker');
    const last = withStatus(second, 409).at(-1)!.said;
    expect(last, 'all fifty are taken, and it says so').toContain('Nothing else is open near that day');
  } finally {
    await server.stop();
  }
});
