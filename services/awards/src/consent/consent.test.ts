// Nobody's name is public without their consent: in no answer that needs no sign-in, while decision and HR keep it.
import { decisionId, derivedId, isRefusal, noticeId } from '@jiangong/contracts';
import { linksOf } from '@jiangong/documents/testing';
import { startTesting, type Testing, tokenOf } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { itemsWithNames } from '../people.ts';
import { frame } from '../sample.ts';
import { saying } from '../saying.fixture.ts';
import { awards } from '../service.ts';
import { decide, evolve, initial, type State } from './publication-consent.ts';

const organiser = { org: 'union', sub: 'li', roles: ['organiser' as const] };
const committee = { org: 'union', sub: 'zhao', roles: ['committee' as const] };
const hr = { org: 'union', sub: 'hr', roles: ['hr' as const] };
const address = 'https://union.example.cn';
const unit = derivedId('unit', 1);
const [agreeing, silent] = [derivedId('person', 1), derivedId('person', 2)] as const;
const names = { [agreeing]: '张建国', [silent]: '欧阳红梅' };
const unitName = '万泉寺项目部';
const honour = { code: 'model', name: '2024年度劳动模范', shortName: '2024劳动模范', level: 'enterprise', seats: 5 };

let t: Testing;
let list: string;
let links: string[];
beforeAll(async () => {
  const options = { now: () => '2025-02-05T01:00:00Z', env: { PUBLIC_URL: address } };
  t = await startTesting([awards, saying('competitions')], options);
  const said = { unit, kind: 'project-department', code: 'XM-01', name: unitName, shortName: unitName };
  await say(unit, [{ type: 'unit-registered', data: said }]);
  for (const [person, name] of Object.entries(names)) {
    const state = { topic: 'people.state.v1', key: person, value: { externalId: `YG-${name}`, name } };
    const registered = { person, unit, from: '2024-01-05', revision: 1 };
    await say(person, [{ type: 'person-registered', data: registered }], [state]);
  }
  list = await ok(organiser, '/award-lists', { kind: 'hand', title: '劳动模范', year: 2024, honours: [honour] });
  for (const recipient of [agreeing, silent])
    await ok(organiser, `/award-lists/${list}/candidates`, { honour: 'model', recipient, reason: '事迹突出' });
  await ok(committee, `/award-lists/${list}/review`, {});
  const channels = [{ kind: 'visit', where: '公司工会办公室' }];
  await ok(organiser, '/notices?on=2025-01-06', { list, from: '2025-01-06', firstDayCounts: true, channels });
  const document = { number: '1号', date: '2025-01-20', signatory: '工会委员会', grantedBy: '公司工会' };
  await ok(committee, `/award-lists/${list}/decisions`, document);
  await ok(committee, `/decisions/${decisionId(list, '1号')}/certificates`, {});
  const headers = { authorization: `Bearer ${await tokenOf(committee)}` };
  const url = `/api/decisions/${decisionId(list, '1号')}/certificates/pdf`;
  links = linksOf((await t.app.inject({ url, headers })).rawPayload);
});
afterAll(() => t.stop());

async function say(stream: string, events: { type: string; data: object }[], states: object[] = []) {
  const { status } = await t.call(organiser, 'POST', '/api/say/competitions', { stream, events, states });
  expect(status).toBeOneOf([200, 201]);
  await t.quiet();
}
async function ok(who: typeof committee | typeof organiser | typeof hr, path: string, body: object): Promise<string> {
  const answer = await t.call(who, 'POST', `/api${path}`, body);
  expect([answer.status, answer.body]).toEqual([expect.toBeOneOf([200, 201]), expect.anything()]);
  await t.quiet();
  return answer.body.id;
}
/** Every answer that needs no sign-in, by the route that gives it. */
async function publicAnswers(): Promise<Record<string, string[]>> {
  const notice = noticeId(list);
  const paths: Record<string, string[]> = {
    '/public/notices/:id': [`/api/public/notices/${notice}`, `/api/public/notices/${notice}?format=csv`],
    '/public/notices/:id/page': [`/api/public/notices/${notice}/page`],
    '/public/certificates/:certificate': links.map((link) => link.slice(address.length)),
  };
  // A route that is new is walked here, too.
  const open = awards.routes.filter(({ roles }) => roles === 'public').map(({ path }) => path);
  expect(open.sort()).toEqual(Object.keys(paths).sort());
  const answers: Record<string, string[]> = {};
  for (const [route, of] of Object.entries(paths))
    for (const path of of) {
      const { status, text } = await t.call(undefined, 'GET', path);
      expect([path, status]).toEqual([path, 200]);
      answers[route] = [...(answers[route] ?? []), text];
    }
  return answers;
}
const named = async (person: keyof typeof names) => {
  const answers = await publicAnswers();
  return Object.keys(answers).filter((route) => answers[route]!.some((text) => text.includes(names[person]!)));
};
const inNotices = ['/public/notices/:id', '/public/notices/:id/page'];

