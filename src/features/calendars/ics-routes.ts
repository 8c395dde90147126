import type { Scope } from '../../platform/db/index.ts';
import { type Ctx, publicUrl, routes } from '../../platform/http/index.ts';
import { type Gathering, seenGathering, seenOccurrence } from '../gatherings/index.ts';
import { answerCalendar } from './answering.ts';
import { eventsOf, onceOf, repeats } from './gathering-events.ts';
import { withTimes } from './known.ts';
import { publicFeed } from './public-feed.ts';
import type { Teller } from './telling.ts';

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Gatherings as files for a calendar: for whoever may see their page. */
export const icsRoutes = routes();

icsRoutes.get('/gatherings.ics', async (c) => answerCalendar(c, await publicFeed(c)));

icsRoutes.get(`/gatherings/:file{${ID}\\.ics}`, async (c) => {
  const id = idOf(c.req.param('file'));
  const [known] = await c
    .get('db')
    .read(scopeOf(c), async (tx) => withTimes(tx, [await seenGathering(tx, id)]));
  return asFile(c, known!.gathering, eventsOf(tellerFor(c), known!));
});

icsRoutes.get(`/gatherings/:id{${ID}}/occurrences/:file{${ID}\\.ics}`, async (c) => {
  const [id, occurrenceId] = [c.req.param('id'), idOf(c.req.param('file'))];
  const { gathering, occurrence } = await c
    .get('db')
    .read(scopeOf(c), (tx) => seenOccurrence(tx, id, occurrenceId));
  const uid = repeats(gathering) ? undefined : gathering.uid;
  return asFile(c, gathering, [onceOf(tellerFor(c), gathering, occurrence, { uid })]);
});

const idOf = (file: string): string => file.slice(0, -'.ics'.length);

const scopeOf = (c: Ctx): Scope =>
  c.get('viewer') ?? { communityId: c.get('community').communityId, memberId: null };

/** In the words of whoever asks. */
function tellerFor(c: Ctx): Teller {
  const { t, lang } = c.get('page');
  return { t, lang, origin: publicUrl(c) };
}

function asFile(c: Ctx, gathering: Gathering, events: ReturnType<typeof eventsOf>) {
  c.header('Content-Disposition', `attachment; filename="${fileName(gathering)}"`);
  const file = { name: gathering.title, zone: gathering.timeZone, events };
  return answerCalendar(c, file, gathering.seenBy === 'public' && !c.get('viewer') ? 'public' : 'private');
}

/** A name for the file that every system takes. */
const fileName = ({ title, gatheringId }: Gathering): string => {
  const plain = title
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/[^\w-]/g, '')
    .replace(/^-+|-+$/g, '');
  return `${plain.slice(0, 60) || gatheringId}.ics`;
};
