// SAP SuccessFactors, entity Background_Awards of its OData API (version 2): what a grant is there, how requests are written and
// answers read. Properties are those of SAP's metadata; `backgroundElementId`, `bgOrderPos` and `lastModifiedDate` are SAP's own, and
// the first, which SAP draws, names the row in everything after its insertion.
import { valueLabels } from '@jiangong/contracts';
import { z } from 'zod';
import type { GrantRow } from '../../views.ts';

const ENTITY = 'Background_Awards';
/** What a person's row says. */
export interface Award {
  userId: string;
  /** Of a row that stands there already. */
  key?: string | undefined;
  name: string;
  institution: string;
  /** A day. */
  issueDate: string;
  description: string;
}

/** Number, level, prize and days have no property of their own; the grant ends it, so that its row is found again. */
function descriptionOf({ documentNumber, honour, prize, validTo, reason, grant }: GrantRow): string {
  const parts = [
    documentNumber,
    valueLabels.level[honour.level],
    ...(prize === undefined ? [] : [`奖金 ${prize} 元`]),
    ...(validTo === undefined ? [] : [`有效期至 ${validTo}`]),
    ...(reason ? [reason] : []),
  ];
  return [...parts, grant].join('；');
}
export const awardOf = (row: GrantRow, userId: string, key: string | undefined): Award => ({
  ...{ userId, key, name: row.honour.name, institution: row.grantedBy, issueDate: row.validFrom },
  description: descriptionOf(row),
});
/** Who has a row for it, as it stands: a person, while it is not revoked. */
export const holderOf = ({ status, recipient }: Pick<GrantRow, 'status' | 'recipient'>): string | undefined =>
  status !== 'revoked' && recipient.type === 'person' ? recipient.id : undefined;

/** A text literal of OData. */
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
/** Int64 literals end with L. */
const uriOf = (key: string, userId: string) => `${ENTITY}(backgroundElementId=${key}L,userId=${literal(userId)})`;
const escaped = (uri: string) => encodeURIComponent(uri).replace(/%2C/g, ',').replace(/%3D/g, '=');

export const upsertPath = 'upsert?purgeType=incremental';
export const rowPath = (key: string, userId: string) => escaped(uriOf(key, userId));
export const rowsPath = (userId: string) =>
  `${ENTITY}?$filter=${encodeURIComponent(`userId eq ${literal(userId)}`)}&$select=backgroundElementId,userId,description`;
export const anyPath = `${ENTITY}?$top=1`;

/** Days are instants of midnight (UTC) in JSON, and 64-bit numbers are texts. */
export const upsertBody = (awards: readonly Award[]) =>
  JSON.stringify(
    awards.map(({ key, issueDate, ...texts }) => ({
      __metadata: { uri: key === undefined ? ENTITY : uriOf(key, texts.userId), type: `SFOData.${ENTITY}` },
      ...(key === undefined ? {} : { backgroundElementId: key }),
      ...texts,
      issueDate: `/Date(${Date.parse(issueDate)})/`,
    })),
  );

/** What became of one record of an upsert. */
export interface Verdict {
  ok: boolean;
  status?: number;
  answer: string;
  /** Of the row, where SAP says it. */
  key?: string;
}
const upserted = z.object({
  d: z.array(
    z.object({
      key: z.string().nullish(),
      status: z.string(),
      message: z.string().nullish(),
      index: z.int().nullish(),
      httpCode: z.int().nullish(),
    }),
  ),
});
const KEY = /backgroundElementId=(\d+)/;
const SILENT: Verdict = { ok: false, answer: '对方没有答复这一条 / the answer does not have this record' };

function parsed<T extends z.ZodType>(schema: T, text: string): z.output<T> | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
/** One for each record sent, in their order; undefined where the answer is none of SAP's. A record may fail in an answer of 200. */
export function readUpserted(text: string, count: number): Verdict[] | undefined {
  const answer = parsed(upserted, text);
  if (!answer) return undefined;
  const found = Array<Verdict>(count).fill(SILENT);
  for (const [n, { key, status, message, index, httpCode }] of answer.d.entries()) {
    const [, drawn] = KEY.exec(key ?? '') ?? [];
    const at = index ?? n;
    if (at < 0 || at >= count) continue;
    found[at] = {
      ok: status === 'OK',
      answer: message ?? '',
      ...(httpCode === undefined || httpCode === null ? {} : { status: httpCode }),
      ...(drawn === undefined ? {} : { key: drawn }),
    };
  }
  return found;
}

const rows = z.object({
  d: z.object({
    results: z.array(
      z.object({ backgroundElementId: z.union([z.string(), z.int()]), description: z.string().nullish() }),
    ),
  }),
});
/** The key of a grant's row among a person's; undefined where the answer is none of SAP's, `none` where there is no such row. */
export function readKey(text: string, grant: string): { key: string } | 'none' | undefined {
  const answer = parsed(rows, text);
  if (!answer) return undefined;
  const found = answer.d.results.find(({ description }) => description?.endsWith(`；${grant}`));
  return found ? { key: String(found.backgroundElementId) } : 'none';
}