test('without consent no public answer has a name or a number, only unit and honour', async () => {
  const answers = await publicAnswers();
  const text = JSON.stringify(answers);
  for (const name of Object.values(names)) expect(text).not.toContain(name);
  expect(answers['/public/notices/:id']![0]).toContain(unitName);
  const { body } = await t.call(undefined, 'GET', `/api/public/notices/${noticeId(list)}`);
  const item = { honour: honour.name, recipient: unitName, unnamed: true };
  expect(body.items).toEqual([item, item]);
  expect((await t.call(organiser, 'GET', `/api/notices/${noticeId(list)}`)).body.items).toEqual([item, item]);
});

test('who agrees is named from then on, and who withdraws no longer; decision and HR are not touched', async () => {
  const at = `/publication-consents/${agreeing}`;
  await ok(hr, `${at}/give`, { means: 'written', on: '2025-02-01' });
  expect([await named(agreeing), await named(silent)]).toEqual([inNotices, []]);
  await ok(organiser, `${at}/withdraw`, { means: 'oral' });
  expect([await named(agreeing), await named(silent)]).toEqual([[], []]);
  const { body } = await t.call(hr, 'GET', `/api${at}`);
  expect(body).toEqual({
    ...{ person: agreeing, externalId: 'YG-张建国', name: '张建国', status: 'withdrawn' },
    history: [
      { on: '2025-02-01', means: 'written', by: 'hr', status: 'given' },
      { on: '2025-02-05', means: 'oral', by: 'li', status: 'withdrawn' },
    ],
  });
  for (const path of ['/api/hr/feed', '/api/grants', '/api/hr/exports/csv']) {
    const { text } = await t.call(hr, 'GET', path);
    for (const name of Object.values(names)) expect(text).toContain(name);
  }
  expect((await t.call(hr, 'GET', '/api/publication-consents?status=withdrawn')).body.items).toEqual([body]);
});

test('of another union’s persons, of units and of whoever is erased nothing is recorded', async () => {
  const refused = async (who: Parameters<typeof t.call>[0], person: string) =>
    (await t.call(who, 'POST', `/api/publication-consents/${person}/give`, { means: 'written' })).body.type;
  expect(await refused({ ...organiser, org: 'other' }, silent)).toBe('/problems/not-found');
  expect(await refused(organiser, unit)).toBe('/problems/not-found');
  expect(await refused({ ...organiser, roles: ['committee'] }, silent)).toBe('/problems/forbidden');
  await say(silent, [{ type: 'person-erased', data: { person: silent } }], [{ topic: 'people.state.v1', key: silent }]);
  expect(await refused(organiser, silent)).toBe('/problems/not-found');
});

test('a notice of an earlier release keeps what it showed', async () => {
  const states = async () => new Map([[silent, { externalId: '1', name: names[silent]! }]]);
  const read = { all: async () => [] } as never;
  const [before, since] = await itemsWithNames(
    [
      { honour: '劳动模范', person: silent },
      { honour: '劳动模范', person: silent, unit: unitName },
    ],
    states,
    read,
  );
  expect(before).toEqual({ honour: '劳动模范', recipient: names[silent] });
  expect(since).toEqual({ honour: '劳动模范', recipient: unitName, unnamed: true });
});

test('a consent is given and withdrawn as often as somebody says so, in the order of the days', () => {
  const say = (state: State, type: 'give' | 'withdraw', on?: string) => {
    const data = { means: 'written' as const, ...(on ? { on } : {}) };
    return decide(state, { id: silent, ...frame, type, data });
  };
  const after = (...steps: ['give' | 'withdraw', string][]) =>
    steps.reduce((state, [type, on]) => {
      const events = say(state, type, on);
      if (isRefusal(events)) throw new Error(events.refused);
      return events.reduce(evolve, state);
    }, initial);
  expect(say(undefined, 'withdraw')).toMatchObject({ refused: 'consent-not-given' });
  expect(say(undefined, 'give', '2025-01-21')).toMatchObject({ refused: 'date-in-future' });
  const given = after(['give', '2025-01-10']);
  expect(say(given, 'give', '2025-01-10')).toEqual([]);
  expect(say(given, 'withdraw', '2025-01-09')).toMatchObject({ refused: 'dates-reversed' });
  const again = after(['give', '2025-01-10'], ['withdraw', '2025-01-12'], ['give', '2025-01-12']);
  expect([again!.status, again!.history.length]).toEqual(['given', 3]);
  expect(say(after(['give', '2025-01-10'], ['withdraw', '2025-01-12']), 'withdraw', '2025-01-15')).toMatchObject({
    refused: 'consent-not-given',
  });
});
