// For tests: the service's rules, views and reactions without any engine. Events wait by stream; which stream goes on next
// is chosen from outside, so that every interleaving which keeps the order inside each stream can be had.
import {
  type Actor,
  type CommandRequest,
  checkWritten,
  derivedId,
  isRefusal,
  type JiangongEvent,
  type NewEvent,
  type Read,
  type Recorded,
} from '@jiangong/contracts';
import { quarterlyChecks } from './service.ts';

export type Flaw = (event: NewEvent, requests: CommandRequest[]) => CommandRequest[];
/** Planted bugs: what becomes of the commands that follow from an event, of who gives a command, of the events of a commit. */
export interface Planted {
  flaw?: Flaw;
  actor?: (request: CommandRequest, actor: Actor) => Actor;
  commit?: (events: NewEvent[]) => NewEvent[];
}

const { streams: rules, views, reactions } = quarterlyChecks;
const system: Actor = { sub: 'system', org: 'o', roles: [], departments: [], units: [] };
const organiser: Actor = { ...system, sub: 'organiser', roles: ['organiser'] };

export function simulation({ flaw = (_, requests) => requests, actor: as, commit }: Planted = {}) {
  const states = new Map<string, unknown>();
  const lengths = new Map<string, number>();
  const rows = new Map<string, Map<string, object>>(views.map(({ name }) => [name, new Map()]));
  const waiting = new Map<string, NewEvent[]>();
  const following = new Map<string, CommandRequest[]>();

  function show(event: NewEvent) {
    for (const view of views.filter(({ events }) => events.includes(event.type))) {
      const key = view.key(event);
      if (key === undefined) continue;
      const table = rows.get(view.name)!;
      const row = view.apply(table.get(key), event);
      if (row) table.set(key, row);
      else table.delete(key);
    }
  }
  function record(stream: string, event: NewEvent, own: boolean) {
    const sequence = (lengths.get(stream) ?? 0) + 1;
    lengths.set(stream, sequence);
    const recorded = { ...event, sequence };
    if (own) checkWritten(event);
    // Own rows change before the event is published; foreign ones when it arrives.
    if (own) show(recorded);
    waiting.set(stream, [...(waiting.get(stream) ?? []), recorded]);
  }
  function command(request: CommandRequest, given = organiser) {
    const { stream, id, type, data } = request;
    const actor = as?.(request, given) ?? given;
    const key = `${stream}/${id}`;
    const { initial, decide, evolve } = rules[stream]!;
    const meta = { id, type, data, actor, businessDate: '2024-04-05', now: '2024-04-05T09:00:00+08:00' };
    const state = states.get(key) ?? initial;
    const decision = decide(state, meta);
    if (isRefusal(decision)) return decision;
    const events = commit?.(decision) ?? decision;
    states.set(key, events.reduce(evolve, state));
    for (const event of events) record(key, event, true);
    return undefined;
  }

  const matching = (name: string, filter: object) =>
    [...rows.get(name)!]
      .filter(([, row]) =>
        Object.entries(filter).every(([field, value]) => [value].flat().includes(row[field as keyof typeof row])),
      )
      .sort(([a], [b]) => (a < b ? -1 : 1));
  const read = {
    get: async ({ name }, key) => rows.get(name)!.get(key),
    all: async ({ name }, filter = {}) => matching(name, filter).map(([, row]) => row),
    count: async ({ name }, filter = {}) => matching(name, filter).length,
    page: async ({ name }, filter, { after = '', limit }) => {
      const found = matching(name, filter).filter(([key]) => key > after);
      const items = found.slice(0, limit).map(([, row]) => row);
      return found.length > limit ? { items, next: found[limit - 1]![0] } : { items };
    },
    follow: async () => ({ items: [], more: false }),
    everywhere: () => read,
  } as Read;

  /**
   * One step of one of the streams that have something to do: the next event is heard and what follows from it decided,
   * or the next command that followed is given. A refused reaction is a failure.
   */
  async function deliver(choice: number): Promise<boolean> {
    const busy = (table: Map<string, unknown[]>) =>
      [...table].filter(([, list]) => list.length > 0).map(([key]) => key);
    const streams = [...new Set([...busy(waiting), ...busy(following)])];
    const stream = streams[choice % streams.length];
    if (stream === undefined) return false;
    const request = following.get(stream)?.shift();
    if (request) {
      const refused = command(request, system);
      if (refused) throw new Error(`${request.stream} ${request.type} refused: ${refused.refused}`);
      return true;
    }
    const event = waiting.get(stream)!.shift()!;
    if (!(stream.split('/')[0]! in rules)) show(event);
    const requests: CommandRequest[] = [];
    for (const reaction of reactions.filter(({ event: type }) => type === event.type))
      requests.push(...(await reaction.react(event as Recorded<JiangongEvent>, read)));
    following.set(stream, flaw(event, requests));
    return true;
  }

  return {
    /** Another service says something. */
    publish: (stream: string, event: NewEvent) => record(stream, event, false),
    command,
    read,
    deliver,
    async settle(choose: () => number) {
      while (await deliver(choose()));
    },
    row: <T extends object>({ name }: { name: string }, key: string) => rows.get(name)!.get(key) as T | undefined,
    rowsOf: <T extends object>({ name }: { name: string }) => [...rows.get(name)!.values()] as T[],
  };
}

