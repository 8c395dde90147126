// Fifty kills without warning while people post. A soak of some minutes; its short form is one of the tests.
import { killWhileWriting } from '../test/kit/crash.ts';
import { median, report } from './kit/report.ts';

await report('kills', async () => {
  const { kills, acknowledged, lost, doubled, restarts } = await killWhileWriting(
    50,
    () => 10 + Math.random() * 190,
  );
  return [
    {
      what: 'kills without warning',
      value: kills,
      unit: 'times',
      note: 'every other one took PostgreSQL along',
    },
    { what: 'posts acknowledged meanwhile', value: acknowledged, unit: 'posts' },
    { what: 'of them not there after a restart', value: lost, unit: 'posts', most: 0 },
    { what: 'of them there more than once', value: doubled, unit: 'posts', most: 0 },
    { what: 'start after a kill, middle', value: median(restarts) / 1000, unit: 's' },
    { what: 'start after a kill, longest', value: Math.max(...restarts) / 1000, unit: 's' },
  ];
});
