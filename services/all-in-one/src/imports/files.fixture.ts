// For tests: files byte by byte as spreadsheets and other programs wrote them.
import { readFileSync } from 'node:fs';
import { type Case, casesOf } from './case.fixture.ts';

const file = (name: string) => readFileSync(new URL(`./files/${name}`, import.meta.url));
const [units, marks] = [casesOf('units'), casesOf('marks')];

export const fileCases: Case[] = [
  units('编码：不换行空格、全角、前导零、1.23E+17', file('u-codes.csv'), '+2 !2 !3 !4 !A7'),
  units('同一栏「类别」两次', file('x-dup-header.xlsx'), '!E1'),
  units('一格在 XFD1048576', file('x-far-cell.xlsx'), 'too-many-columns'),
  units('csv 名为 .xlsx，只有表头', file('x-csv-as-xlsx.xlsx'), '!1'),
  marks('百分比格 95%', file('m-x-percent.xlsx'), '!C2'),
  marks('浮点误差 5.0999999999999996', file('m-x-float.xlsx'), '+1'),
  marks('隐藏的行', file('m-x-hidden-row.xlsx'), '+1 !2'),
  marks('分值为空', file('m-dupcol.csv'), ''),
  marks('0x5', file('m-hex.csv'), '!C2'),
  marks('事项 hazard×2', file('e-times.csv'), '+1'),
];
