// Rules for outputs as a form enters them: a kind a line, a band a line.
import type { OutputRulesBody } from '@jiangong/client';
import type { Label } from '../app/language.ts';
import { appliedLabel, outputFieldLabel } from '../app/vocabulary.ts';
import type { FieldOf, Values } from '../parts/form.tsx';

const applied = ['production', 'operation', 'research', 'management'] as const satisfies OutputRulesBody['applied'];
const needed = ['code', 'summary', 'files'] as const satisfies OutputRulesBody['fields'];
const CERTIFIED = '须核定效益';
const cellsOf = (line: string) => line.split(/\s*[|｜]\s*/);

export const rulesFields = (say: (label: Label) => string, body: OutputRulesBody): FieldOf[] => [
  { name: 'title', label: ['规则名称', 'Title'], initial: body.title },
  {
    name: 'kinds',
    label: ['类别（每行一种）', 'Kinds (one a line)'],
    kind: 'lines',
    hint: [
      `类别 | 积分 | 证明材料，以顿号分隔 | ${CERTIFIED}（如需）`,
      `Kind | points | evidence, by 、 | ${CERTIFIED} if it needs a certified benefit`,
    ],
    initial: body.kinds.map(({ kind, points, evidence, benefitNeeded }) =>
      [kind, points, evidence.join('、'), ...(benefitNeeded ? [CERTIFIED] : [])].join(' | '),
    ),
  },
  {
    name: 'applied',
    label: ['应用领域', 'Fields of application'],
    kind: 'many',
    options: applied.map((value) => ({ value, label: say(appliedLabel(value)) })),
    initial: body.applied,
  },
  {
    name: 'fields',
    label: ['必填', 'To be filled in'],
    kind: 'many',
    optional: true,
    options: needed.map((value) => ({ value, label: say(outputFieldLabel(value)) })),
    initial: body.fields,
  },
  {
    name: 'bands',
    label: ['效益加分（每行一档，由低到高）', 'Points by benefit (a band a line, ascending)'],
    kind: 'lines',
    optional: true,
    hint: ['核定净效益（元） | 加分', 'Certified net benefit (yuan) | points'],
    initial: body.bands.map(({ from, points }) => `${from} | ${points}`),
  },
  { name: 'most', label: ['单项最高积分', 'Most points of one output'], kind: 'number', initial: body.most },
];

export const rulesOf = ({ title, kinds, applied, fields, bands, most }: Values): OutputRulesBody => ({
  ...{ title, applied, fields, most },
  kinds: (kinds as string[]).map(cellsOf).map(([kind = '', points = '', evidence = '', certified]) => ({
    ...{ kind, points: Number(points), benefitNeeded: certified === CERTIFIED },
    evidence: evidence.split(/\s*[、，,]\s*/).filter((each) => each !== ''),
  })),
  bands: (bands as string[]).map(cellsOf).map(([from = '', points = '']) => ({
    from: Number(from),
    points: Number(points),
  })),
});
