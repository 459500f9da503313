// What each way of delivery shows of the grants, in one form, and what is wrong with it.
import { isDeepStrictEqual } from 'node:util';
import { parseCsv, parseHdl, parseWorkday } from '@jiangong/awards/hr-parsers';
import type { Grants, Service } from './service.ts';
import { readTopics, type TopicRecord } from './topics.ts';

/** Of each grant `revision status`, or as much as a way shows of that. */
export type Picture = Record<string, string>;
const pictureOf = <T>(rows: readonly T[], of: (row: T) => readonly [string, string]): Picture =>
  Object.fromEntries(rows.map(of).sort(([a], [b]) => (a < b ? -1 : 1)));
export const whole = (rows: Grants) =>
  pictureOf(rows, ({ grant, revision, status }) => [grant, `${revision} ${status}`]);
const ended = (rows: Grants) => pictureOf(rows, ({ grant, status }) => [grant, String(status === 'revoked')]);
const words: Record<string, string> = { 已授予: 'granted', 已更正: 'corrected', 已撤销: 'revoked' };

export const TOPICS = ['awards.v1', 'awards.grants.v1', 'awards.state.v1'] as const;

/** Ways that do not show what they must, by name. @param expected the grants as they must stand */
export async function disagreeing(service: Service, logUrl: string, expected: Grants): Promise<string[]> {
  const file = (target: string) => service.call('file', { target });
  const records = await readTopics(logUrl, TOPICS);
  const ofTopic = (topic: string) => records.filter((record) => record.topic === topic);
  const hdl = await file('oracle');
  const [, , ...columns] = hdl.slice(0, hdl.indexOf('\n')).split('|');
  const [csv, oracle, workday] = [
    parseCsv((await file('csv')).slice(1)),
    parseHdl(hdl, 'ProfileItem', columns),
    parseWorkday(await file('workday')),
  ];
  const ways: Record<string, readonly [Picture, Picture]> = {
    feed: [whole(await service.call('state', {})), whole(expected)],
    'feed of changes': [newest(await service.call('feed', {})), whole(expected)],
    csv: [
      pictureOf(csv, ({ 荣誉标识: grant, 版次: revision, 状态: status }) => [grant!, `${revision} ${words[status!]}`]),
      whole(expected),
    ],
    oracle: [
      pictureOf(oracle, (row) => [row.SourceSystemId!, `${row.SourceKey3} ${row.DateTo !== ''}`]),
      pictureOf(expected, ({ grant, revision, status }) => [grant, `${revision} ${status === 'revoked'}`]),
    ],
    workday: [
      pictureOf(workday, (row) => [row.Award_and_Activity_ID!, row.Remove_Award_and_Activity!]),
      ended(expected),
    ],
    'awards.v1': [newest(grantsIn(ofTopic('awards.v1'))), whole(expected)],
    'awards.grants.v1': [newest(grantsIn(ofTopic('awards.grants.v1'))), whole(expected)],
    'awards.state.v1': [
      // What a compacted topic keeps of a key is its last record.
      whole([...new Map(ofTopic('awards.state.v1').map(({ key, value }) => [key, value])).values()] as Grants),
      whole(expected),
    ],
  };
  return Object.entries(ways).flatMap(([name, [shown, must]]) => (isDeepStrictEqual(shown, must) ? [] : [name]));
}

const grantsIn = (records: TopicRecord[]): Grants =>
  records.flatMap(({ value: { type, data } }) => (type?.startsWith('award-') && data?.grant ? [data] : []));
/** Of each grant its highest revision. */
function newest(rows: Grants): Picture {
  const found = new Map<string, Grants[number]>();
  for (const row of rows) if (row.revision > (found.get(row.grant)?.revision ?? 0)) found.set(row.grant, row);
  return whole([...found.values()]);
}

/** Each grant's revisions one by one, none twice and none passed over. */
export function faultsOfOrder(name: string, applied: readonly { grant_id: string; revision: number }[]): string[] {
  const last = new Map<string, number>();
  return applied.flatMap(({ grant_id: grant, revision }) => {
    const before = last.get(grant) ?? 0;
    last.set(grant, Math.max(revision, before));
    if (revision === before + 1) return [];
    return [`${name}: ${grant}/${revision} ${revision <= before ? 'again' : 'too early'} after ${before}`];
  });
}
/** A topic gives first appearances in order; what it gives again is known. */
export async function faultsOfTopics(logUrl: string): Promise<string[]> {
  const records = await readTopics(logUrl, TOPICS.slice(0, 2));
  return TOPICS.slice(0, 2).flatMap((topic) => {
    const seen = new Set<string>();
    const first = grantsIn(records.filter((record) => record.topic === topic)).filter(({ grant, revision }) => {
      const isNew = !seen.has(`${grant}/${revision}`);
      seen.add(`${grant}/${revision}`);
      return isNew;
    });
    return faultsOfOrder(
      topic,
      first.map(({ grant, revision }) => ({ grant_id: grant, revision })),
    );
  });
}
