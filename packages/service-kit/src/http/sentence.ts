// What zod finds wrong, as a sentence in each language: the field's label, what it takes, and what was given.
import { labelsOfValues } from '@jiangong/contracts';
import type { z } from 'zod';
import { bare, definitionOf, isObject, nearest, type Place, placeAt } from './place.ts';

type Issue = z.core.$ZodIssue;
type Words = readonly [zh: string, en: string];
export interface Sentence {
  path: readonly PropertyKey[];
  zh: string;
  en: string;
}

/**
 * One sentence for each issue; a value of several forms is judged by the form it comes nearest to.
 * @param whole what the request's part is called, where all of it is meant
 */
export function sentencesOf(issue: Issue, root: Place, whole: Words = ['', '']): Sentence[] {
  const place = placeAt(root, issue.path);
  if (issue.code === 'invalid_union' && issue.errors.length > 0 && isChosen(place)) {
    const options = definitionOf(bare(place.schema)).options!;
    const chosen = nearest(options, place.value);
    return issue.errors[chosen]!.flatMap((inner) =>
      sentencesOf(inner, { ...place, schema: options[chosen]! }, whole).map((said) => ({
        ...said,
        path: [...issue.path, ...said.path],
      })),
    );
  }
  const [zh, en] = ownWords(issue) ?? predicateOf(issue, place);
  const subject = place.en || whole[1];
  return [
    {
      path: issue.path,
      zh: `${place.zh || whole[0]}${zh}`,
      en: `${subject}${subject && ' '}${en}`,
    },
  ];
}

/** Whether a value has a field of any of its forms; of one that has none, all forms are named. */
function isChosen({ schema, value }: Place): boolean {
  const options = definitionOf(bare(schema)).options ?? [];
  const shapes = options.map((option) => definitionOf(bare(option)).shape);
  if (shapes.some((shape) => shape === undefined)) return true;
  return isObject(value) && Object.keys(value).some((key) => shapes.some((shape) => shape![key]));
}

function predicateOf(issue: Issue, place: Place): Words {
  switch (issue.code) {
    case 'invalid_type':
      return place.value === undefined || place.value === null
        ? missing
        : (formats[formatOf(place)] ?? kinds[issue.expected] ?? ['的内容不对', 'does not have the right form']);
    case 'too_small':
    case 'too_big':
      return limitOf(issue, place.value);
    case 'invalid_format':
      return formats[issue.format] ?? ['的格式不对', 'does not have the right form'];
    case 'invalid_value':
      return place.value === undefined ? missing : oneOf(issue.values);
    case 'unrecognized_keys':
      return unknownFields(issue.keys, place);
    case 'invalid_union':
      return 'options' in issue && place.value !== undefined ? oneOf(issue.options ?? []) : formsOf(place);
    case 'invalid_key': {
      const inner = issue.issues[0]!;
      const [zh, en] = ownWords(inner) ?? predicateOf(inner, { ...place, value: issue.path.at(-1) });
      return [`的编码${zh}`, `has a wrong code: it ${en}`];
    }
    case 'not_multiple_of':
      return [`应为 ${issue.divisor} 的整数倍`, `must be a multiple of ${issue.divisor}`];
    default:
      return ['的内容不对', 'does not have the right form'];
  }
}

/** A rule of our own says it in both languages: `中文 / English`. */
function ownWords({ message }: Issue): Words | undefined {
  const [zh, en] = message.split(' / ');
  return en !== undefined && /\p{Script=Han}/u.test(zh!) ? [zh!, en] : undefined;
}

