// A competition with two projects: from the units to its launch, and a quarter of checks, which a later release plays too.
import { checkId, entryId, roundId } from '@jiangong/contracts';
import { competitionBody, unitBody, unitId } from '@jiangong/kills/src/setting.ts';
import { type Cast, departments, idOf, unitCodes } from './cast.ts';

const arriving = { wait: ['not-found'] };
const replacing = { method: 'PUT', ifMatch: '*', ...arriving } as const;
const competing = unitCodes.slice(0, 2);
export const competitionOf = (org: string) => idOf(org, 'competition');
const entryOf = (org: string, code: string) => entryId(competitionOf(org), unitId(org, code), 'projects');

/** The registry, the scheme, the entries, the launch. */
export async function launch({ organiser }: Cast) {
  const { org } = organiser.person;
  const { command, until } = organiser;
  for (const code of unitCodes) await command(`unit/${code}`, '/units', unitBody(code));
  const [first] = unitCodes;
  const names = { name: `${first} 扩建项目部`, shortName: first };
  await command('unit/amend', `/units/${unitId(org, first)}/amend`, names);
  // Nothing changes: an outcome without events.
  await command('unit/amend/same', `/units/${unitId(org, first)}/amend`, names);

  const scheme = idOf(org, 'scheme');
  await command('scheme', '/schemes', { id: scheme, template: 'qi-bi-qi-sai' });
  await command('scheme/publish', `/schemes/${scheme}/publish`);
  await until(`/api/schemes/${scheme}`, ({ published }) => published === 1);
  const competition = competitionOf(org);
  const at = `/competitions/${competition}`;
  await command('competition', '/competitions?on=2023-12-25', competitionBody(competition, scheme));
  for (const code of unitCodes)
    await command(
      `entry/${code}`,
      `${at}/entries?on=2024-01-08`,
      { unit: unitId(org, code), track: 'projects' },
      arriving,
    );
  const [, , refused] = unitCodes;
  const reason = { reason: '施工许可已到期' };
  await command('entry/reject', `/entries/${entryOf(org, refused)}/reject?on=2024-01-12`, reason, arriving);
  for (const code of competing) {
    const entry = `/entries/${entryOf(org, code)}`;
    await command(`accept/${code}`, `${entry}/accept?on=2024-01-15`, undefined, arriving);
    const status = { status: 'under-construction', from: '2024-01-10', reason: '正式开工' };
    await command(`status/${code}`, `${entry}/status`, status, arriving);
  }
  await command('launch', `${at}/launch?on=2024-01-18`, undefined, {
    wait: ['entries-not-known-yet', 'no-accepted-entries', 'not-found'],
  });
}

const parts = [
  { id: 'm1', label: '主体结构', weight: 60, plan: 100, due: '2024-03-25' },
  { id: 'm2', label: '二次结构', weight: 40, plan: 100, due: '2024-03-28' },
];
const done = (accepted: boolean) => {
  const found = (value: number) => ({ done: value, ...(accepted ? { accepted: value } : {}) });
  return {
    progress: { parts: parts.map(({ id }, at) => ({ id, ...found(at === 0 ? 100 : 80) })) },
    output: found(980),
  };
};
const marks: Record<string, object> = {
  safety: { safety: { events: [{ code: 'hazard', times: 1 }] }, civilised: { level: 'good' } },
  quality: { quality: { events: [] } },
  technology: { technology: { value: 4.5 } },
  finance: { cost: { value: 4.8 } },
  union: { team: { value: 4.2 } },
};

export const roundOf = (org: string, quarter: string) => roundId(competitionOf(org), 'projects', quarter);
export const checkOf = (org: string, code: string, quarter: string) => checkId(entryOf(org, code), quarter);

/** A round of checks: plans, the opening, marks, a veto, the closing. */
export async function playQuarter({ organiser, entrant, checker }: Cast, quarter: string) {
  const { org } = organiser.person;
  const round = `/rounds/${roundOf(org, quarter)}`;
  const counted = (state: 'made' | 'open') =>
    organiser.until(`/api${round}`, ({ checks }) => checks[state] === competing.length);
  await counted('made');
  const checks = competing.map((code) => [code, `/checks/${checkOf(org, code, quarter)}`] as const);
  const plan = { items: { progress: { parts }, output: { plan: 1000 } } };
  for (const [code, check] of checks)
    await entrant.command(`${quarter}/${code}/plan`, `${check}/plan`, plan, replacing);
  await organiser.command(`${quarter}/open`, `${round}/open`, undefined, { wait: ['entries-not-known', 'not-found'] });
  await counted('open');
  for (const [code, check] of checks) {
    const key = `${quarter}/${code}`;
    await entrant.command(`${key}/progress`, `${check}/progress`, { items: done(false) });
    await checker.command(`${key}/verify`, `${check}/progress/verify`, { items: done(true) });
    for (const department of departments.slice(1)) {
      const sheet = `${check}/sheets/${department}`;
      await checker.command(`${key}/${department}`, sheet, { marks: marks[department] }, replacing);
      await checker.command(`${key}/${department}/submit`, `${sheet}/submit`);
    }
  }
  const [[code, check]] = checks as [(typeof checks)[number]];
  const veto = { id: idOf(org, 'veto', quarter), kind: 'penalty', evidence: ['行政处罚决定书'] };
  await checker.command(`${quarter}/${code}/veto`, `${check}/vetoes`, veto);
  await organiser.command(`${quarter}/close`, `${round}/close`, undefined, { wait: ['round-incomplete'] });
  await organiser.until(`/api${round}`, ({ status }) => status === 'closed');
}

/** What came to light after the closing: a second revision. */
export async function correctCheck({ organiser }: Cast, quarter: string) {
  const check = checkOf(organiser.person.org, competing[1]!, quarter);
  const body = { reason: '飞检通报一处隐患', marks: { safety: { events: [{ code: 'hazard', times: 2 }] } } };
  await organiser.command(`${quarter}/correct`, `/checks/${check}/corrections`, body);
  await organiser.until(`/api/checks/${check}`, ({ sealed }) => sealed?.revision === 2);
}
