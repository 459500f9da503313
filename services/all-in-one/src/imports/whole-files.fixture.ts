// For tests: files in all encodings, with all separators, headers and sheets.
import { encoded } from '../../../../packages/service-kit/src/http/file/encode.fixture.ts';
import { bookOf } from '../../../../packages/service-kit/src/http/file/workbook.fixture.ts';
import { type Case, casesOf, csv } from './case.fixture.ts';

const units = casesOf('units');
const head = ['编码', '名称', '简称', '类别', '上级编码'];
const [a, b] = [
  ['FG-1', '第一分公司', '一分', '分支机构', ''],
  ['XM-1', '第一项目部', '一项目', '项目部', 'FG-1'],
];
const text = csv(head, a, b);
const bom = '\ufeff';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const encodings: Case[] = [
  units('csv，UTF-8', text, '+2'),
  units('csv，UTF-8 带 BOM（Excel 的“CSV UTF-8”）', bom + text, '+2'),
  units('csv，UTF-16 LE 带 BOM（Excel 的“Unicode 文本”）', encoded(bom + text.replaceAll(',', '\t'), 'utf-16le'), '+2'),
  units('csv，UTF-16 BE 带 BOM', encoded(bom + text, 'utf-16be'), '+2'),
  units('csv，UTF-16 LE 不带 BOM', encoded(text, 'utf-16le'), '+2'),
  units('csv，UTF-16 BE 不带 BOM', encoded(text, 'utf-16be'), '+2'),
  units('csv，GBK（中文 Windows 上 Excel 的 csv）', encoded(text, 'gb18030'), '+2'),
  units(
    'csv，GB18030，含四字节的字',
    Buffer.concat([
      encoded(text, 'gb18030'),
      encoded('FG-2,', 'gb18030'),
      Buffer.from('8139ee39', 'hex'),
      encoded('分公司,二分,分支机构\n', 'gb18030'),
    ]),
    '+3',
  ),
  units(
    'csv，Big5',
    encoded('code,name,short name,kind\nA,臺灣營建工程處第壹專案,營建處,branch\n', 'big5'),
    'unreadable-body',
  ),
  units(
    'csv，Shift_JIS',
    encoded('code,name,short name,kind\nA,とうきょうのほんしゃ,ほんしゃ,branch\n', 'shift_jis'),
    'unreadable-body',
  ),
  units(
    'csv，Latin-1',
    Buffer.from('code,name,short name,kind\nA,Société générale,SG,branch\n', 'latin1'),
    'unreadable-body',
  ),
  units('csv，UTF-8 中有一个坏字节', Buffer.concat([Buffer.from(text), Buffer.from([0xff])]), 'unreadable-body'),
  units('csv 的文件名和类型写成 .xlsx', text, '+2', { type: xlsx }),
  units('xlsx 的文件名和类型写成 .csv', bookOf({ rows: [head, a, b] }), '+2', { type: 'text/csv' }),
  units('旧版 .xls 或加了密码的工作簿', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'unreadable-body'),
  units('另存为 .xls 的网页', '<html><table><tr><td>编码</td></tr></table></html>', 'unreadable-body'),
  units('PDF', '%PDF-1.7\n', 'unreadable-body'),
  units('图片', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'unreadable-body'),
];

export const separators: Case[] = [
  units('分号分隔', text.replaceAll(',', ';'), '+2'),
  units('制表符分隔（tsv）', text.replaceAll(',', '\t'), '+2'),
  units('首行是 sep=;', `sep=;\n${text.replaceAll(',', ';')}`, '+2'),
  units('行尾是 CR LF', text.replaceAll('\n', '\r\n'), '+2'),
  units('行尾是 CR', text.replaceAll('\n', '\r'), '+2'),
  units('没有末尾的换行，行间有空行', `${head}\n\n${a}\n,,,,\n\n${b}`, '+2'),
  units('带引号的逗号、换行和引号', csv(head, ['FG-1', '"第一,分公司\n（""甲""）"', '一分', '分支机构', '']), '+1'),
  units('="00123" 保持文本', csv(head, ['="00123"', '第一分公司', '一分', '分支机构', '']), '+1'),
  units(
    '格中有单独的引号 5"管',
    csv(head, ['A', '5"管', '管', '分支机构', ''], b.with(4, ''), ['C', '丙公司', '丙', '分支机构', '']),
    '+2 !B2',
  ),
  units('引号后还有字 "甲"乙', csv(head, ['A', '"甲"乙', '甲', '分支机构', ''], b.with(4, '')), '+1 !B2'),
  units(
    '引号没有结束',
    csv(head, ['A', '"甲公司', '甲', '分支机构', ''], b.with(4, ''), ['C', '"丙公司"', '丙', '分支机构', '']),
    '+2 !B2',
  ),
];

export const headers: Case[] = [
  units('表头上方有标题和日期', csv(['单位名册', '', ''], ['填报日期：2024年1月5日'], head, a, b), '+2'),
  units(
    '英文表头',
    csv(['code', 'Short Name', 'name', 'KIND', 'parent_code'], ['FG-1', '一分', '第一分公司', 'branch', '']),
    '+1',
  ),
  units(
    '别名、星号、括注、空格的表头',
    csv(['单位编码*', '全 称', '简称（10字内）', '单位类别：', '上级'], a, b),
    '+2',
  ),
  units('各栏次序不同', csv(['类别', '简称', '编码', '名称'], ['分支机构', '一分', 'FG-1', '第一分公司']), '+1'),
  units('多出别的栏', csv([...head, '联系人', '电话'], [...a, '张三', '1']), '+1'),
  units('缺少必填的栏', csv(['编码', '名称', '类别'], ['FG-1', '第一分公司', '分支机构']), '!1'),
  units('同一栏出现两次', csv([...head, '类别'], [...a, '项目部']), '!F1'),
  units('两栏是同一栏的两个名字', csv([...head, '单位编码'], [...a, 'FG-2']), '!F1'),
  units('每页重复表头', csv(head, a, head, b), '+2'),
  units('只有表头', csv(head), '!1'),
  units('没有表头', csv(a, b), '!1'),
  units('空白的工作簿', bookOf({ rows: [] }), '!1'),
];

const other = { name: '说明', rows: [['本表由各单位填写'], ['请于月底前报送']] };
export const sheets: Case[] = [
  units('数据在第二张工作表', bookOf(other, { name: '名册', rows: [['单位名册'], [], head, a, b] }), '+2'),
  units('两张工作表都有同样的表头', bookOf({ name: '分支', rows: [head, a] }, { name: '项目', rows: [head, b] }), '+1'),
  units('用 sheet= 指定工作表', bookOf({ name: '旧', rows: [head, b] }, { name: '新', rows: [head, a] }), '+1', {
    query: `sheet=${encodeURIComponent('新')}`,
  }),
  units('指定的工作表不存在', bookOf(other, { name: '名册', rows: [head, a] }), 'sheet-unknown', {
    query: `sheet=${encodeURIComponent('甲')}`,
  }),
  units('有表头的只有隐藏的工作表', bookOf(other, { name: '数据', rows: [head, a], isHidden: true }), '+1'),
  units(
    '隐藏的工作表也有表头',
    bookOf({ name: '旧', rows: [head, b], isHidden: true }, { name: '新', rows: [head, a] }),
    '+1',
  ),
];
