// For tests: lists of contestants and of what they achieved.
import { bookOf, shown } from '../../../../packages/service-kit/src/http/file/workbook.fixture.ts';
import { type Case, casesOf, csv } from './case.fixture.ts';

const contestants = casesOf('contestants');
const entered = ['参赛者编码', '赛道'];
export const contestantCases: Case[] = [
  contestants('编码与赛道名称', csv(entered, ['P-1', '运动员']), '+1'),
  contestants('单位写简称，表头写「单位编码」', csv(['单位编码', '参赛赛道'], ['乙', '运动员']), '+1'),
  contestants('赛道写代码，xlsx', bookOf({ rows: [entered, ['P-3', 'runners']] }), '+1'),
  contestants('没有这个单位', csv(entered, ['P-99', '运动员']), '!A2'),
  contestants('没有这个赛道', csv(entered, ['P-1', '裁判员']), '!B2'),
  contestants('同一参赛者两次', csv(entered, ['P-1', '运动员'], ['P-1', 'runners']), '+1'),
  contestants('空表', csv(entered), '!1'),
];

const performances = casesOf('performances');
const timed = ['参赛者编码', '用时'];
export const performanceCases: Case[] = [
  performances('用时的几种写法', csv(timed, ['P-1', '34:44'], ['P-2', '1:02:03.5']), '+2'),
  performances('用时以秒计，全角数字', csv(timed, ['P-1', '２０８４']), '+1'),
  performances('未完赛不填用时', csv(['参赛者编码', '用时', '未参赛或未完赛'], ['P-1', '', '未完赛']), '+1'),
  performances('又有用时又未完赛', csv(['参赛者编码', '用时', '未参赛或未完赛'], ['P-1', '34:44', '未完赛']), '!2'),
  performances('什么都没填', csv(timed, ['P-1', '']), ''),
  performances('用时读不出', csv(timed, ['P-1', '三十四分']), '!B2'),
  performances('没有参赛的单位', csv(timed, ['P-3', '34:44']), '!A2'),
  performances('用时成了日期', bookOf({ rows: [timed, ['P-1', shown(45352, 'date')]] }), '!B2'),
];
