// Who acts in the small installation that a release writes: one union, somebody in each of its offices.
import { derivedId, studioId } from '@jiangong/contracts';
import { type Client, clientOf, type Notes, signIn } from '@jiangong/kills/src/client.ts';
import { randomOf } from '@jiangong/kills/src/random.ts';
import { unitId } from '@jiangong/kills/src/setting.ts';

export interface Account {
  userName: string;
  password: string;
}
const offices = {
  organiser: ['organiser'],
  checker: ['checker'],
  entrant: ['entrant'],
  committee: ['committee'],
  hr: ['hr'],
  auditor: ['auditor'],
  leader: ['alliance-leader'],
  finance: ['finance'],
} as const;
type Office = keyof typeof offices;
/** A client for each office, and for the installation's first administrator. */
export type Cast = Record<Office | 'admin', Client>;

export const departments = ['engineering', 'safety', 'quality', 'technology', 'finance', 'union'] as const;
export const unitCodes = ['XM-01', 'XM-02', 'XM-03'] as const;
export const studioCodes = ['GZS-01', 'GZS-02'] as const;
export const officeNames = Object.keys(offices) as Office[];

const accountOf = (office: Office): Account => ({ userName: `gonghui.${office}`, password: `${office}-mima-2024` });
export const accounts = Object.fromEntries(officeNames.map((office) => [office, accountOf(office)])) as Record<
  Office,
  Account
>;
/** An id of this world, by a name that it has only here. */
export const idOf = (org: string, ...name: string[]) => derivedId('upgrade', org, ...name);

export interface CastOptions {
  urls: readonly string[];
  admin: Account;
  notes: Notes;
  giveUp: AbortSignal;
}
const clientFor = async (account: Account, { urls, notes, giveUp }: CastOptions) =>
  clientOf({ urls, person: await signIn(urls, account), notes, random: randomOf(1), giveUp });

/** Everybody, signed in. */
export async function castOf(options: CastOptions): Promise<Cast> {
  const all = { admin: options.admin, ...accounts };
  const clients = Object.entries(all).map(async ([who, account]) => [who, await clientFor(account, options)]);
  return Object.fromEntries(await Promise.all(clients)) as Cast;
}

/** The union and its people; one of them gets another office. */
export async function registerPeople(options: CastOptions) {
  const { command } = await clientFor(options.admin, options);
  const { id: organisation } = await command('organisation', '/orgs', { code: 'GH', name: '公司工会' });
  const nobody = { departments: [], units: [] };
  const scopes: Partial<Record<Office, object>> = {
    checker: { departments },
    entrant: { units: unitCodes.map((code) => unitId(organisation, code)) },
    leader: { units: studioCodes.map((code) => studioId(organisation, code)) },
  };
  for (const office of officeNames) {
    const duties = { name: `工会${office}`, organisation, roles: offices[office], ...nobody, ...scopes[office] };
    await command(`user/${office}`, '/users', { ...accounts[office], ...duties });
  }
  const helper = { userName: 'gonghui.helper', name: '借调人员', roles: ['organiser'], ...nobody };
  const { id } = await command('user/helper', '/users', { ...helper, password: 'helper-mima-2024', organisation });
  const again = { ...helper, roles: ['organiser', 'auditor'] };
  await command('user/helper/amend', `/users/${id}`, again, { method: 'PUT', ifMatch: '*' });
}
