// For tests: cells of all kinds in lists of units.
import { bookOf, raw, shown } from '../../../../packages/service-kit/src/http/file/workbook.fixture.ts';
import { type Case, casesOf, csv } from './case.fixture.ts';

const units = casesOf('units');
const head = ['编码', '名称', '简称', '类别'];
const named = <C>(code: C, n = '一') => [code, `第${n}分公司`, `${n}分`, '分支机构'] as const;
type Code = Parameters<typeof bookOf>[0]['rows'][number][number];
const book = (...codes: Code[]) => bookOf({ rows: [head, ...codes.map((code, n) => named(code, '一二三四五'[n]))] });
const list = (...codes: string[]) => csv(head, ...codes.map((code, n) => named(code, '一二三四五'[n])));

export const codes: Case[] = [
  units('编码前后有空格、不换行空格', list('N-1\u00a0', ' N-2'), '+2'),
  units('全角的编码', list('Ｎ－１', 'Ｎ　２'), '+2'),
  units('007 与 7 是两个编码', list('007', '7'), '+2'),
  units('18 位数字，文本', list('110101199003070013', '110101199003070021'), '+2'),
  units('18 位数字，被 Excel 当成数值', book(Number('110101199003070013')), '!A2'),
  units('1.23E+17', list('1.23E+17'), '!A2'),
  units('数值格式 00000 显示的前导零', book(shown(123, 'padded')), '+1'),
  units('整数数值作编码', book(1001), '+1'),
  units('编码被 Excel 改成日期（3-1）', book(shown(45352, 'date')), '!A2'),
  units('编码被 Excel 改成日期后存成 csv', list('3月1日', '1-Mar', '2024/3/1'), '!A2 !A3 !A4'),
  units('编码被 Excel 改成逻辑值', book(raw('t="b"', '<v>1</v>')), '!A2'),
  units('编码中有零宽空格', list('R\u200b'), '!A2'),
  units('编码中有改变方向的字符', list('R\u202e1'), '!A2'),
  units('编码混用西里尔字母', list('F\u0413-1'), '!A2'),
  units('同样的行出现两次', csv(head, named('N-1'), named('N-1')), '+1'),
  units('同一编码的两行不一样（全角、半角是同一编码）', list('N-1', 'Ｎ-1'), '!2 !3'),
];

export const cells: Case[] = [
  units(
    '类别写名称或代码',
    csv(head, named('A'), ['B', '乙项目部', '乙', 'project-department'], ['C', '丙厂', '丙', '用人单位']),
    '+3',
  ),
  units('类别不在可选之列', csv(head, ['A', '甲班组', '甲', '班组']), '!D2'),
  units('没有填必填的格', csv(head, ['A', '', '甲', '分支机构']), '!B2'),
  units('文字过长', csv(head, ['A', '甲公司', '甲'.repeat(21), '分支机构']), '!C2'),
  units('公式，按算出的值', book(raw('t="str"', '<f>"N-"&amp;1</f><v>N-1</v>')), '+1'),
  units('公式没有算过', book(raw('', '<f>"N-"&amp;1</f>')), '!A2'),
  units('错误值 #N/A', book(raw('t="e"', '<f>VLOOKUP(1,2,3)</f><v>#N/A</v>')), '!A2'),
  units('csv 中的 #REF!', list('#REF!'), '!A2'),
  units('名称中有零宽空格', csv(head, ['A', '第一\u200b分公司', '一分', '分支机构']), '+1'),
  units('名称中有改变方向的字符', csv(head, ['A', '第一\u202e分公司', '一分', '分支机构']), '!B2'),
  units('名称已是乱码', csv(head, ['A', '第\ufffd分公司', '一分', '分支机构']), '!B2'),
  units('名称一格是日期', bookOf({ rows: [head, ['A', shown(45352, 'date'), '一分', '分支机构']] }), '+1'),
  units('末尾有合计行', csv(head, named('A'), ['合计', 1, '', '']), '+1 !C3 !D3'),
];

const branch = ['FG-1', '第一分公司', '一分', '分支机构', ''] as const;
const project = (n: number) => [`XM-${n}`, `第${n}项目部`, `${n}项目`, '项目部', 'FG-1'] as const;
const full = [...head, '上级编码'];
export const rows: Case[] = [
  units('隐藏或筛选掉的行', bookOf({ rows: [head, named('A'), named('B', '二')], hiddenRows: [2] }), '+1 !2'),
  units('隐藏的行，hidden=true', bookOf({ rows: [head, named('A'), named('B', '二')], hiddenRows: [2] }), '+2', {
    query: 'hidden=true',
  }),
  units('隐藏的栏', bookOf({ rows: [head, named('A')], hiddenColumns: [2] }), '+1'),
  units(
    '上下合并的格，向下填满',
    bookOf({ rows: [full, branch, project(1), project(2).with(4, undefined as never)], merges: ['E3:E4'] }),
    '+3',
  ),
  units(
    '横跨几栏的合并格',
    bookOf({ rows: [head, named('A'), ['B', '二分公司', '', '分支机构']], merges: ['B3:C3'] }),
    '+1 !B3 !C3',
  ),
  units('标题的合并格', bookOf({ rows: [['单位名册'], head, named('A')], merges: ['A1:D1'] }), '+1'),
  units('项目部写在所属分支机构之前', csv(full, project(1), branch), '+2'),
  units('上级不存在', csv(full, [...project(1).slice(0, 4), 'FG-9']), '!2'),
  units('已有的单位，没有变', csv(full, ['P-1', '甲项目部', '甲', '项目部', '']), '=1'),
  units('已有的单位，改了名称', csv(full, ['P-1', '甲一项目部', '甲一', '项目部', '']), '~1'),
  units(
    '没有表头的栏里有一个字',
    bookOf({
      rows: [head, named('A'), ['B', '第二分公司', '二分', '分支机构', ...Array.from<undefined>({ length: 22 }), 'x']],
    }),
    '+2',
  ),
];
