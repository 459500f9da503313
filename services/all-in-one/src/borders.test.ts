// Borders between unions: every request of a whole year, and every other command, repeated by strangers.

import { randomUUID } from 'node:crypto';
import { consoleService } from '@jiangong/console';
import { unionRoles } from '@jiangong/contracts';
import { play } from '@jiangong/demo';
import { install, settle, unseen } from '@jiangong/demo/fixture';
import { expect, test } from 'vitest';
import { services } from './services.ts';

const routes = [consoleService(() => {}), ...services].flatMap((manifest) => manifest.routes);
const nowhere = '00000000-0000-8000-8000-000000000000';

interface Seen {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}
const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const isAbout = ({ path, body = '' }: Pick<Seen, 'path' | 'body'>) => (path + body).search(id) >= 0;
const changing = routes.filter(({ kind, method }) => kind !== 'events' && method !== 'GET');
const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
const formOf = ({ path }: { path: string }) => new RegExp(`^/api${path.replace(/:\w+/g, '[^/]+')}([?]|$)`);

const reason = '陌生人的请求';
const studio = {
  ...{ code: 'GZS-01', name: '工作室', leader: 'P-1', employer: '公司', district: '东城区', level: 'district' },
  ...{ trade: '焊接', offers: [], seeks: [], capacity: 1 },
};
const outputRules = {
  ...{ title: '规则', kinds: [{ kind: '专利', points: 1, evidence: [], benefitNeeded: false }] },
  ...{ applied: ['production'], fields: [], bands: [], most: 9 },
};
const layout = {
  ...{ name: '版式', paper: 'A4', orientation: 'portrait', border: true, qr: { x: 20, y: 200, size: 25 } },
  texts: [{ text: '{recipient}', x: 20, y: 60, width: 170, size: 20, bold: true, align: 'left' }],
};
/** Bodies of what the year never asks for; `{noun}` is the id of one of the other union's. */
const unplayed: Record<string, object | string | undefined> = {
  'POST /orgs/:id/amend': { name: '改名' },
  'PUT /users/:id': { userName: 'yijian.hr', name: '改名', roles: ['hr'] },
  'POST /users/:id/offer-password-reset': {},
  'POST /users/:id/remove-second-factor': { reason },
  'POST /users/:id/deputies': { deputy: 'yijian.hr', from: '2030-01-01', to: '2030-01-02', reason },
  'POST /users/:id/deputies/:deputyship/end': { reason },
  'DELETE /users/:id': undefined,
  'POST /machines/:id/rotate': {},
  'POST /machines/:id/end': { reason },
  'POST /robots/:id/remove': { reason },
  'POST /units': { kind: 'project-department', code: 'X', name: '项目部', shortName: '项目部', parent: '{unit}' },
  'POST /units/:id/amend': { name: '改名', shortName: '改名' },
  'POST /units/:id/retire': { reason },
  'POST /units/:id/restore': { reason },
  'PUT /people/:externalId': { name: '甲', unit: '{unit}', from: '2024-01-05', revision: 1 },
  'POST /people': { externalId: '1', name: '甲', unit: '{unit}' },
  'POST /people/:id/amend': { name: '乙' },
  'POST /people/:id/move': { unit: '{unit}' },
  'POST /people/:id/leave': undefined,
  'POST /people/:id/erase': undefined,
  'POST /teams': { code: 'DW', name: '队伍', shortName: '队伍', unit: '{unit}' },
  'POST /teams/:id/amend': { name: '改名', shortName: '改名' },
  'POST /teams/:id/join': { person: '{unit}' },
  'POST /teams/:id/leave': { person: '{unit}' },
  'POST /teams/:id/dissolve': undefined,
  'PUT /schemes/:id': { body: {} },
  'POST /competitions/:id/amend': { name: '改名', reason },
  'POST /competitions/:id/copy': { year: 2099 },
  'POST /competitions/:id/close': undefined,
  'POST /competitions/:id/cancel': { reason },
  'POST /competitions/:id/entries': { unit: '{unit}', track: 'projects' },
  'POST /competitions/:id/statuses/import': '单位编码,状态,开始日期,事由\nXM-01,在施,2024-06-03,开工\n',
  'POST /entries/accept': { ids: ['{entry}'] },
  'POST /entries/:id/reject': { reason },
  'POST /entries/:id/withdraw': { reason },
  'POST /entries/:id/regroup': { group: 'civil' },
  'POST /entries/:id/undo': { reason },
  'POST /entries/:id/status/strike': { from: '2024-06-03', reason },
  'PUT /competitions/:id/reminders': { rules: [], reason },
  'POST /alliances/:id/duties/:year/rectify': { rectifyBy: '2099-01-01', reason },
  'POST /studios/:id/confirm': { reason },
  'PUT /checks/:id/self-score': { marks: { technology: { value: 5 } } },
  'POST /checks/:id/appeals': { item: 'safety', reason, evidence: ['记录'] },
  'POST /checks/:id/appeals/:appeal/answer': { answer: '答复' },
  'POST /checks/:id/appeals/:appeal/decide': { outcome: 'dismissed', finding: reason },
  'POST /checks/submit': { ids: ['{check}'], department: 'safety' },
  'POST /checks/verify': { ids: ['{check}'] },
  'POST /checks/remind': { ids: ['{check}'] },
  'POST /rounds/:id/plans/import': '单位编码,指标,计划\nXM-01,施工产值,100\n',
  'POST /rounds/:id/progress/import': '单位编码,指标,完成\nXM-01,施工产值,100\n',
  'POST /competitions/:id/reviews/import': '单位编码,指标,分值\nXM-01,年终评议,18\n',
  'POST /rounds/:id/reopen': { reason },
  'POST /explanations/:result/what-if': { marks: {} },
  'POST /schemes/impact': { competition: '{competition}', track: 'projects', body: {} },
  'POST /contests': {
    ...{ name: '长跑', year: 2024, scheme: '{scheme}', tracks: [{ track: 'runners', entrants: 'unit' }] },
    registration: { from: '2024-01-01', to: '2024-01-31' },
  },
  'POST /contests/:id/cancel': { reason },
  'POST /contests/:id/contestants': { track: 'runners', entrant: '{unit}' },
  'POST /contests/:id/contestants/import': '参赛者编码,赛道\nXM-01,运动员\n',
  'POST /contestants/:id/accept': undefined,
  'POST /contestants/:id/reject': { reason },
  'POST /contestants/:id/withdraw': { reason },
  'POST /contest-stages/:id/open': undefined,
  'POST /contest-stages/:id/close': undefined,
  'POST /contest-stages/:id/publish': { to: 'public' },
  'POST /contest-stages/:id/decide-tie': { honour: 'in', granted: ['{unit}'], reason },
  'POST /contest-stages/:id/appeals': { contestant: '{unit}', item: 'time', reason, evidence: ['记录'] },
  'POST /contest-appeals/:id/answer': { answer: '答复' },
  'POST /contest-appeals/:id/decide': { outcome: 'dismissed', finding: reason },
  'POST /contest-stages/:id/panels': { pool: [{ judge: 'j' }], seats: 1 },
  'POST /contest-stages/:id/fixtures': { form: 'round-robin' },
  'POST /fixtures/:id/games/:game/enter': { score: [1, 0] },
  'POST /fixtures/:id/games/:game/confirm': undefined,
  'POST /fixtures/:id/games/:game/dispute': { reason },
  'POST /fixtures/:id/games/:game/settle': { score: [1, 0], reason },
  'POST /judging-panels/:id/lock': undefined,
  'POST /judging-panels/:id/marks': { contestant: '{unit}', marks: { practice: { value: 1 } } },
  'POST /judging-panels/:id/marks/correct': {
    ...{ contestant: '{unit}', seat: '1', marks: { practice: { value: 1 } }, reason },
  },
  'POST /judging-panels/:id/recuse': { contestant: '{unit}', reason },
  'POST /judging-panels/:id/look-again': { contestant: '{unit}', reason },
  'POST /points-campaigns': {
    ...{ name: '积分', year: 2024, from: '2024-04-01', to: '2024-04-30', spendBy: '2024-12-31' },
    earning: [{ way: 'hour', label: '志愿服务', points: 10 }],
    feeds: { stages: [{ stage: '{unit}', from: '2024-04-01', to: '2024-04-30' }] },
  },
  'POST /points-campaigns/:id/close': { reason },
  'POST /points-campaigns/:id/partners': { label: '食堂' },
  'POST /points-campaigns/:id/claims': { person: '{unit}', way: 'hour', on: '2024-04-10', evidence: '签收单' },
  'POST /points-partners/:id/revoke': { reason },
  'POST /points-claims/:id/approve': undefined,
  'POST /points-claims/approve': { ids: ['{unit}'] },
  'POST /points-claims/:id/reject': { reason },
  'POST /points-claims/:id/take-back': { reason },
  'POST /points-ledgers/:id/vouchers': { reward: 'meal' },
  'POST /points-vouchers/:id/return': { reason },
  'POST /contest-stages/:id/performances': { contestant: '{unit}', marks: { time: { value: 1 } } },
  'POST /contest-stages/:id/performances/correct': { contestant: '{unit}', marks: { time: { value: 1 } }, reason },
  'POST /contest-stages/:id/performances/import': '工号,成绩\nXM-01,1\n',
  'POST /studios': { id: '{studio}', ...studio },
  'POST /studios/:id/amend': { capacity: 3 },
  'POST /studios/:id/change-leader': { leader: 'P-2', reason },
  'POST /studios/:id/suspend': { reason },
  'POST /studios/:id/list': {},
  'POST /studios/:id/unlist': undefined,
  'POST /invitations/:id/accept': undefined,
  'POST /invitations/:id/decline': { reason },
  'POST /pairings/:id/again': {},
  'POST /pairings/:id/cancel': undefined,
  'POST /pairings/:id/repeat': undefined,
  'POST /pairings/:id/proposals/:number/accept': undefined,
  'POST /pairings/:id/proposals/:number/drop': undefined,
  'POST /studios/recognise': { ids: ['{studio}'] },
  'POST /pairings/:id/proposals/accept': { numbers: [1] },
  'POST /pairings/:id/proposals/drop': { fromWeight: 0 },
  'POST /pairings/:id/found': { code: 'X-#', form: 'linked', reason },
  'POST /pairings/:id/proposals/:number/reopen': undefined,
  'POST /alliances/:id/amend': { name: '改名', reason },
  'POST /alliances/:id/join': { studio: '{studio}' },
  'POST /alliances/:id/leave': { studio: '{studio}', reason },
  'POST /alliances/:id/dissolve': { reason },
  'POST /joint-projects/:id/amend': { topic: '改题', reason },
  'POST /joint-projects/:id/reach': { milestone: '试制' },
  'POST /joint-projects/:id/link': { output: '{unit}' },
  'POST /joint-projects/:id/unlink': { output: '{unit}' },
  'POST /suggestion-links/:id/revoke': { reason },
  'POST /suggestions/:id/take-up': { studio: '{studio}' },
  'POST /suggestions/:id/try': { note: '试用' },
  'POST /suggestions/:id/adopt': { alliance: '{alliance}', kind: '小改革', applied: ['production'], reason },
  'POST /suggestions/:id/decline': { reason },
  'POST /suggestions/:id/erase-proposer': undefined,
  'POST /needs': { studio: '{studio}', unit: '一公司', problem: '焊接变形' },
  'POST /needs/:id/withdraw': { reason },
  'POST /needs/:id/solve': { result: '已解决' },
  'POST /outputs/:id/note-award': { wonElsewhere: '市创新奖' },
  'POST /alliances/:id/duties/:year/correct': { reason },
  'POST /outputs/:id/adopt': { unit: '二车间', adoptedOn: '2024-03-01' },
  'POST /outputs/:id/withdraw': { reason },
  'PUT /output-rules/:id': { body: outputRules },
  'POST /output-rules/:id/publish': undefined,
  'POST /award-lists/:id/candidates': { honour: 'first', recipient: '{unit}', reason },
  'POST /award-lists/:id/reopen-tie': { honour: 'first', reason },
  'POST /award-lists/:id/return': { reason },
  'POST /award-lists/:id/override': { recipient: '{unit}', reason },
  'POST /award-lists/:id/papers': { papers: [] },
  'POST /award-lists/:id/dossiers/:candidate/hand-in': { paper: 'deeds', text: '事迹' },
  'POST /award-lists/:id/dossiers/:candidate/waive': { paper: 'deeds', reason },
  'POST /award-lists/:id/dossiers/:candidate/erase-texts': undefined,
  'POST /award-bars': { unit: '{unit}', kind: 'other', happenedOn: '2024-05-17', document: '通报' },
  'POST /award-bars/:id/lift': { reason },
  'POST /award-lists/:id/remove': { candidate: '{unit}', reason },
  'POST /award-lists/:id/recommend': { candidate: '{unit}', reason },
  'POST /award-lists/:id/acknowledge-revision': { revision: 2, reason },
  'POST /notices/:id/lengthen': { lastDay: '2099-12-31', reason },
  'POST /decisions/:id/revoke': { reason, returnBy: '2099-12-31' },
  'POST /publication-consents/:id/give': { means: 'written' },
  'POST /publication-consents/:id/withdraw': { means: 'written' },
  'PUT /award-committees/:id': {
    name: '委员会',
    members: [{ user: 'a', seat: '工会', from: '2024-01-01', voting: true }],
  },
  'POST /ballots': { list: '{award-list}', committee: '{award-list}', closesAt: '2099-12-31T09:00:00+08:00' },
  'POST /ballots/:id/votes': { votes: [{ candidate: '{unit}', vote: 'for' }] },
  'POST /ballots/:id/recuse': { reason },
  'POST /ballots/:id/close': undefined,
  'POST /plaque-removals/:id/decide': { outcome: 'kept', reason },
  'POST /award-returns/:id/set-date': { items: [{ grant: '{grant}', item: 'plaque' }], returnBy: '2099-12-31' },
  'POST /award-returns/:id/take-back': { items: [{ grant: '{grant}', item: 'plaque' }] },
  'POST /award-returns/:id/write-off': { items: [{ grant: '{grant}', item: 'plaque' }], reason },
  'PUT /certificate-layouts/:id': layout,
  'POST /decisions/:id/certificates': {},
  'POST /hr/webhooks/:id/amend': { url: 'http://hr.example.cn/', name: '改名', eventTypes: ['award-granted'] },
  'POST /hr/webhooks/:id/disable': { reason },
  'POST /hr/webhooks/:id/enable': undefined,
  'POST /hr/webhooks/:id/remove': undefined,
  'POST /hr/webhooks/:id/rotate': undefined,
  'POST /hr/webhooks/:id/secret': {},
  'POST /hr/webhooks/:id/test': {},
  'POST /hr/webhooks/:id/replay': { grants: ['{grant}'] },
};
/** Routes by which nothing that exists is named by its id. */
const naming = [
  'POST /orgs',
  'POST /hr/webhooks',
  'POST /hr/reconciliations',
  'POST /output-rules',
  'POST /suggestion-links',
  'POST /public/suggestion-links/:key',
  'POST /public/points-partners/:key',
  'POST /duties/:year/close-all',
  'POST /units/import',
  'POST /people/import',
  'POST /teams/import',
  'POST /studios/import',
  'POST /users/import',
  'POST /machines',
  'POST /robots',
  'POST /me/notifications',
  'POST /sign-out',
  'PUT /award-rules',
  'PUT /duty-calendar',
  // Of the installation, which is no union's.
  'PUT /calendars/:year',
];

