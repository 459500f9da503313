// For tests: lists of entries, marks and studios.
import { bookOf, shown } from '../../../../packages/service-kit/src/http/file/workbook.fixture.ts';
import { type Case, casesOf, csv } from './case.fixture.ts';

const entries = casesOf('entries');
const entered = ['单位编码', '赛道', '组别'];
export const entryCases: Case[] = [
  entries('单位、赛道写代码', csv(entered, ['P-9', 'projects', '']), '+1'),
  entries('单位、赛道写名称', csv(['单位', '赛道'], ['壬项目部', '项目部']), '+1'),
  entries('单位写简称，全角空格', csv(['单位', '赛道'], ['壬　', ' 项目部']), '+1'),
  entries('赛道不存在', csv(entered, ['P-9', '分公司', '']), '!B2'),
  entries('单位不存在', csv(entered, ['P-99', 'projects', '']), '!A2'),
  entries('已经报名', csv(entered, ['P-1', 'projects', '']), '=1'),
  entries('名称与编码不符', csv(['单位编码', '单位名称', '赛道'], ['P-9', '甲项目部', '项目部']), '!B2'),
  entries('模板中没有填写的行', csv(['单位编码', '单位名称', '赛道'], ['P-9', '壬项目部', '']), ''),
  entries('xlsx，同一单位两次', bookOf({ rows: [entered, ['P-9', 'projects'], ['P-9', '项目部']] }), '+1'),
];

const statuses = casesOf('statuses');
const changes = ['单位编码', '状态', '开始日期', '事由'];
export const statusCases: Case[] = [
  statuses(
    '状态写名称或代码，日期几种写法',
    csv(
      changes,
      ['P-1', '在施', '2024-1-2', '开工'],
      ['P-2', 'suspended', '2024年1月3日', '停工令'],
      ['P-3', '未开工', '20240102', '许可办理中'],
    ),
    '+3',
  ),
  statuses('xlsx 中的日期', bookOf({ rows: [changes, ['P-1', '在施', shown(45293, 'date'), '开工']] }), '+1'),
  statuses(
    '同一项目先后两次',
    csv(changes, ['P-1', '在施', '2024-01-02', '开工'], ['P-1', '停工', '2024-01-03', '停工令']),
    '+2',
  ),
  statuses(
    '同一天两种状态',
    csv(changes, ['P-1', '在施', '2024-01-02', '开工'], ['P-1', '停工', '2024-01-02', '停工令']),
    '!2 !3',
  ),
  statuses('没有这一天', csv(changes, ['P-1', '在施', '2024-02-30', '开工']), '!C2'),
  statuses('日期分不清月和日', csv(changes, ['P-1', '在施', '1/2/2024', '开工']), '!C2'),
  statuses('日期成了序列号', bookOf({ rows: [changes, ['P-1', '在施', 45293, '开工']] }), '!C2'),
  statuses('状态不在可选之列', csv(changes, ['P-1', '干着呢', '2024-01-02', '开工']), '!B2'),
  statuses('没有报名的单位', csv(changes, ['P-9', '在施', '2024-01-02', '开工']), '!A2'),
  statuses('表头写「原因」', csv(['单位', '施工状态', '日期', '原因'], ['甲', '在施', '2024-01-02', '开工']), '+1'),
];

const marks = casesOf('marks');
const valued = ['单位编码', '指标', '分值'];
const value = (...values: string[]) =>
  csv(valued, ...values.map((each, n) => [`P-${n + 1}`, 'technology', `"${each}"`]));
const book = (cell: Parameters<typeof bookOf>[0]['rows'][number][number]) =>
  bookOf({ rows: [valued, ['P-1', 'technology', cell]] });
const eventful = (...cells: string[]) =>
  csv(['单位编码', '指标', '事项'], ...cells.map((each) => ['P-1', '安全生产', `"${each}"`]));
