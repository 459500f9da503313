// What an output says of itself, as a form enters it.
import type { LogOutput, OutputAnswer, OutputRulesBody } from '@jiangong/client';
import { client } from '../app/api.ts';
import type { FieldOf, Values } from '../parts/form.tsx';
import { appliedField, kindField } from '../parts/output-fields.ts';

export const contentFields = (zh: boolean, rules?: OutputRulesBody, known?: OutputAnswer): FieldOf[] => [
  { name: 'title', label: ['成果名称', 'Title'], initial: known?.title },
  kindField(rules, known?.kind),
  {
    name: 'code',
    label: ['编码（专利号、工法号等）', 'Code (of a patent, a method …)'],
    initial: known?.code,
    optional: !rules?.fields.includes('code'),
  },
  {
    name: 'summary',
    label: ['摘要', 'Summary'],
    kind: 'prose',
    initial: known?.summary,
    optional: !rules?.fields.includes('summary'),
  },
  appliedField(zh, known?.applied),
  {
    name: 'contributors',
    label: ['完成人工号（每行一个）', 'Contributors by number (one a line)'],
    kind: 'lines',
    initial: known?.contributors,
  },
  { name: 'adoptedOn', label: ['采用日期', 'Adopted on'], kind: 'date', initial: known?.adoptedOn },
  {
    name: 'evidence',
    label: ['证明材料（每行：名称 | 编号）', 'Evidence (a line each: title | reference)'],
    kind: 'lines',
    optional: true,
    hint: ['提交前至少一条', 'At least one before it is submitted'],
    initial: known?.evidence.map(({ title, reference }) => `${title} | ${reference}`),
  },
  {
    name: 'files',
    label: ['附件（PDF、照片）', 'Files (PDF, photos)'],
    kind: 'files',
    optional: true,
    hint: known?.files?.length
      ? [`已有 ${known.files.length} 个，所选文件会加上`, `${known.files.length} there already; these are added`]
      : ['可用手机拍照', 'A phone may take a photo'],
  },
  {
    name: 'wonElsewhere',
    label: ['已在别处获得的荣誉', 'Honour won elsewhere'],
    optional: true,
    initial: known?.wonElsewhere,
  },
];

/** Uploads what was chosen, then says all in one. */
export async function contentOf(
  { title, kind, code, summary, applied, contributors, adoptedOn, evidence, wonElsewhere, files }: Values,
  known?: OutputAnswer,
): Promise<Omit<LogOutput, 'alliance'>> {
  const uploaded = await Promise.all((files as File[]).map((file) => client.uploadFile('/files/output', file)));
  const all = [...(known?.files ?? []).map(({ file }) => file), ...uploaded.map(({ id }) => id)];
  return {
    ...{ title, kind, applied, contributors, adoptedOn },
    evidence: (evidence as string[]).map((line) => {
      const [name = '', reference = name] = line.split(/\s*[|｜]\s*/);
      return { title: name, reference };
    }),
    ...(uploaded.length > 0 ? { files: all } : {}),
    ...(code ? { code } : {}),
    ...(summary ? { summary } : {}),
    ...(wonElsewhere ? { wonElsewhere } : {}),
  };
}