const missing: Words = ['没有填写', 'is missing'];
const wholeNumber: Words = ['应为整数', 'must be a whole number'];
const kinds: Record<string, Words> = {
  string: ['应为文字', 'must be text'],
  number: ['应为数字', 'must be a number'],
  int: wholeNumber,
  boolean: ['应为是（true）或否（false）', 'must be true or false'],
  array: ['应为列表', 'must be a list'],
  tuple: ['应为列表', 'must be a list'],
  object: ['应为一组字段（JSON 对象）', 'must be a JSON object'],
  record: ['应为一组字段（JSON 对象）', 'must be a JSON object'],
};
const formats: Record<string, Words> = {
  uuid: ['的标识格式不对，请原样使用接口给出的 id', 'must be an id as the API gives it'],
  date: ['应为日期，如 2024-04-10', 'must be a date such as 2024-04-10'],
  datetime: ['应为带时区的时间，如 2024-04-10T09:00:00+08:00', 'must be a time such as 2024-04-10T09:00:00+08:00'],
  safeint: wholeNumber,
};

/** A number where a date belongs should be a date, not any text. */
const formatOf = ({ schema }: Place) => (bare(schema)._zod.def as { format?: string }).format ?? '';

function limitOf(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>, value: unknown): Words {
  const isMost = issue.code === 'too_big';
  const limit = Number(isMost ? issue.maximum : issue.minimum);
  const bound: Words = [isMost ? '最多' : '至少', isMost ? 'at most' : 'at least'];
  if (issue.origin === 'string') {
    const given = [...String(value)].length;
    if (given === 0) return missing;
    const are = `${limit} character${limit === 1 ? '' : 's'}`;
    return [`${bound[0]} ${limit} 个字，现有 ${given} 个`, `takes ${bound[1]} ${are}, ${given} given`];
  }
  if (issue.origin === 'array') {
    const given = (value as unknown[]).length;
    const are = `${limit} item${limit === 1 ? '' : 's'}`;
    return [`${bound[0]} ${limit} 项，现有 ${given} 项`, `takes ${bound[1]} ${are}, ${given} given`];
  }
  if (issue.inclusive === false)
    return [`应${isMost ? '小' : '大'}于 ${limit}`, `must be ${isMost ? 'less' : 'more'} than ${limit}`];
  return [`不能${isMost ? '大' : '小'}于 ${limit}`, `must be ${bound[1]} ${limit}`];
}

/** The values that a field takes, with what people call them: what must be sent is then known too. */
function oneOf(values: readonly unknown[]): Words {
  const texts = values.map(String);
  const labels = labelsOfValues(texts);
  const zh = texts.map((value) => (labels && labels[value] !== value ? `${labels[value]}（${value}）` : value));
  return [`只能是：${zh.join('、')}`, `must be one of: ${texts.join(', ')}`];
}

const namesOf = (names: readonly string[]): Words => [names.join('、'), names.join(', ')];

function unknownFields(keys: readonly string[], { schema, value }: Place): Words {
  const found = bare(schema);
  const { options } = definitionOf(found);
  const { shape = {} } = definitionOf(options ? bare(options[nearest(options, value)]!) : found);
  const [knownZh, knownEn] = namesOf(Object.keys(shape));
  const given = keys.map((key) => (key.length > 60 ? `${key.slice(0, 60)}…` : key));
  const [takesZh, takesEn] = knownEn
    ? [`可用字段：${knownZh}`, `it takes: ${knownEn}`]
    : ['此处不带字段', 'it takes none'];
  return [
    `多出了接口不认识的字段${given.map((key) => `「${key}」`).join('')}（${takesZh}）`,
    `has fields that the API does not know: ${given.map((key) => `“${key}”`).join(', ')} (${takesEn})`,
  ];
}

/** Nothing of a value fits any of its forms: each is begun by its first field. */
function formsOf({ schema, value }: Place): Words {
  if (value === undefined || value === null) return missing;
  const { options = [] } = definitionOf(bare(schema));
  const shapes = options.map((option) => definitionOf(bare(option)).shape ?? {});
  const [zh, en] = namesOf([...new Set(shapes.map((shape) => Object.keys(shape)[0] ?? '').filter(Boolean))]);
  return [`须填写下列字段之一：${zh}`, `must have one of the fields: ${en}`];
}