export const markCases: Case[] = [
  marks('分值，整数和小数', value('5', '4.5', '0'), '+3'),
  marks('全角数字、正号、前后空格', value('４．５', '+4', ' 3 '), '+3'),
  marks('百分比格 95%，读作 95（超出满分）', book(shown(0.95, 'percent')), '!C2'),
  marks('百分比格 4.5%，读作 4.5', book(shown(0.045, 'percent')), '+1'),
  marks('csv 中的 4.5%，读作 4.5', value('4.5%'), '+1'),
  marks('浮点误差：=0.1+0.2', book(0.30000000000000004), '+1'),
  marks('浮点误差：5.0999999999999996', book(5.0999999999999996), '+1'),
  marks('五位小数', value('1.23456'), '!C2'),
  marks('十六进制、二进制、科学计数', value('0x5', '0b11', '1e1'), '!C2 !C3 !C4'),
  marks('分值带单位', value('5分'), '!C2'),
  marks('分值是日期', book(shown(45352, 'date')), '!C2'),
  marks('分值超出满分', value('99'), '!C2'),
  marks(
    '上下合并的分值',
    bookOf({ rows: [valued, ['P-1', 'technology', 4], ['P-2', 'technology']], merges: ['C2:C3'] }),
    '!C2 !C3',
  ),
  marks(
    '上下合并的指标，向下填满',
    bookOf({ rows: [valued, ['P-1', 'technology', 4], ['P-2', undefined, 5]], merges: ['B2:B3'] }),
    '+2',
  ),
  marks('单位写简称，指标写名称', csv(['单位', '考核指标', '得分'], ['甲', '技术创新', 4]), '+1'),
  marks('单位不在这一轮', csv(valued, ['P-9', 'technology', 4]), '!A2'),
  marks('指标不存在', csv(valued, ['P-1', '形象', 4]), '!B2'),
  marks('等级写名称', csv(['单位编码', '指标', '等级'], ['P-1', 'civilised', '良好']), '+1'),
  marks('事项写名称，几件、有对象', eventful('一般隐患×2：东侧基坑；hazard：外墙'), '+1'),
  marks('没有事项填“无”', eventful('无'), '+1'),
  marks('事项不在可选之列', eventful('火灾'), '!C2'),
  marks('事项 ×0', eventful('一般隐患×0', 'hazard×0'), '!C2 !C3'),
  marks('事项 ×1000000', eventful('一般隐患×1000000'), '!C2'),
  marks('两行扣分事项，相加', eventful('一般隐患', 'hazard×2'), '+1'),
  marks('两行分值不一样', csv(valued, ['P-1', 'technology', 4], ['P-1', 'technology', 5]), '!2 !3'),
  marks('一行填了两种', csv(['单位编码', '指标', '分值', '等级'], ['P-1', 'technology', 4, 'good']), '!2'),
  marks('已有的评分，没有变', csv(valued, ['P-3', 'team', 4]), '=1'),
  marks('已有的评分，改了分', csv(valued, ['P-3', 'team', 3]), '~1'),
  marks('模板中没有填写的行', csv(valued, ['P-1', 'technology', 4], ['P-2', 'technology', '']), '+1'),
  marks('名称与编码不符', csv(['单位编码', '单位名称', '指标', '分值'], ['P-1', '乙项目部', 'technology', 4]), '!B2'),
];

const studios = casesOf('studios');
const head = [
  '编码',
  '名称',
  '带头人',
  '所在单位',
  '所在区',
  '级别',
  '工种',
  '产业链',
  '产业链环节',
  '能提供',
  '想解决',
  '可结盟数',
];
const studio = [
  'GZS-1',
  '甲工作室',
  'P-8',
  '甲公司',
  '朝阳区',
  '区级',
  '焊接',
  '钢构',
  '2',
  '激光焊接；探伤',
  '机器人; 检测',
  '2',
];
const english = 'code,name,leader,employer,district,level,trade,chain,stage,offers,seeks,capacity';
export const studioCases: Case[] = [
  studios('中文表头，级别写名称', csv(head, studio), '+1'),
  studios('英文表头，级别写代码', `${english}\n${studio.with(5, 'district')}\n`, '+1'),
  studios('级别不在可选之列', csv(head, studio.with(5, '城市级')), '!F2'),
  studios('可结盟数不是数字', csv(head, studio.with(11, '多')), '!L2'),
  studios('环节不是整数', csv(head, studio.with(8, '1.5')), '!I2'),
  studios('一项技术过长', csv(head, studio.with(9, '焊'.repeat(61))), '!J2'),
  studios('选填的栏空着', csv(head, studio.with(7, '').with(8, '').with(10, '')), '+1'),
  studios(
    'xlsx，数值和文本混用',
    bookOf({ rows: [head, [...studio.slice(0, 8), 2, ...studio.slice(9, 11), 2]] }),
    '+1',
  ),
];

