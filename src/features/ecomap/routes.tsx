import {
  type Ctx,
  routes as newRoutes,
  notFound,
  type Read,
  readForm,
  requireViewer,
  seeOther,
} from '../../platform/http/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import { serviceById } from '../directory/index.ts';
import { addTie, bringBack, changeTie, isRing, Overtaken, removeTie } from './changing.ts';
import { type HerMap, herMap } from './her-map.ts';
import { knownTo } from './known.ts';
import { changeMap, documentOf, nameOfOrigin, type Origin, SOURCES, type Tie } from './map.ts';
import { MapPage } from './pages/map-page.tsx';
import { NudgePage } from './pages/nudge-page.tsx';
import { PrintPage } from './pages/print-page.tsx';
import { NewTiePage, TiePage } from './pages/tie-page.tsx';
import { svgFile } from './svg-file.tsx';
import { rawOf, tieForm } from './tie-form.ts';
import { waysTo } from './ways.ts';

export const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const TIE = `/ecomap/ties/:tie{${ID}}` as const;

/** Her map: hers alone, whoever else she is here. */
export const mapRoutes = newRoutes();

mapRoutes.get('/ecomap', async (c) => c.html(<MapPage page={c.get('page')} map={await mapOf(c)} />));

mapRoutes.get('/ecomap/print', async (c) => {
  const { displayName } = requireViewer(c);
  return c.html(<PrintPage page={c.get('page')} map={await mapOf(c)} name={displayName} />);
});

mapRoutes.get('/ecomap.svg', async (c) => {
  const { ties } = await mapOf(c);
  return c.body(svgFile(c.get('page'), ties), 200, {
    'Content-Type': 'image/svg+xml; charset=utf-8',
    'Content-Disposition': 'attachment; filename="ecomap.svg"',
  });
});

mapRoutes.get('/ecomap/ties/new', async (c) => c.html(await newPage(c)));

mapRoutes.post('/ecomap/ties', async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, tieForm(todayIn(viewer.timeZone)));
  if (!form.ok) return c.html(await newPage(c, form), 422);
  const origin = await serviceNamed(c, String(form.raw.service ?? ''));
  await change(c, (document) =>
    addTie(document, form.values.said, origin && { of: 'services', id: origin.id }),
  );
  return seeOther(c, '/ecomap', 'ecomap.added');
});

mapRoutes.get(TIE, async (c) => {
  const { map, tie } = await tieOf(c);
  return c.html(<TiePage page={c.get('page')} map={map} tie={tie} raw={rawOf(tie)} />);
});

mapRoutes.post(TIE, async (c) => {
  const { map, tie } = await tieOf(c);
  const shown = { page: c.get('page'), map, tie };
  const form = await readForm(c, tieForm(map.today));
  if (!form.ok) return c.html(<TiePage {...shown} raw={form.raw} errors={form.errors} />, 422);
  try {
    await change(c, (document) => changeTie(document, tie, form.values.said, form.values.version));
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    return c.html(<TiePage {...shown} raw={form.raw} overtakenBy={error.now} />, 409);
  }
  return seeOther(c, `/ecomap#tie-${tie.id}`, 'ecomap.saved');
});

mapRoutes.post(`${TIE}/ring`, async (c) => {
  const { tie } = await tieOf(c);
  const ring = Number((await c.req.parseBody()).ring);
  if (!isRing(ring)) notFound();
  await change(c, (document) => changeTie(document, tie, { ring }));
  return seeOther(c, `/ecomap#tie-${tie.id}`, 'ecomap.moved');
});

mapRoutes.post(`${TIE}/contact`, async (c) => {
  const { map, tie } = await tieOf(c);
  await change(c, (document) => changeTie(document, tie, { lastContact: map.today }));
  return seeOther(c, `/ecomap#tie-${tie.id}`, 'ecomap.in-touch');
});

mapRoutes.post(`${TIE}/removal`, async (c) => {
  const { tie } = await tieOf(c);
  await change(c, (document) => removeTie(document, tie));
  return seeOther(c, '/ecomap', 'ecomap.removed');
});

mapRoutes.post(`${TIE}/return`, async (c) => {
  const id = c.req.param('tie');
  await change(c, (document) => bringBack(document, id));
  return seeOther(c, `/ecomap#tie-${id}`, 'ecomap.brought-back');
});

mapRoutes.get(`${TIE}/nudge`, async (c) => {
  const { map, tie } = await tieOf(c);
  const viewer = requireViewer(c);
  const ways = await c.get('db').read(viewer, (tx) => waysTo(tx, c.get('keys'), viewer, tie));
  return c.html(<NudgePage page={c.get('page')} tie={tie} ways={ways} gentle={map.gentle} />);
});

export function mapOf(c: Ctx): Promise<HerMap> {
  const viewer = requireViewer(c);
  return c.get('db').read(viewer, (tx) => herMap(tx, c.get('keys'), viewer, c.get('page')));
}

/** One change of her map, in a transaction of its own. */
export function change<T>(c: Ctx, how: Parameters<typeof changeMap<T>>[3]): Promise<T> {
  const viewer = requireViewer(c);
  return c.get('db').write(viewer, (tx) => changeMap(tx, c.get('keys'), viewer, how));
}

/** @throws Problem 404 when it is not on her map */
async function tieOf(c: Ctx): Promise<{ map: HerMap; tie: Tie }> {
  const map = await mapOf(c);
  const tie = map.ties.find(({ id }) => id === c.req.param('tie'));
  return { map, tie: tie ?? notFound() };
}

/** Everybody she may pick from: whom she has to do with here, whether or not the map may grow. She looks by herself. */
async function newPage(c: Ctx, refused?: Read<unknown> & { ok: false }) {
  const viewer = requireViewer(c);
  const page = c.get('page');
  const { document, known } = await c.get('db').read(viewer, async (tx) => ({
    document: (await documentOf(tx, c.get('keys'), viewer)).document,
    known: await knownTo(tx, c.get('keys'), viewer, page, SOURCES),
  }));
  const there = new Set(document.ties.flatMap(({ origin }) => (origin ? [nameOfOrigin(origin)] : [])));
  const service = await serviceNamed(c, String(refused?.raw.service ?? c.req.query('service') ?? ''));
  const people = c.req.query('people') ?? (service ? 'professional' : 'family');
  const raw = refused?.raw ?? { people, ring: service ? '3' : '2', name: service?.name ?? '' };
  return (
    <NewTiePage
      page={page}
      known={
        service || refused ? [] : known.filter(({ origins }) => !origins.some((origin) => there.has(origin)))
      }
      today={todayIn(viewer.timeZone)}
      raw={raw}
      errors={refused?.errors}
      service={service?.id}
    />
  );
}

/** A service of the directory, when the address or the form names one. */
async function serviceNamed(c: Ctx, id: string): Promise<{ id: string; name: string } | null> {
  if (!new RegExp(`^${ID}$`).test(id)) return null;
  const service = await c.get('db').read(requireViewer(c), (tx) => serviceById(tx, id));
  return service ? { id: service.id, name: service.name.slice(0, 80) } : null;
}

export const originOf = (text: string): Origin | null => {
  const [of, id = ''] = text.split(':');
  const source = SOURCES.find((one) => one === of);
  return source && new RegExp(`^${ID}$`).test(id) ? { of: source, id } : null;
};
