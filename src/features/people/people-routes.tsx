import {
  type Ctx,
  notFound,
  publicUrl,
  type Read,
  readForm,
  requireViewer,
  routes,
  seeOther,
} from '../../platform/http/index.ts';
import { circleName, herCircles } from '../circles/index.ts';
import { linkPath } from '../links/index.ts';
import { circleSchema, newPersonSchema, personSchema, sightSchema } from './forms.ts';
import { addCircle, addPerson, changePerson, linkOf, removePerson, setSight } from './keeping.ts';
import { sharersAround } from './near.ts';
import { NewPersonPage } from './pages/new-person-page.tsx';
import { PeoplePage } from './pages/people-page.tsx';
import { PersonPage } from './pages/person-page.tsx';
import { RemovalPage } from './pages/removal-page.tsx';
import { idOf, PERSON, pathOf } from './paths.ts';
import { herPeople, personOfHers } from './person.ts';

/** Her people: who they are, and what each sees. */
export const peopleRoutes = routes();

peopleRoutes.get('/people', async (c) => {
  const viewer = requireViewer(c);
  const seen = await c.get('db').read(viewer, async (tx) => ({
    people: await herPeople(tx, c.get('keys'), viewer),
    circles: await circlesIn(c, tx),
    sharers: await sharersAround(tx),
  }));
  return c.html(<PeoplePage page={c.get('page')} {...seen} />);
});

peopleRoutes.get('/people/new', async (c) => c.html(await newPersonPage(c)));

peopleRoutes.post('/people', async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, newPersonSchema);
  if (!form.ok) return c.html(await newPersonPage(c, form), 422);
  const locale = viewer.locale === 'es' ? 'es' : 'en';
  const about = { ...form.values, phone: null, note: '', locale } as const;
  const id = await c.get('db').write(viewer, (tx) => addPerson(tx, c.get('keys'), viewer, about));
  return seeOther(c, pathOf(id), 'people.notice.added');
});

peopleRoutes.post('/people/circles', async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, circleSchema);
  if (!form.ok) return c.html(await newPersonPage(c, form), 422);
  const { circle: circleId } = form.values;
  const id = await c.get('db').write(viewer, async (tx) => {
    const name = (await circlesIn(c, tx)).get(circleId) ?? notFound();
    return addCircle(tx, c.get('keys'), viewer, { circleId, name });
  });
  return seeOther(c, pathOf(id), 'people.notice.added');
});

peopleRoutes.get(PERSON, async (c) => c.html(await personPage(c)));

peopleRoutes.post(PERSON, async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, personSchema);
  if (!form.ok) return c.html(await personPage(c, form), 422);
  await c.get('db').write(viewer, async (tx) => {
    const before = (await personOfHers(tx, c.get('keys'), viewer, idOf(c))) ?? notFound();
    const newAddress = before.mail !== form.values.mail;
    await changePerson(tx, c.get('keys'), viewer, before.personId, { ...form.values, newAddress });
  });
  return seeOther(c, pathOf(idOf(c)), 'people.notice.saved');
});

peopleRoutes.post(`${PERSON}/sight`, async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, sightSchema);
  if (!form.ok) return c.html(await personPage(c, form), 422);
  await c.get('db').write(viewer, (tx) => setSight(tx, viewer, idOf(c), form.values));
  return seeOther(c, pathOf(idOf(c)), 'people.notice.sight');
});

peopleRoutes.get(`${PERSON}/removal`, async (c) => {
  const viewer = requireViewer(c);
  const person = await c.get('db').read(viewer, (tx) => personOfHers(tx, c.get('keys'), viewer, idOf(c)));
  return c.html(<RemovalPage page={c.get('page')} person={person ?? notFound()} />);
});

peopleRoutes.post(`${PERSON}/removal`, async (c) => {
  const viewer = requireViewer(c);
  await c.get('db').write(viewer, (tx) => removePerson(tx, viewer, idOf(c)));
  return seeOther(c, '/people', 'people.notice.removed');
});

type Tx = Parameters<typeof herPeople>[0];

/** The names of the circles she is in and not spared from, by id. */
async function circlesIn(c: Ctx, tx: Tx): Promise<Map<string, string>> {
  const { shown } = await herCircles(tx, requireViewer(c));
  return new Map(shown.map(({ circle }) => [circle.circleId, circleName(c.get('page'), circle)]));
}

type Refused = Read<unknown> & { ok: false };

async function newPersonPage(c: Ctx, refused?: Refused) {
  const viewer = requireViewer(c);
  const circles = await c.get('db').read(viewer, async (tx) => {
    const there = new Set((await herPeople(tx, c.get('keys'), viewer)).map((one) => one.circleId));
    return [...(await circlesIn(c, tx))].filter(([circleId]) => !there.has(circleId));
  });
  return <NewPersonPage page={c.get('page')} circles={circles} refused={refused} />;
}

/** One of hers, with the link to give. @throws Problem 404 */
async function personPage(c: Ctx, refused?: Refused) {
  const viewer = requireViewer(c);
  const found = await c.get('db').read(viewer, async (tx) => {
    const person = (await personOfHers(tx, c.get('keys'), viewer, idOf(c))) ?? notFound();
    const linkId = person.circleId ? null : await linkOf(tx, viewer, person.personId);
    return { person, linkId };
  });
  const link = found.linkId && publicUrl(c) + linkPath(c.get('keys'), 'person', found.linkId);
  return <PersonPage page={c.get('page')} person={found.person} link={link} refused={refused} />;
}
