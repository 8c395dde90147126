import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Fields } from '../../../test/kit/client.ts';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { newId } from '../../platform/crypto/index.ts';

const world = await newWorld();
const room = `/circles/${NIGHT_FEEDS}`;
type Who = keyof typeof world.people;

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c09060' } });
/** As a phone takes it: held upright, and knowing very well where she lives. */
const taken = await picture(2000, 1000)
  .jpeg()
  .withMetadata({ orientation: 6 })
  .withExifMerge({
    IFD0: { Make: 'Fernwick', Copyright: 'quillmarrow' },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '41/1 56/1 24/1',
      GPSLongitudeRef: 'W',
      GPSLongitude: '87/1 39/1 0/1',
    },
  })
  .toBuffer();
const file = (bytes: Buffer | string, name = 'IMG_1.jpg') =>
  new File([new Uint8Array(Buffer.from(bytes))], name);
const say = (who: Who, fields: Fields, to = `${room}/posts`) =>
  world.as(who).post(to, { key: newId(), body: `look ${newId()}`, ...fields });
const idIn = (location: string | null) => location!.split('#p-')[1]!;
const rowsOf = async (post: string) =>
  (await world.owner.query('SELECT * FROM photos WHERE post_id = $1 ORDER BY place', [post])).rows;
const count = async () => (await world.owner.query('SELECT count(*)::int AS n FROM photos')).rows[0].n;

test('a photo is kept upright, small, and without a word about where or with what it was taken', async () => {
  expect((await sharp(taken).metadata()).exif?.toString('latin1')).toContain('Fernwick');
  const id = idIn((await say('maya', { photo: file(taken), 'photo-about': ' A cup\nof tea ' })).location);
  const [row] = await rowsOf(id);
  expect(row).toMatchObject({ width: 800, height: 1600, description: 'A cup of tea', place: 1 });
  for (const [bytes, side] of [
    [row.whole, 1600],
    [row.small, 480],
  ] as const) {
    const about = await sharp(bytes).metadata();
    expect(about).toMatchObject({ format: 'webp', height: side });
    expect([about.exif, about.xmp, about.iptc, about.icc, about.orientation]).toEqual(
      Array(5).fill(undefined),
    );
    for (const trace of ['Fernwick', 'quillmarrow', 'GPS', 'Exif', 'EXIF'])
      expect(bytes.toString('latin1'), trace).not.toContain(trace);
  }
  const page = (await world.as('dana').get(`${room}/posts/${id}`)).text;
  expect(page).toContain(
    `<img src="/photos/${row.photo_id}/small" alt="A cup of tea" width="240" height="480" loading="lazy"`,
  );
  expect((await world.as('dana').get(room)).text).toContain(`/photos/${row.photo_id}/small`);
});

test('it is served to those who see its post, kept by no browser, and as nothing but a picture', async () => {
  const id = idIn((await say('maya', { photo: file(taken) })).location);
  const path = `/photos/${(await rowsOf(id))[0].photo_id}`;
  const seen = await world.as('rosa').get(path);
  expect(seen.status).toBe(200);
  expect(seen.headers.get('content-type')).toBe('image/webp');
  expect(seen.headers.get('cache-control')).toBe('no-store');
  expect(seen.headers.get('x-content-type-options')).toBe('nosniff');
  expect(seen.headers.get('etag')).toBeNull();
  for (const who of ['vera', 'bea', 'mo', 'admin', 'nora'] as const)
    expect((await world.as(who).get(path)).status, who).toBe(404);
  // Who has left reads her own, and only her own.
  const circle = 'DELETE FROM circle_members WHERE member_id = $1';
  await world.owner.query(circle, [world.people.maya.memberId]);
  expect((await world.as('maya').get(path)).status).toBe(200);
  expect((await world.as('maya').get('/me/export')).text).toContain(path);
  await world.owner.query(
    'INSERT INTO circle_members (community_id, circle_id, member_id) VALUES ($1, $2, $3)',
    [world.people.maya.communityId, NIGHT_FEEDS, world.people.maya.memberId],
  );
});

test.each([
  [
    'a drawing that is a program',
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    'not a photo',
  ],
  ['a page', '<html><script>alert(1)</script>', 'not a photo'],
  [
    'the beginning of a photo and nothing else',
    Buffer.from('ffd8ffe000104a464946', 'hex'),
    'could not be opened',
  ],
  ['a newer phone’s own format', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'HEIC'],
  ['half a photo', taken.subarray(0, taken.length / 2), 'could not be opened'],
])('%s is refused, her words are kept', async (_, bytes, why) => {
  const before = await count();
  const refused = await say('maya', { body: 'my words stay', photo: file(bytes), 'photo-about': 'tea' });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain(why);
  expect(refused.text).toMatch(/my words stay\s*<\/textarea>/);
  expect(refused.text).toContain('value="tea"');
  expect(await count()).toBe(before);
});

