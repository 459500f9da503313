// The walk of every read route, in every state of publication, by every role: who sees whose result. And publishing itself.
import { checkId, derivedId, type Entrant, evaluationId, type Role, reviewId, roundId } from '@jiangong/contracts';
import { tokenOf } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { quarterlyChecks } from './service.ts';
import {
  competition,
  entrant,
  evaluatedYear,
  organiser,
  projects,
  publishAll,
  quarters,
  type Who,
  type Year,
} from './year.fixture.ts';

const [own, rival] = projects as [Entrant, Entrant, Entrant];
const [q1, q2] = ['q1', 'q2'].map((period) => roundId(competition, 'projects', period)) as [string, string];
const evaluation = evaluationId(competition, 'projects');
let year: Year;
let address: string;
beforeAll(async () => {
  year = await evaluatedYear();
  address = await year.app.listen({ port: 0, host: '127.0.0.1' });
}, 240_000);
afterAll(() => year.stop());

const as = (...roles: Role[]): Who => ({ org: 'o', sub: roles.join(), roles, departments: ['safety'], units: [] });
const judges = { organiser, checker: as('checker'), committee: as('committee'), auditor: as('auditor') };
const others = { 'own unit': entrant(own.unit), hr: as('hr'), finance: as('finance'), leader: as('alliance-leader') };

/** Every read route with what fills it, of the round that is closed and the one that is open again. */
const filled: Record<string, string[]> = {
  '/rounds': ['/rounds'],
  '/rounds/:id': [`/rounds/${q1}`, `/rounds/${q2}`],
  '/rounds/:id/missing': [`/rounds/${q2}/missing`, `/rounds/${q2}/missing?format=csv`],
  '/checks': ['/checks?limit=200', `/checks?unit=${rival.unit}`],
  '/checks/:id': [own, rival].flatMap(({ entry }) => ['q1', 'q2'].map((period) => `/checks/${checkId(entry, period)}`)),
  '/checks/:id/corrections': [own, rival].map(({ entry }) => `/checks/${checkId(entry, 'q1')}/corrections`),
  '/checks/:id/self-score': [own, rival].flatMap(({ entry }) =>
    ['q1', 'q2'].map((period) => `/checks/${checkId(entry, period)}/self-score`),
  ),
  '/appeals': ['/appeals'],
  '/checks/:id/appeals/:appeal': [own, rival].map(
    ({ entry }) => `/checks/${checkId(entry, 'q1')}/appeals/${derivedId('appeal', entry)}`,
  ),
  '/reviews': ['/reviews'],
  '/reviews/:id': [own, rival].map(({ entry }) => `/reviews/${reviewId(entry)}`),
  '/evaluations': ['/evaluations'],
  '/evaluations/:id': [`/evaluations/${evaluation}`],
  '/evaluations/:id/revisions': [`/evaluations/${evaluation}/revisions`],
  '/publications': ['/publications'],
  '/publications/:id': [`/publications/${q1}`, `/publications/${evaluation}`],
  '/standings/:competition': ['', '&period=q1', '&period=q2', '&period=q1&format=csv', '&format=csv'].map(
    (query) => `/standings/${competition}?track=projects${query}`,
  ),
  '/standings/:competition/live': ['', '&period=q1', '&period=q2'].map(
    (query) => `/standings/${competition}/live?track=projects${query}`,
  ),
  '/explanations/:result': [own, rival].flatMap(({ entry }) => [
    `/explanations/${checkId(entry, 'q1')}`,
    `/explanations/${entry}`,
  ]),
};
/** Of the organiser, the committee and the auditor alone, or of the organiser. */
const refusedToOthers = ['/competitions/:id/inputs', '/competitions/:id/reminders', '/rounds/:id/reminder-text'];

