// What a report for the notice board says, cut to what its reader may see: the standings as they are read everywhere.
import { isRefusal, type Refusal, refuse, roundId, type Standing, type StandingsView } from '@jiangong/contracts';
import type { Request } from '@jiangong/service-kit';
import { calendarOf } from '@jiangong/service-kit/calendar';
import { windowOf } from '../../appeal-window.ts';
import { launchedOf } from '../../assemble.ts';
import type { Ranking } from '../../ranking.ts';
import type { Track } from '../../year-input.ts';
import { rankingShown } from '../ranking-shown.ts';
import type { Notice, NoticePage, NoticeRow } from './notice.ts';

type ReportRequest = Pick<Request, 'read' | 'actor' | 'companion' | 'businessDate'>;
export interface NoticeQuery {
  track?: string | undefined;
  period?: string | undefined;
  paper: Notice['paper'];
}
/** A year of more periods, such as months, shows its own score alone. */
const MOST_PERIODS = 6;

export function dateOf(day: string): string {
  const { year, month, day: date } = Temporal.PlainDate.from(day);
  return `${year}年${month}月${date}日`;
}

export async function noticeOf(
  competition: string,
  { track: wanted, period, paper }: NoticeQuery,
  request: ReportRequest,
): Promise<Notice | Refusal | undefined> {
  const launched = await launchedOf(competition, request.read);
  if (!launched) return undefined;
  const pages: NoticePage[] = [];
  let title = '年度考评结果';
  let isHidden = false;
  for (const track of launched.tracks) {
    if (wanted !== undefined && track.track !== wanted) continue;
    if (period !== undefined && !track.periods.some(({ id }) => id === period)) continue;
    const ranking = await rankingShown(competition, { track: track.track, period }, request);
    if (!ranking) continue;
    if (isRefusal(ranking)) return ranking;
    if (period !== undefined) title = `${ranking.periodLabel ?? period}检查考核结果`;
    if (ranking.items.length === 0) isHidden = true;
    else pages.push(...(await pagesOf(ranking, track, request)));
  }
  if (pages.length === 0) return isHidden ? refuse('result-not-published') : undefined;
  return { paper, competition: launched.name, title, printed: dateOf(request.businessDate), pages };
}

async function pagesOf(ranking: Ranking, track: Track, request: ReportRequest): Promise<NoticePage[]> {
  const { competition, trackLabel, period } = ranking;
  const shown = period === null && track.periods.length <= MOST_PERIODS ? track.periods : [];
  const scores: Map<string, number | null>[] = [];
  for (const { id } of shown) {
    const found = await rankingShown(competition, { track: track.track, period: id }, request);
    const items = found && !isRefusal(found) ? found.items : [];
    scores.push(new Map(items.map(({ entry, score }) => [entry, score])));
  }
  const notes = await notesOf(ranking, request);
  const honours = honoursOf(ranking);
  const groups = Map.groupBy(ranking.items, ({ group }) => group);
  return [...groups].map(([, items]) => ({
    heading: [trackLabel, items[0]!.groupLabel].filter(Boolean).join(' · '),
    periods: shown.map(({ label }) => label),
    rows: items.toSorted(byPlace).map((item) => rowOf(item, honours, scores)),
    notes,
  }));
}
const byPlace = (a: Standing, b: Standing) =>
  (a.place ?? Number.MAX_SAFE_INTEGER) - (b.place ?? Number.MAX_SAFE_INTEGER) || (a.code < b.code ? -1 : 1);

const statuses = { scored: '', 'not-assessable': '不予评定', pending: '待评', invalid: '本期无效' };
function rowOf(
  item: Standing,
  honours: ReadonlyMap<string, string[]>,
  scores: readonly ReadonlyMap<string, number | null>[],
): NoticeRow {
  const { entry, name, place, joint, score, status, bars } = item;
  return {
    place: place === null ? '' : `${joint ? '并列' : ''}${place}`,
    name,
    score,
    status: bars.length > 0 ? '不参评' : statuses[status],
    periods: scores.map((each) => each.get(entry) ?? null),
    honours: honours.get(entry) ?? [],
  };
}

function honoursOf({ honours }: StandingsView): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { label, granted, referred, provisional } of honours)
    for (const [units, suffix] of [
      [granted, ''],
      [referred, '（待定）'],
      [provisional, '（待定）'],
    ] as const)
      for (const { entry } of units) found.set(entry, [...(found.get(entry) ?? []), `${label}${suffix}`]);
  return found;
}

async function notesOf({ competition, track, period, state }: Ranking, { read }: ReportRequest): Promise<string[]> {
  const notes = state === 'final' ? [] : ['阶段性结果：尚未全部考核完毕，以正式公布的结果为准。'];
  if (period === null) return notes;
  const open = await windowOf(roundId(competition, track, period), await calendarOf(read), read);
  if (open) notes.push(`对本单位成绩有异议的，可于${dateOf(open.lastDay)}前（含当日）在系统中提出申诉。`);
  return notes;
}