const quarterScores = { from: 'quarter', over: 'periods', take: 'mean' };
/** The smallest scheme there can be: one mark of one department in one quarter; and a year that collects it. */
export const smallScheme = {
  language: 1,
  id: 'small',
  version: 1,
  title: '小方案',
  departments: [{ id: 'safety', label: '安全部' }],
  tracks: [
    {
      id: 'projects',
      label: '项目部',
      stages: [
        {
          id: 'quarter',
          label: '季度',
          periods: [{ id: 'q1', label: '第一季度' }],
          sheet: {
            criteria: [
              { id: 'active', label: '在施天数', measure: { kind: 'ratio' } },
              { id: 'safety', label: '安全', owner: 'safety', points: 100, measure: { kind: 'value' } },
            ],
            validIf: [{ figure: 'active.raw', atLeast: 50 }],
          },
        },
        {
          id: 'year',
          label: '年度',
          sheet: {
            criteria: [
              { id: 'quarters', label: '季度', points: 80, measure: { kind: 'collect', ...quarterScores } },
              { id: 'review', label: '评审', points: 20, measure: { kind: 'value' } },
            ],
          },
          honours: [{ id: 'winner', label: '优胜', take: 1 }],
        },
      ],
    },
  ],
};
const q1 = { id: 'q1', label: '第一季度', from: '2024-01-01', to: '2024-03-31' };
export const competition = derivedId('competition');
export const launch: NewEvent = {
  type: 'competition-launched',
  data: {
    ...{ competition, name: '竞赛', year: 2024, theme: '主题', slogan: '口号' },
    tracks: [
      {
        ...{ track: 'projects', label: '项目部', scheme: derivedId('scheme'), schemeVersion: 1, groups: [] },
        periods: [q1],
        body: smallScheme,
      },
    ],
  },
};
/** The entry's event, and the stream that it is in. */
export const accepted = (entrant: { entry: string }) =>
  [`entry/${entrant.entry}`, { type: 'entry-accepted', data: { competition, entrant } }] as const;
export const withdrawn = (entrant: { entry: string }) =>
  [`entry/${entrant.entry}`, { type: 'entry-withdrawn', data: { competition, entrant, reason: '退出' } }] as const;
/** What was decided last was a mistake. */
export const undone = (entrant: { entry: string }, undone: 'accepted' | 'withdrawn' = 'withdrawn') => {
  const state = undone === 'accepted' ? ('registered' as const) : ('accepted' as const);
  const data = { competition, entrant, state, undone, reason: '录错' };
  return [`entry/${entrant.entry}`, { type: 'entry-decision-undone', data }] as const;
};
export const entrantOf = (n: number) => ({
  entry: derivedId('entry', n),
  unit: derivedId('unit', n),
  code: `U-${n}`,
  name: `项目${n}部`,
  shortName: `项目${n}`,
  track: 'projects',
});
