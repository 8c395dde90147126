import {
  type Ctx,
  type Errors,
  routes as newRoutes,
  notFound,
  type Raw,
  readForm,
  requireViewer,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import { callsOffered } from '../call-door/index.ts';
import { metWithCare, weigh } from '../danger/index.ts';
import type { Program } from '../programs/index.ts';
import { answersOf, questionsForMentees } from './answers.ts';
import { ASKING, type AskingForm, askingSchema, UUID } from './forms.ts';
import { herNote, keepNote } from './note.ts';
import { AskingPage } from './pages/asking.tsx';
import { FirstHelpPage } from './pages/first-help.tsx';
import { StandingPage } from './pages/standing.tsx';
import { openProgram, programFor } from './program-for.ts';
import { herProposals } from './proposal.ts';
import { type Asking, askForMentor, changeRequest, herRequest, withdrawRequest } from './request.ts';

const ASK = `/programs/:id{${UUID}}/mentee` as const;

/** A mother asks for a mentor in a program, sees where it stands, changes what she would like, takes it back. */
export const menteeRoutes = newRoutes();

menteeRoutes.get(ASK, async (c) => {
  const viewer = requireViewer(c);
  const shown = await c.get('db').read(viewer, async (tx) => {
    const request = await herRequest(tx, viewer, c.req.param('id'));
    const program = request
      ? await programFor(tx, c.req.param('id'))
      : await openProgram(tx, c.req.param('id'));
    return { program, request, proposals: await herProposals(tx) };
  });
  const { program, request, proposals } = shown;
  if (!request) return c.html(<AskingPage page={c.get('page')} program={program} />);
  const proposal = proposals.find((one) => one.requestId === request.id);
  return c.html(
    <StandingPage page={c.get('page')} program={program} request={request} proposal={proposal} />,
  );
});

// A page of its own: what answers a form without sending her on is not shown where scripts send it.
menteeRoutes.get(`${ASK}/first-help`, async (c) => {
  const seen = await c.get('db').read(requireViewer(c), async (tx) => ({
    program: await programFor(tx, c.req.param('id')),
    callable: await callsOffered(tx),
  }));
  return c.html(<FirstHelpPage page={c.get('page')} {...seen} />);
});

menteeRoutes.get(`${ASK}/wishes`, async (c) => {
  const viewer = requireViewer(c);
  const { program, request, note } = await c.get('db').read(viewer, async (tx) => {
    const request = (await herRequest(tx, viewer, c.req.param('id'))) ?? notFound();
    if (request.state !== 'waiting') notFound();
    const note = await herNote(tx, c.get('keys'), viewer, request.id);
    return { program: await programFor(tx, c.req.param('id')), request, note };
  });
  return c.html(<AskingPage page={c.get('page')} program={program} request={request} note={note} />);
});

menteeRoutes.post(ASK, async (c) => {
  const viewer = requireViewer(c);
  const program = await c.get('db').read(viewer, (tx) => openProgram(tx, c.req.param('id')));
  const form = await readForm(c, askingSchema);
  const errors = form.ok ? missing(program, form.values) : form.errors;
  if (!form.ok || Object.keys(errors).length > 0) return again(c, program, form.raw, errors);
  const { values } = form;
  const { level } = weigh(values.note);
  if (program.notInDanger && (values.danger === 'yes' || level === 'urgent'))
    return seeOther(c, `/programs/${program.id}/mentee/first-help`);
  await spend(c, ASKING, viewer.memberId);
  const keys = c.get('keys');
  const said = await askForMentor(
    (work) => c.get('db').write(viewer, work),
    program.id,
    askingOf(program, values, form.raw),
    new Date(),
    (tx, id) => keepNote(tx, keys, viewer, id, values.note),
  );
  if (said === 'agreement') return again(c, program, form.raw, { agreed: 'matches.error.agreement-changed' });
  const here = `/programs/${program.id}/mentee`;
  return said ? seeOther(c, metWithCare(level, here), 'matches.notice.asked') : notFound();
});

menteeRoutes.post(`${ASK}/wishes`, async (c) => {
  const viewer = requireViewer(c);
  const id = c.req.param('id');
  const { program, request } = await c.get('db').read(viewer, async (tx) => ({
    program: await programFor(tx, id),
    request: (await herRequest(tx, viewer, id)) ?? notFound(),
  }));
  if (request.state !== 'waiting') notFound();
  const form = await readForm(c, askingSchema);
  if (!form.ok)
    return c.html(<AskingPage page={c.get('page')} program={program} request={request} {...form} />, 422);
  await spend(c, ASKING, viewer.memberId);
  await c.get('db').write(viewer, async (tx) => {
    if (!(await changeRequest(tx, request.id, askingOf(program, form.values, form.raw)))) notFound();
    await keepNote(tx, c.get('keys'), viewer, request.id, form.values.note);
  });
  const here = metWithCare(weigh(form.values.note).level, `/programs/${id}/mentee`);
  return seeOther(c, here, 'matches.notice.changed');
});

menteeRoutes.post(`${ASK}/withdrawal`, async (c) => {
  const viewer = requireViewer(c);
  const done = await c.get('db').write(viewer, async (tx) => {
    const request = await herRequest(tx, viewer, c.req.param('id'));
    return request ? withdrawRequest(tx, request.id, new Date()) : false;
  });
  return done ? seeOther(c, `/programs/${c.req.param('id')}`, 'matches.notice.withdrawn') : notFound();
});

function missing(program: Program, { danger, agreed }: AskingForm): Errors {
  return {
    ...(program.notInDanger && danger === null ? { danger: 'matches.error.danger' as const } : {}),
    ...(program.agreement && !agreed ? { agreed: 'matches.error.agreed' as const } : {}),
  };
}

const again = (c: Ctx, program: Program, raw: Raw, errors: Errors) =>
  c.html(<AskingPage page={c.get('page')} program={program} raw={raw} errors={errors} />, 422);

const askingOf = (program: Program, values: AskingForm, raw: Raw): Asking => ({
  chooses: values.chooses === 'her',
  wishes: { ages: values.ages, faith: values.faith, culture: values.culture, identity: values.identity },
  rulesOut: values.rulesOut,
  answers: answersOf(questionsForMentees(program), raw),
  agreed: program.agreement ? (values.version ?? null) : null,
});
