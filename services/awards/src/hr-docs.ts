// The table of the feed's fields in docs/hr.md: names and types are the schema's, meanings are written by hand and stay with their field.
import { hrRow } from '@jiangong/contracts';
import { z } from 'zod';

interface Property {
  type?: string;
  format?: string;
  enum?: string[];
}
const PART = /(<!-- fields:.*?-->\n)[\s\S]*?(<!-- \/fields -->)/;
const ROW = /^\| `(\w+)` \| (.*?) \| (.*?) *\|$/gm;
const ABSENT = ', may be absent';

/** The fields that a document explains, each with its type and meaning. */
export const fieldsIn = (text: string) =>
  [...(PART.exec(text)?.[0] ?? '').matchAll(ROW)].map(([, field, type, meaning]) => ({
    field: field!,
    isOptional: type!.endsWith(ABSENT),
    meaning: meaning!,
  }));

/** The document with the fields of today's schema. */
export function withFields(text: string): string {
  const { properties, required } = z.toJSONSchema(hrRow) as {
    properties: Record<string, Property>;
    required: string[];
  };
  const meanings = new Map(fieldsIn(text).map(({ field, meaning }) => [field, meaning]));
  const rows = Object.entries(properties).map(([field, { type, format, enum: values }]) => {
    const what = values ? values.map((value) => `\`${value}\``).join(', ') : (format ?? type);
    return `| \`${field}\` | ${what}${required.includes(field) ? '' : ABSENT} | ${meanings.get(field) ?? ''} |`;
  });
  const table = ['| field | type | meaning |', '| --- | --- | --- |', ...rows].join('\n');
  return text.replace(PART, (_, begin, end) => `${begin}${table}\n${end}`);
}
