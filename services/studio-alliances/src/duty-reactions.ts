// What follows for duties: from a moment of the calendar, from decisions on what held a year, and from a day to make up for one.
import { byTarget, type CommandRequest, dutyCalendarId, dutyId, type EventNamed, type Read } from '@jiangong/contracts';
import { on } from '@jiangong/service-kit';
import { businessDateOf } from '@jiangong/service-kit/calendar';
import { allianceCommand } from './alliance.ts';
import { dutyCommand } from './duty.ts';
import { dutyCalendarCommand, type Reminder, reminderId } from './duty-calendar.ts';
import { countedBy, dutiesOf, madeUpBy } from './duty-query.ts';
import { lastDayOf } from './duty-rules.ts';
import { yearKey } from './duty-views.ts';
import { type AllianceRow, alliances, currentMembers, duties, dutyHolds, outputs } from './views.ts';

const link = '/alliances';

/** Leaders hear of their own alliance, organisers of how many are behind. */
async function reminded(year: number, at: string, org: string, rows: AllianceRow[], read: Read) {
  const living = rows.filter(({ status }) => status === 'approved');
  const lines = await dutiesOf(read, living, year, businessDateOf(at));
  const behind = living.filter(({ alliance }) => lines.get(alliance)?.status === 'open');
  if (behind.length === 0) return [];
  const due = lastDayOf(year);
  const requests: CommandRequest[] = behind.map((alliance) => {
    const { text } = lines.get(alliance.alliance)!;
    const studios = currentMembers(alliance).map((m) => ({ studio: m.studio, organisation: m.union ?? alliance.org }));
    const reminder: Reminder = {
      ...{
        reminder: reminderId('duty', alliance.alliance, year, at),
        task: 'meet-duty',
        about: alliance.name,
        due,
        link,
      },
      to: { role: 'alliance-leader', studios },
      text: {
        zh: `${year}年度成果任务未完成（${text.zh}）`,
        en: `the duty of ${year} is not met (${text.en})`,
      },
    };
    return dutyCommand(dutyId(alliance.alliance, year), 'remind', { reminder });
  });
  const summary: Reminder = {
    ...{ reminder: reminderId('duties', org, year, at), task: 'meet-duty', to: { role: 'organiser' }, due, link },
    about: `${year}年度成果任务`,
    text: {
      zh: `还有${behind.length}个联盟未完成年度成果任务`,
      en: `the duty of ${year} is not met by ${behind.length} alliances`,
    },
  };
  return [...requests, dutyCalendarCommand(dutyCalendarId(org), 'remind', { reminders: [summary] })];
}

/** Closes a year of these alliances, or says of each what is undecided. */
async function closing(year: number, rows: readonly AllianceRow[], read: Read, on: string): Promise<CommandRequest[]> {
  const all = await countedBy(read, rows, year, on);
  return all
    .filter(({ isClosed }) => !isClosed)
    .map(({ alliance: { alliance, name }, counted, undecided }) => {
      const reminder: Reminder = {
        ...{ reminder: reminderId('held', alliance, year, ...undecided), task: 'close-duty-year' },
        ...{ to: { role: 'organiser' }, about: name, due: lastDayOf(year), link },
        text: {
          zh: `${year}年度未结账，待审成果：${undecided.join('、')}`,
          en: `the year ${year} is not closed; outputs await a decision: ${undecided.join(', ')}`,
        },
      };
      return dutyCommand(dutyId(alliance, year), 'close-by-calendar', { ...counted, year, undecided, reminder });
    });
}

/** Judges a year again whose day to make up for it is over. */
async function reassessed(alliance: AllianceRow, year: number, by: string, read: Read) {
  const [found] = await countedBy(read, [alliance], year, by);
  const { madeUp, undecided } = await madeUpBy(read, alliance.alliance, year, by);
  return dutyCommand(dutyId(alliance.alliance, year), 'reassess', {
    ...{ alliance: alliance.alliance, year, outputs: found!.counted.outputs, madeUp },
    undecided: [...found!.undecided, ...undecided],
  });
}

/** What waited for decisions on outputs goes on with the last of them. */
async function decided({ output, alliance: id }: { output: string; alliance: string }, time: string, read: Read) {
  const row = await read.get(outputs, output);
  const alliance = await read.get(alliances, id);
  if (!row || !alliance) return [];
  const hold = await read.get(dutyHolds, yearKey({ alliance: id, year: row.year }));
  const waiting = (await read.all(duties, { alliance: id })).filter((d) => d.rectification?.outcome === 'undecided');
  return byTarget([
    ...(hold ? await closing(row.year, [alliance], read, businessDateOf(time)) : []),
    ...(await Promise.all(
      waiting.map(({ year, rectification }) => reassessed(alliance, year, rectification!.by, read)),
    )),
  ]);
}

const missed = ({ year, by, outputs: counted, madeUp, minimum }: EventNamed<'duty-reassessed'>['data']) =>
  `${year}年度成果任务未完成，至${by}整改未达要求：成果${counted}项，补足${madeUp}项，最低${minimum}项`;

export const dutyReactions = [
  on('duty-moment-passed', async ({ data, org }, read) => {
    const rows = await read.all(alliances, { owner: org, status: ['approved', 'dissolved'] });
    const { since } = data;
    const reminders = await Promise.all(data.reminds.map((year) => reminded(year, since, org, rows, read)));
    const closings = await Promise.all(data.closes.map((year) => closing(year, rows, read, businessDateOf(since))));
    return byTarget([...reminders, ...closings].flat());
  }),
  on('output-accepted', ({ data, time }, read) => decided(data, time, read)),
  on('output-rejected', ({ data, time }, read) => decided(data, time, read)),
  on('output-withdrawn', ({ data, time }, read) => decided(data, time, read)),
  on('duty-rectification-ended', async ({ data: { alliance, year, by } }, read) => {
    const row = await read.get(alliances, alliance);
    return row ? [await reassessed(row, year, by, read)] : [];
  }),
  on('duty-reassessed', ({ data }) =>
    data.outcome === 'not-rectified'
      ? [allianceCommand(data.alliance, 'propose-removal', { reason: missed(data) })]
      : [],
  ),
];