async function textOf(who: Who, path: string): Promise<string> {
  if (!path.includes('/live')) return (await year.call(who, 'GET', path)).text;
  const ends = new AbortController();
  const headers = { authorization: `Bearer ${await tokenOf(who)}` };
  const answer = await fetch(`${address}/api${path}`, { headers, signal: ends.signal });
  let text = '';
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    if (/data: .*\n\n/.test(text)) break;
  }
  ends.abort();
  return text;
}
/** By hand: of the quarter and the year; after the correction, of the first quarter alone. */
const scores = {
  own: /(?<![\d.])9(?:5\.5|4\.4)(?!\d)/,
  rival: /(?<![\d.])89\.[56](?!\d)/,
  corrected: /(?<![\d.])88\.5(?!\d)/,
};
const secret = '机密事故通报';

let answers = 0;
/** Which scores the answers of all read routes show to somebody; never what is under way between rivals. */
async function seen(who: Who) {
  const found = { own: 0, rival: 0, corrected: 0 };
  for (const path of Object.values(filled).flat()) {
    const text = await textOf(who, path);
    answers += 1;
    for (const whose of ['own', 'rival', 'corrected'] as const) if (scores[whose].test(text)) found[whose] += 1;
    if (!who.roles.some((role) => role in judges)) expect([path, text.includes(secret)]).toEqual([path, false]);
  }
  return found;
}
const sees = async (who: Who) => {
  const { own, rival, corrected } = await seen(who);
  return { own: own > 0, rival: rival > 0, corrected: corrected > 0 };
};

/** Whoever judges looks with an entrant's eyes; an entrant that tries a rival's keeps its own. */
async function previewed() {
  const standings = filled['/standings/:competition']!.filter((path) => !path.includes('format'));
  for (const path of standings) {
    const seenByOwn = await textOf(others['own unit'], path);
    expect([path, await textOf(organiser, `${path}&as=${own.unit}`)]).toEqual([path, seenByOwn]);
    expect([path, await textOf(others['own unit'], `${path}&as=${rival.unit}`)]).toEqual([path, seenByOwn]);
  }
}

test('the walk covers every read route', () => {
  const reads = quarterlyChecks.routes.filter(({ kind }) => kind === 'events' || kind === 'query');
  const paths = reads.filter((route) => !('method' in route) || route.method === 'GET').map(({ path }) => path);
  expect([...Object.keys(filled), ...refusedToOthers].sort()).toEqual(paths.sort());
});

test('what is launched is hidden: nobody but those who judge sees a result, nor does anybody try one', async () => {
  for (const who of Object.values(judges)) expect(await sees(who)).toMatchObject({ own: true, rival: true });
  for (const who of Object.values(others)) expect(await seen(who)).toEqual({ own: 0, rival: 0, corrected: 0 });
  const path = `/explanations/${checkId(own.entry, 'q1')}`;
  expect((await year.call(others['own unit'], 'GET', path)).body.type).toBe('/problems/result-not-published');
  const marks = { technology: { value: 5 } };
  const tried = await year.call(others['own unit'], 'POST', `${path}/what-if`, { marks });
  expect(tried.body.type).toBe('/problems/result-not-published');
  await previewed();
});

test('a year is published after what it is made of, and less than before only with a reason', async () => {
  const publish = (id: string, body: object, who = organiser) => year.call(who, 'POST', `/publications/${id}`, body);
  expect((await publish(evaluation, { to: 'public' })).body).toMatchObject({ type: '/problems/rounds-less-published' });
  expect((await publish(q1, { to: 'public' }, others['own unit'])).status).toBe(403);
  expect((await publish(q1, { to: 'public' })).status).toBe(200);
  expect((await publish(q1, { to: 'hidden' })).body.type).toBe('/problems/publication-reason-required');
  expect((await publish(q1, { to: 'hidden', reason: '复核' })).status).toBe(200);
  expect((await year.call(organiser, 'GET', `/publications/${q1}`)).body).toMatchObject({
    to: 'hidden',
    reason: '复核',
  });
});

