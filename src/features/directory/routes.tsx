import { z } from 'zod';
import { LANGUAGES, TOPICS, type Topic } from '../../matching/index.ts';
import { findPostcode } from '../../platform/geo/index.ts';
import {
  checked,
  many,
  notFound,
  readForm,
  required,
  requireViewer,
  routes,
  seeOther,
  text,
} from '../../platform/http/index.ts';
import { type Answers, answersOf, BESIDE_LOSS, isGrieving } from '../onboarding/index.ts';
import { addService, allServices, removeService, serviceById } from './local-service.ts';
import { ServicesPage } from './pages/all-services.tsx';
import { NewServicePage } from './pages/new-service.tsx';
import { ServicePage } from './pages/one-service.tsx';

const ID = '{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}';
const optional = (value: string) => value || null;

const NewService = z.object({
  name: required(120),
  organisation: required(120),
  description: text(2000),
  topics: many(TOPICS),
  languages: many(LANGUAGES),
  cost: text(120),
  remote: checked,
  openings: checked,
  phone: text(40)
    .regex(/^[+\d][\d\s().-]{5,}$|^$/, 'directory.error.phone')
    .transform(optional),
  url: text(300)
    .regex(/^https?:\/\/[^\s]+$|^$/, 'directory.error.url')
    .transform(optional),
  postcode: text(12),
  source: required(200),
});

/** Before somebody who told us of a loss alone, nothing that speaks of a child. */
const suits = (answers: Answers, topics: readonly Topic[]): boolean =>
  !isGrieving(answers) ||
  answers.stages.some(({ kind }) => kind !== 'loss') ||
  topics.includes('loss') ||
  topics.every((topic) => BESIDE_LOSS.includes(topic));

/** What members read. */
export const directoryRoutes = routes();

directoryRoutes.get('/directory', async (c) => {
  const viewer = requireViewer(c);
  const services = await c.get('db').read(viewer, async (tx) => {
    const answers = await answersOf(tx, viewer);
    return (await allServices(tx)).filter(({ topics }) => !answers || suits(answers, topics));
  });
  return c.html(
    <ServicesPage page={c.get('page')} services={services} coordinates={viewer.role === 'coordinator'} />,
  );
});

directoryRoutes.get(`/directory/:id${ID}`, async (c) => {
  const viewer = requireViewer(c);
  const service = (await c.get('db').read(viewer, (tx) => serviceById(tx, c.req.param('id')))) ?? notFound();
  return c.html(
    <ServicePage page={c.get('page')} service={service} coordinates={viewer.role === 'coordinator'} />,
  );
});

/** What coordinators keep. */
export const directoryCoordinatorRoutes = routes();

directoryCoordinatorRoutes.get('/community/directory/new', (c) =>
  c.html(<NewServicePage page={c.get('page')} />),
);

directoryCoordinatorRoutes.post('/community/directory', async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, NewService);
  const { country } = c.get('community');
  const place = form.ok && form.values.postcode ? findPostcode(country, form.values.postcode) : null;
  if (!form.ok || (form.values.postcode && !place)) {
    const errors = form.ok ? { postcode: 'directory.error.postcode' as const } : form.errors;
    return c.html(<NewServicePage page={c.get('page')} raw={form.raw} errors={errors} />, 422);
  }
  const id = await c
    .get('db')
    .write(viewer, (tx) => addService(tx, viewer, { ...form.values, place: place && located(place) }));
  return seeOther(c, `/directory/${id}`, 'directory.notice.added');
});

directoryCoordinatorRoutes.post(`/community/directory/:id${ID}/removal`, async (c) => {
  const removed = await c.get('db').write(requireViewer(c), (tx) => removeService(tx, c.req.param('id')));
  return removed ? seeOther(c, '/directory', 'directory.notice.removed') : notFound();
});

const located = ({
  country,
  region,
  postcode,
  placeName,
  latitude,
  longitude,
}: NonNullable<ReturnType<typeof findPostcode>>) => ({
  country,
  region,
  postcode,
  placeName,
  latitude,
  longitude,
});