const plans = casesOf('plans');
const planned = ['单位编码', '指标', '节点', '计划', '权重', '事由'];
export const planCases: Case[] = [
  plans('没有节点的一个数', csv(['单位', '指标', '计划量', '原因'], ['甲', '施工产值', 1000, '季度计划']), '+1'),
  plans(
    '几个节点，单位写简称',
    csv(planned, ['甲', '形象进度', '主体', 100, 60, '计划'], ['甲', 'progress', '二次结构', 100, 40, '计划']),
    '+2',
  ),
  plans(
    'xlsx，计划日期是真日期',
    bookOf({
      rows: [
        [...planned, '计划日期'],
        ['P-1', '形象进度', '主体', 100, 60, '计划', shown(45371, 'date')],
      ],
    }),
    '+1',
  ),
  plans('有节点没有权重', csv(planned, ['P-1', '形象进度', '主体', 100, '', '计划']), '!E2'),
  plans('有权重没有节点', csv(planned, ['P-1', '施工产值', '', 100, 60, '计划']), '!C2'),
  plans('权重为零', csv(planned, ['P-1', '形象进度', '主体', 100, 0, '计划']), '!2'),
  plans(
    '同一节点两个计划',
    csv(planned, ['P-1', '形象进度', '主体', 100, 60, '甲'], ['P-1', '形象进度', '主体', 90, 60, '甲']),
    '!2 !3',
  ),
  plans('开启后没有事由', csv(planned, ['P-1', '施工产值', '', 100, '', '']), '!2'),
  plans('不按计划计分的指标', csv(planned, ['P-1', '安全生产', '', 100, '', '计划']), '!B2'),
  plans('负数', csv(planned, ['P-1', '施工产值', '', -1, '', '计划']), '!D2'),
];

const progress = casesOf('progress');
const done = ['单位编码', '指标', '节点', '完成'];
export const progressCases: Case[] = [
  progress('没有计划', csv(done, ['P-1', '施工产值', '', 900]), '!2'),
  progress('按上报：检查组以外的人不能填验收', csv([...done, '验收合格'], ['P-1', '施工产值', '', 900, 900]), '!2'),
  progress('没有填写的行', csv(done, ['P-1', '施工产值', '', '']), ''),
  progress('完成带单位', csv(done, ['P-1', '施工产值', '', '900万']), '!D2'),
];

const reviews = casesOf('reviews');
const reviewed = ['单位编码', '指标', '分值'];
export const reviewCases: Case[] = [
  reviews('分值', csv(reviewed, ['P-1', '年终评议', 18]), '+1'),
  reviews('单位写简称，赛道写名称', csv(['单位', '赛道', '指标', '得分'], ['甲', '项目部', 'review', 18]), '+1'),
  reviews('超出满分', csv(reviewed, ['P-1', '年终评议', 21]), '!C2'),
  reviews('没有报名的单位', csv(reviewed, ['P-9', '年终评议', 18]), '!A2'),
  reviews('两栏都填', csv([...reviewed, '计划', '完成'], ['P-1', '年终评议', 18, 100, 90]), '!E2'),
  reviews('只填计划', csv(['单位编码', '指标', '计划'], ['P-1', '年终评议', 100]), '!2'),
];

const people = casesOf('people');
const person = ['工号', '姓名', '单位编码', '开始日期'];
export const personCases: Case[] = [
  people('工号有前导零', csv(person, ['007', '王建国', 'P-1', '2024-01-02']), '+1'),
  people('生僻字', csv(person, ['G-1', '王𠮷', 'P-1', '2024-01-02']), '+1'),
  people('没有姓名', csv(person, ['G-1', '', 'P-1', '2024-01-02']), '!B2'),
  people('工号成了科学计数', csv(person, ['1.23E+17', '王建国', 'P-1', '2024-01-02']), '!A2'),
];
const teams = casesOf('teams');
export const teamCases: Case[] = [
  teams(
    '没有这个工号',
    csv(['队伍编码', '队伍名称', '队伍简称', '工号', '开始日期'], ['D-1', '突击队', '突击', 'G-404', '2024-01-02']),
    '!2',
  ),
];