test('a bomb is not opened: a picture of a gigapixel, one that moves without end', async () => {
  const vast = await picture(40, 30).jpeg().toBuffer();
  const frame = vast.indexOf(Buffer.from('ffc0', 'hex')); // where a JPEG says how large it is
  vast.writeUInt16BE(32_000, frame + 5);
  vast.writeUInt16BE(32_000, frame + 7);
  expect((await say('dana', { photo: file(vast) })).text).toContain('too large');
  const moving = await sharp(randomBytes(20 * 20 * 3 * 50), {
    raw: { width: 20, height: 1000, channels: 3, pageHeight: 20 },
  })
    .gif()
    .toBuffer();
  expect((await say('dana', { photo: file(moving) })).text).toContain('Moving pictures');
});

test('no more than four, no larger than said, and only on the forms that take them', async () => {
  const small = await picture(30, 20).png().toBuffer();
  const five = Array.from({ length: 5 }, () => file(small));
  expect((await say('maya', { photo: five })).status).toBe(422);
  const id = idIn(
    (await say('maya', { photo: [file(small), file(''), file(small)], 'photo-about': ['one', '', 'two'] }))
      .location,
  );
  expect((await rowsOf(id)).map((row) => row.description)).toEqual(['one', 'two']);
  expect((await say('maya', { photo: file(Buffer.alloc(13 * 1024 * 1024)) })).text).toContain('too large');
  expect((await say('maya', { photo: file(Buffer.alloc(33 * 1024 * 1024)) })).status).toBe(413);
  expect((await world.as('maya').post(`${room}/shelf`, { photo: file(Buffer.alloc(200_000)) })).status).toBe(
    413,
  );
  expect((await world.nobody().post(`${room}/posts`, { photo: file(Buffer.alloc(200_000)) })).status).toBe(
    413,
  );
});

test('an edit describes a photo anew or takes it away; only the author’s', async () => {
  const small = await picture(30, 20).png().toBuffer();
  const id = idIn((await say('maya', { photo: [file(small), file(small)] })).location);
  const [first, second] = (await rowsOf(id)).map((row) => row.photo_id);
  expect((await world.as('maya').get(`${room}/posts/${id}/edit`)).text).toContain(`photo-drop-${first}`);
  const fields = { body: 'better', [`photo-drop-${first}`]: 'yes', [`photo-about-${second}`]: 'a lamp' };
  expect((await world.as('dana').post(`${room}/posts/${id}/edit`, fields)).status).toBe(404);
  expect((await world.as('maya').post(`${room}/posts/${id}/edit`, fields)).status).toBe(303);
  expect((await rowsOf(id)).map((row) => row.description)).toEqual(['a lamp']);
  const { rows } = await world.owner.query('SELECT photo_count FROM posts WHERE post_id = $1', [id]);
  expect(rows[0].photo_count).toBe(1);
});

test('a deletion leaves no byte behind, whoever deletes', async () => {
  const small = await picture(30, 20).png().toBuffer();
  const answered = idIn((await say('maya', { photo: file(small) })).location);
  await say('dana', { photo: file(small) }, `${room}/posts/${answered}/replies`);
  const unanswered = idIn((await say('maya', { photo: file(small) })).location);
  const removed = idIn((await say('dana', { photo: file(small) })).location);
  for (const [who, id] of [
    ['maya', answered],
    ['maya', unanswered],
  ] as const)
    expect((await world.as(who).post(`${room}/posts/${id}/removal`)).status).toBe(303);
  // Taken out of sight, it is kept for an appeal; then nothing of it is left, here or with the case.
  await world.as('rosa').post(`${room}/posts/${removed}/takedown`, { because: 'hurtful' });
  const kept = async () => (await world.owner.query('SELECT FROM case_photos')).rowCount;
  expect([(await rowsOf(removed)).length, await kept()]).toEqual([1, 1]);
  const late = new Date(Date.now() + 31 * 24 * 60 * 60 * 1000);
  await world.parts.db.ask('SELECT access.empty_cases($1)', [late]);
  expect(await kept()).toBe(0);
  for (const id of [answered, unanswered, removed]) expect(await rowsOf(id)).toEqual([]);
  const erased = idIn((await say('dana', { photo: file(small), anonymous: 'yes' })).location);
  expect(await rowsOf(erased)).toHaveLength(1);
  await world.as('maya').post('/reports/new', { kind: 'post', id: erased, reason: 'other', note: '' });
  expect(await kept()).toBe(1);
  await world.as('dana').post('/me/erasure', { word: 'erase' });
  expect(await rowsOf(erased)).toEqual([]);
  expect(await kept()).toBe(0);
});