test('every request about another union’s record is answered as if there were none, with every role, and changes nothing', async () => {
  const seen = new Map<string, Seen>();
  const recording: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    const { pathname, search } = new URL(String(input));
    const method = init?.method ?? 'GET';
    const body = init?.body as string | undefined;
    const request = { method, path: pathname + search, headers: init?.headers as Record<string, string> };
    const isTheirs = pathname.startsWith('/api/') && !pathname.startsWith('/api/public/');
    if (answer.ok && isTheirs && isAbout({ ...request, ...(body ? { body } : {}) }))
      seen.set(`${method} ${request.path} ${body}`, { ...request, ...(body ? { body } : {}) });
    return answer;
  };
  const { url, admin, running } = await install();
  await play({ url, admin, progress: unseen, print: () => {}, fetch: recording });

  const send = (path: string, init: RequestInit) => fetch(url + path, init);
  const json = { 'content-type': 'application/json' };
  const signIn = async (userName: string, password: string) => {
    const body = JSON.stringify({ userName, password });
    const answer = await send('/sign-in', { method: 'POST', headers: json, body });
    return `Bearer ${((await answer.json()) as { token: string }).token}`;
  };
  const asAdmin = { ...json, authorization: await signIn(admin.userName, admin.password) };
  const make = async (path: string, body: object) => {
    const answer = await send(path, { method: 'POST', headers: asAdmin, body: JSON.stringify(body) });
    expect([path, answer.status]).toEqual([path, 201]);
    return ((await answer.json()) as { id: string }).id;
  };
  const strangers = await make('/api/orgs', { code: 'QT', name: '其他工会' });
  const stranger = { userName: 'stranger', password: 'stranger-password-1', name: '陌生人', organisation: strangers };
  await make('/api/users', { ...stranger, roles: unionRoles, departments: ['safety'], units: [nowhere] });
  const authorization = await signIn(stranger.userName, stranger.password);

  await settle(running);
  const before = await journalSizes();
  const isPlayed = (route: (typeof changing)[number]) =>
    [...seen.values()].some(({ method, path }) => method === route.method && formOf(route).test(path));
  const unasked = changing.filter((route) => !isPlayed(route)).map(nameOf);
  // A new route is tried here, too: the year calls it, or a body stands above.
  expect(unasked.filter((name) => !(name in unplayed) && !naming.includes(name))).toEqual([]);

  const ids = await idsByNoun();
  const named = (text: string) => text.replace(/\{([a-z-]+)\}/g, (_, noun) => ids.get(noun)!);
  for (const name of unasked.filter((name) => name in unplayed))
    for (const key of ids.values()) {
      const [method, path] = name.split(' ') as [string, string];
      const given = unplayed[name];
      const isFile = typeof given === 'string';
      const body = given && named(isFile ? given : JSON.stringify(given));
      const headers = {
        ...(body ? { 'content-type': isFile ? 'text/csv' : 'application/json' } : {}),
        ...(method === 'PUT' ? { 'if-match': '*' } : {}),
      };
      const url = `/api${path.replace(':number', '1').replace(':year', '2023').replace(/:\w+/g, key)}`;
      seen.set(`${method} ${url}`, { method, path: url, headers, ...(body ? { body } : {}) });
    }
  // A body with an id of its own, sent under a new id: its references alone must be refused.
  for (const request of [...seen.values()]) {
    if (!request.body?.startsWith('{')) continue;
    const { id: own, ...rest } = JSON.parse(request.body) as { id?: string };
    const others = JSON.stringify(rest);
    if (own && isAbout({ path: request.path, body: others }))
      seen.set(`${request.path} ${others}`, { ...request, body: others });
  }
  const letThrough = new Set<string>();
  let requests = 0;
  const sendAs = async ({ method, path, headers, body }: Seen) => {
    requests += 1;
    const key = `stranger ${requests}`;
    const answer = await send(path, {
      method,
      headers: { ...headers, authorization, 'idempotency-key': key },
      ...(body ? { body } : {}),
    });
    const text = await answer.text();
    const type = (text.startsWith('{') ? JSON.parse(text).type : '') as string;
    return { status: answer.status, type, text: text.replaceAll(id, 'id') };
  };
  for (const request of seen.values()) {
    const { status, type, text } = await sendAs(request);
    if (status === 404) continue;
    // Where an unknown reference gets another answer, a foreign one gets the same.
    const unknown = (text: string) =>
      text.replaceAll(
        id,
        (known) => `${randomUUID().slice(0, 14)}${known[14]}${known.slice(15, 19)}${randomUUID().slice(19)}`,
      );
    const { path, body } = request;
    const nothing = { ...request, path: unknown(path), ...(body ? { body: unknown(body) } : {}) };
    // What changes nothing may take any id, and says of foreign ones what it says of those that nobody has.
    const isQuery = routes.some(
      (route) => route.kind === 'query' && route.method === 'POST' && formOf(route).test(path),
    );
    const other = status < 300 && !isQuery ? undefined : await sendAs(nothing);
    const isSameText = !isQuery || other?.text === text;
    const isSame = other?.status === status && other.type === type && isSameText;
    const same = isSame && type !== '/problems/malformed-request';
    if (!same) letThrough.add(`${status} ${type} ${nameOf(request)} ${body}`);
  }
  expect([...letThrough]).toEqual([]);
  expect(seen.size).toBeGreaterThan(500);
  expect(await journalSizes()).toEqual(before);
  await running.stop();

  /** One of each noun, as the journals have them. */
  async function idsByNoun() {
    const found = new Map<string, string>();
    for (const { store } of running.runtimes)
      for await (const { stream } of store.journal()) {
        const [noun, key] = stream.split('/') as [string, string];
        if (noun !== 'noop' && !found.has(noun)) found.set(noun, key);
      }
    return found;
  }
  async function journalSizes() {
    const sizes: Record<string, number> = {};
    for (const { manifest, store } of running.runtimes) {
      let commits = 0;
      for await (const _ of store.journal()) commits += 1;
      sizes[manifest.name] = commits;
    }
    return sizes;
  }
}, 120_000);
