// What the clients' work needs before it begins: an organisation, somebody with every office, a scheme, and a few streams
// that all clients write to at once.
import { derivedId, studioId } from '@jiangong/contracts';
import { type Client, clientOf, type Notes, type Person, signIn } from './client.ts';
import type { Random } from './random.ts';

export interface Setting {
  person: Person;
  /** Of the committee, and of no other office: decides what the other had a hand in. */
  judge: Person;
  admin: Person;
  scheme: string;
  /** Of a race. */
  race: string;
  /** Units, studios and a competition that everybody writes to. */
  hot: { units: string[]; studios: string[]; competition: string; entries: number };
}
export const unitId = (org: string, code: string) => derivedId('unit', org, code);
export { studioId };

export const studioBody = (code: string) => ({
  code,
  name: `${code}创新工作室`,
  leader: `P-${code}`,
  employer: '一建',
  district: '丰台区',
  level: 'provincial',
  trade: '钢结构',
  offers: ['焊接'],
  seeks: ['测量'],
  capacity: 3,
});
export const unitBody = (code: string) => ({
  code,
  kind: 'project-department',
  name: `单位 ${code}`,
  shortName: code.slice(-20),
});
const quarter = (n: number) => {
  const [from, to] = [
    ['01-01', '03-31'],
    ['04-01', '06-30'],
    ['07-01', '09-30'],
    ['10-01', '12-31'],
  ][n - 1]!;
  return { id: `q${n}`, label: `第${n}季度`, from: `2024-${from}`, to: `2024-${to}` };
};
export const competitionBody = (id: string, scheme: string) => ({
  id,
  name: `竞赛 ${id.slice(-6)}`,
  year: 2024,
  theme: '比质量',
  slogan: '赛出水平',
  tracks: [{ track: 'projects', label: '项目部', scheme, periods: [1, 2, 3, 4].map(quarter) }],
  // Long over: its end is announced by the first sweep.
  registration: { from: '2023-12-25', to: '2024-01-15' },
});

export async function setTheScene(
  urls: readonly string[],
  credentials: { userName: string; password: string },
  { notes, random, giveUp }: { notes: Notes; random: Random; giveUp: AbortSignal },
): Promise<Setting> {
  const admin = await signIn(urls, credentials);
  const asAdmin = clientOf({ urls, person: admin, notes, random, giveUp });
  const { id: organisation } = await asAdmin.command('organisation', '/orgs', { code: 'KILLS', name: '公司工会' });
  async function somebody(userName: string, roles: string[]): Promise<Person> {
    const user = { userName, password: `${userName}-password-1` };
    const office = { name: userName, organisation, roles, departments: [], units: [] };
    await asAdmin.command(`user/${userName}`, '/users', { ...user, ...office });
    return signIn(urls, user);
  }
  const person = await somebody('organiser', ['organiser', 'committee', 'auditor', 'hr', 'finance', 'operator']);
  const judge = await somebody('judge', ['committee', 'organiser']);
  const client = clientOf({ urls, person, notes, random, giveUp });
  return { person, judge, admin, ...(await hotStreams(client)) };
}

async function hotStreams({ person, command, until }: Client) {
  const id = (name: string) => derivedId('kills', person.org, name);
  const scheme = id('scheme');
  await command('scheme', '/schemes', { id: scheme, template: 'qi-bi-qi-sai' });
  await command('scheme/publish', `/schemes/${scheme}/publish`);
  await until(`/api/schemes/${scheme}`, ({ published }) => published === 1);
  const race = id('race');
  await command('race', '/schemes', { id: race, template: 'wu-gong-li' });
  await command('race/publish', `/schemes/${race}/publish`, { acceptUnsupported: true });
  const units: string[] = [];
  const studios: string[] = [];
  for (const n of [1, 2, 3]) {
    units.push((await command(`hot-unit-${n}`, '/units', unitBody(`HOT-${n}`))).id);
    studios.push((await command(`hot-studio-${n}`, '/studios', studioBody(`HOT-${n}`))).id);
  }
  const competition = id('competition');
  await command('hot-competition', '/competitions?on=2023-12-25', competitionBody(competition, scheme));
  await command(
    'hot-entry',
    `/competitions/${competition}/entries?on=2024-01-08`,
    { unit: units[0]!, track: 'projects' },
    { wait: ['not-found'] },
  );
  return { scheme, race, hot: { units, studios, competition, entries: 0 } };
}
