// The lists of competitions as tables. Units, tracks and groups are called by their names.
import {
  type CompetitionState,
  type competitionSummary,
  type entryView,
  type PersonView,
  type proposedEntry,
  type Read,
  type SchemeSummary,
  type teamView,
  type unitView,
  valueLabels,
} from '@jiangong/contracts';
import { listTable, rowsById } from '@jiangong/service-kit';
import type { z } from 'zod';
import { titleOf } from './scheme-language.ts';
import { type CompetitionRow, competitions, schemes, units } from './views.ts';

type Unit = z.infer<typeof unitView>;
type Team = Omit<z.infer<typeof teamView>, 'members'>;
type Entry = z.infer<typeof entryView>;
type Proposed = z.infer<typeof proposedEntry>;
interface Reading {
  read: Read;
}

/** What the units with these ids are called. */
async function unitNames(
  ids: readonly (string | undefined)[],
  read: Read,
): Promise<(id?: string) => string | undefined> {
  const names = await rowsById(ids, (id) => read.get(units, id));
  return (id) => (id === undefined ? undefined : names.get(id)?.name);
}
const trackOf = (competition: CompetitionRow | undefined, { track }: { track: string }) =>
  competition?.tracks.find((each) => each.track === track);
const trackName = (competition: CompetitionRow | undefined, entry: { track: string }) =>
  trackOf(competition, entry)?.label ?? entry.track;
const groupName = (competition: CompetitionRow | undefined, entry: { track: string; group?: string | undefined }) =>
  trackOf(competition, entry)?.groups.find(({ id }) => id === entry.group)?.label;

export const tables = {
  async units(page: { items: readonly Unit[] }, { read }: Reading) {
    const nameOf = await unitNames(
      page.items.map(({ parent }) => parent),
      read,
    );
    return listTable<Unit>('单位', [
      ['编码', ({ code }) => code],
      ['名称', ({ name }) => name],
      ['简称', ({ shortName }) => shortName],
      ['类型', ({ kind }) => valueLabels.unitKind[kind]],
      ['上级单位', ({ parent }) => nameOf(parent)],
      ['停用原因', ({ retired }) => retired?.reason],
    ])(page);
  },
  async people(page: { items: readonly PersonView[] }, { read }: Reading) {
    const nameOf = await unitNames(
      page.items.map(({ unit }) => unit),
      read,
    );
    return listTable<PersonView>('人员', [
      ['工号', ({ externalId }) => externalId],
      ['姓名', ({ name }) => name],
      ['单位', ({ unit }) => nameOf(unit)],
      ['岗位', ({ role }) => role],
      ['状态', ({ state }) => valueLabels.person[state]],
      ['入职日期', ({ from }) => from, 'date'],
      ['离职日期', ({ to }) => to, 'date'],
    ])(page);
  },
  async teams(page: { items: readonly Team[] }, { read }: Reading) {
    const nameOf = await unitNames(
      page.items.map(({ unit }) => unit),
      read,
    );
    return listTable<Team>('队伍', [
      ['编码', ({ code }) => code],
      ['名称', ({ name }) => name],
      ['简称', ({ shortName }) => shortName],
      ['单位', ({ unit }) => nameOf(unit)],
      ['解散日期', ({ to }) => to, 'date'],
    ])(page);
  },
  async schemes(page: { items: readonly SchemeSummary[] }, { read }: Reading) {
    const of = await rowsById(
      page.items.map(({ scheme }) => scheme),
      (id) => read.get(schemes, id),
    );
    return listTable<SchemeSummary>('考核方案', [
      ['名称', ({ scheme }) => of.get(scheme) && titleOf(of.get(scheme)!.body)],
      ['已发布版本', ({ published }) => published || undefined],
      ['起草中版本', ({ drafting }) => drafting],
    ])(page);
  },
  competitions: listTable<z.infer<typeof competitionSummary>>('竞赛', [
    ['名称', ({ name }) => name],
    ['年度', ({ year }) => year],
    ['主题', ({ theme }) => theme],
    ['口号', ({ slogan }) => slogan],
    ['状态', ({ state }) => valueLabels.competition[state satisfies CompetitionState]],
    ['报名开始', ({ registration }) => registration.from, 'date'],
    ['报名截止', ({ registration }) => registration.to, 'date'],
  ]),
  async proposals(page: { items: readonly Proposed[] }, { read, params }: Reading & { params: { id: string } }) {
    const competition = await read.get(competitions, params.id);
    return listTable<Proposed>('拟报名单位', [
      ['编码', ({ code }) => code],
      ['单位', ({ name }) => name],
      ['赛道', (entry) => trackName(competition, entry)],
      ['组别', (entry) => groupName(competition, entry)],
    ])(page);
  },
  async entries(page: { items: readonly Entry[] }, { read }: Reading) {
    const of = await rowsById(
      page.items.map(({ competition }) => competition),
      (id) => read.get(competitions, id),
    );
    return listTable<Entry>('报名', [
      ['竞赛', ({ competition }) => of.get(competition)?.name],
      ['编码', ({ code }) => code],
      ['单位', ({ name }) => name],
      ['赛道', (entry) => trackName(of.get(entry.competition), entry)],
      ['组别', (entry) => groupName(of.get(entry.competition), entry)],
      ['状态', ({ state }) => valueLabels.entry[state]],
      ['理由', ({ reason }) => reason],
      [
        '项目状态',
        ({ statuses: [...all] }) => (all.length === 0 ? undefined : valueLabels.projectStatus[all.at(-1)!.status]),
      ],
      ['状态起始', ({ statuses }) => statuses.at(-1)?.from, 'date'],
    ])(page);
  },
};
