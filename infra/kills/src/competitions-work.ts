// Chains through competitions, and from there to the quarterly checks; and single commands on streams that everybody writes to.
import { entryId } from '@jiangong/contracts';
import { below, pick, weighted } from './random.ts';
import { competitionBody } from './setting.ts';
import { arriving, type Chain, idOf, newUnit, type Worker } from './worker.ts';

/** One stream's short life. */
export const unitLife: Chain = async (worker) => {
  const { client, name, random } = worker;
  const id = await newUnit(worker, `U-${name}`);
  for (let n = below(random, 3); n > 0; n -= 1)
    await client.command(`amend/${name}/${n}`, `/units/${id}/amend`, { name: `${name} ${n}`, shortName: `${n}` });
};

/** Everybody's streams: versions are contested, and late commands are refused or decided again. */
export const hotUnit: Chain = async ({ client, hot, random, name }) => {
  const unit = pick(random, hot.units);
  const ifMatch = weighted<string | undefined>(random, [
    [2, undefined],
    [1, '*'],
    [1, 'read'],
  ]);
  const etag = ifMatch === 'read' ? (await client.find(`/api/units/${unit}`))?.etag : ifMatch;
  const how = { ...(etag ? { ifMatch: etag } : {}), may: ['stale-version'] };
  await client.command(`hot-unit/${name}`, `/units/${unit}/amend`, { name: `热 ${name}`, shortName: '热' }, how);
};
export const hotStudio: Chain = async ({ client, hot, random, name }) => {
  await client.command(`hot-studio/${name}`, `/studios/${pick(random, hot.studios)}/amend`, { trade: `钢 ${name}` });
};
/** Entries of many are noted in one competition's stream, by reactions. */
const HOT_ENTRIES = 80;
export const hotEntry: Chain = async (worker) => {
  const { client, hot, name, random } = worker;
  if (hot.entries >= HOT_ENTRIES) return unitLife(worker);
  hot.entries += 1;
  const unit = await newUnit(worker, `H-${name}`);
  const entry = await enter(worker, hot.competition, unit);
  await client.command(`accept/${entry}`, `/entries/${entry}/accept?on=2024-01-15`, undefined, arriving);
  if (random() < 0.3)
    await client.command(`withdraw/${entry}`, `/entries/${entry}/withdraw?on=2024-02-01`, { reason: '项目停工' });
};

async function enter({ client }: Worker, competition: string, unit: string) {
  const path = `/competitions/${competition}/entries?on=2024-01-08`;
  await client.command(`enter/${competition}/${unit}`, path, { unit, track: 'projects' }, arriving);
  return entryId(competition, unit, 'projects');
}

/** Two persons whom HR sends in revisions, the first once more at the end: one stays, one is erased. And their team. */
export const personLife: Chain = async (worker) => {
  const { client, name, random } = worker;
  const unit = await newUnit(worker, `P-${name}`);
  const put = (number: string, revision: number, may: string[] = []) => {
    const body = { name: `人员${number}`, unit, from: '2024-01-05', revision };
    const path = `/people/YG-${encodeURIComponent(number)}`;
    return client.command(`person/${number}/${revision}/${may.length}`, path, body, { method: 'PUT', may });
  };
  const [stays, goes] = [name, `${name}-2`];
  const { id } = await put(goes, 1);
  const members = [id, (await put(stays, 1)).id].map((person) => ({ person, from: '2024-01-05' }));
  for (let revision = 2; revision <= 2 + below(random, 3); revision += 1)
    for (const number of [stays, goes]) await put(number, revision);
  const team = { code: `T-${name}`, name: `队伍 ${name}`, shortName: '队伍', members };
  await client.command(`team/${name}`, '/teams', team, { wait: ['person-unknown'] });
  await client.command(`erase/${name}`, `/people/${id}/erase`, undefined, arriving);
  for (const number of [stays, goes]) await put(number, 1, ['person-revision-older', 'person-erased']);
};

/** A competition with its checks in another service: launched, with an entry that comes late and statuses of projects. */
export const competition: Chain = async (worker) => {
  const { client, name, scheme, random } = worker;
  const id = idOf(worker, 'competition', name);
  await client.command(`announce/${name}`, '/competitions?on=2023-12-25', competitionBody(id, scheme));
  const entries: string[] = [];
  for (let n = 1 + below(random, 2); n >= 0; n -= 1) {
    const entry = await enter(worker, id, await newUnit(worker, `C-${name}-${n}`));
    await client.command(`accept/${entry}`, `/entries/${entry}/accept?on=2024-01-15`, undefined, arriving);
    entries.push(entry);
    // The last comes after the launch.
    if (n === 1)
      await client.command(`launch/${name}`, `/competitions/${id}/launch?on=2024-01-18`, undefined, {
        wait: ['entries-not-known-yet', 'no-accepted-entries', 'not-found'],
      });
  }
  const status = { status: 'under-construction', from: '2024-01-10', reason: '正式开工' };
  for (const entry of entries) await client.command(`status/${entry}`, `/entries/${entry}/status`, status, arriving);
  if (random() < 0.2)
    await client.command(`cancel/${name}`, `/competitions/${id}/cancel?on=2024-03-01`, { reason: '另行安排' });
};