test('published to entrants, each sees its own row and the places of the others', async () => {
  await publishAll(year, 'entrants');
  expect(await sees(others['own unit'])).toEqual({ own: true, rival: false, corrected: false });
  for (const who of [others.hr, others.finance, others.leader])
    expect(await sees(who)).toEqual({ own: false, rival: false, corrected: false });
  const { body } = await year.call(others['own unit'], 'GET', `/standings/${competition}?track=projects&period=q1`);
  expect(body.items.map(({ code, place, score }: never) => [code, place, score])).toEqual([
    ['U-11', 1, 95.5],
    ['U-13', 2, null],
    ['U-12', 3, null],
  ]);
  await previewed();
});

test('what is appealed is for those who judge and for the unit itself, however far results are published', async () => {
  await publishAll(year, 'public');
  for (const { entry, unit } of [own, rival]) {
    const appeal = { id: derivedId('appeal', entry), item: 'quality', reason: `申诉理由 ${unit}`, evidence: ['记录'] };
    const path = `/checks/${checkId(entry, 'q1')}/appeals`;
    expect((await year.call(entrant(unit), 'POST', path, appeal)).status).toBe(200);
  }
  await year.quiet();
  const readers: [Who, boolean][] = [
    ...Object.values(judges).map((who): [Who, boolean] => [who, true]),
    ...Object.values(others).map((who): [Who, boolean] => [who, false]),
  ];
  const paths = Object.values(filled)
    .flat()
    .filter((path) => !path.includes('/live'));
  for (const [who, knows] of readers) {
    const texts = await Promise.all(paths.map((path) => textOf(who, path)));
    expect(texts.some((text) => text.includes(`申诉理由 ${rival.unit}`))).toBe(knows);
  }
  const theirs = filled['/checks/:id/appeals/:appeal']![1]!;
  for (const [who, knows] of readers) expect((await year.call(who, 'GET', theirs)).status).toBe(knows ? 200 : 404);
});

test('published to all, everybody sees everything that is closed', async () => {
  await publishAll(year, 'public');
  for (const who of Object.values(others)) expect(await sees(who)).toMatchObject({ own: true, rival: true });
  await previewed();
});

test('frozen, the standings stay as they were, and nothing tells what was corrected', async () => {
  await publishAll(year, 'public', true);
  const change = { reason: '补记', marks: { quality: { events: [{ code: 'defect', times: 2 }] } } };
  const corrected = await year.call(organiser, 'POST', `/checks/${checkId(rival.entry, 'q1')}/corrections`, change);
  expect(corrected.status).toBe(200);
  await year.quiet();
  for (const who of Object.values(judges)) expect(await sees(who)).toMatchObject({ corrected: true });
  for (const who of Object.values(others))
    expect(await sees(who)).toEqual({ own: true, rival: true, corrected: false });
  await previewed();
  await publishAll(year, 'public');
  for (const who of Object.values(others)) expect(await sees(who)).toMatchObject({ corrected: true });
});

test('while a round is open, rivals see nothing of each other, though its results were published', async () => {
  await year.call(organiser, 'POST', `/rounds/${q2}/reopen`, { reason: '发现漏评' });
  await year.quiet();
  const check = checkId(rival.entry, 'q2');
  const kind = (await year.call(organiser, 'GET', `/checks/${check}`)).body.vetoRules[0].id;
  await year.call(organiser, 'POST', `/checks/${check}/vetoes`, { kind, evidence: [secret] });
  for (const who of Object.values(others)) await seen(who);
  const { body } = await year.call(others['own unit'], 'GET', `/checks/${check}`);
  expect(body).toMatchObject({ sheets: {}, vetoes: [], reported: {}, verified: {} });
  expect(body.plan).toBeUndefined();
  const all = (await year.call(others['own unit'], 'GET', `/rounds/${q2}/missing`)).body.items;
  expect(all.filter(({ unit }: { unit: string }) => unit !== own.shortName)).toEqual([]);
  console.info(
    `走查 / walk: ${Object.keys(filled).length} 个读接口 / read routes, ${Object.keys({ ...judges, ...others }).length} 种角色 / readers, ${answers} 份答复 / answers, ${quarters.length} 个轮次 / rounds`,
  );
});
