// What readers see of rules for outputs: those that apply, the draft of the next, and every version that was published.
import { type EventNamed, type OutputRulesBody, outputRulesId, type Read, type View } from '@jiangong/contracts';

type Published = EventNamed<'output-rules-published'>;
export interface OutputRulesRow {
  rules: string;
  /** 0 before the first is published. */
  version: number;
  body?: OutputRulesBody;
  draft?: OutputRulesBody;
}
export const outputRules: View<OutputRulesRow, EventNamed<'output-rules-drafted'> | Published> = {
  name: 'output-rules',
  events: ['output-rules-drafted', 'output-rules-published'],
  key: ({ data }) => data.rules,
  apply: (row, { type, data: { rules, version, body } }) =>
    type === 'output-rules-published' ? { rules, version, body } : { ...(row ?? { rules, version: 0 }), draft: body },
};
export const outputRulesVersions: View<Published['data'], Published> = {
  name: 'output-rules-versions',
  events: ['output-rules-published'],
  key: ({ data }) => versionKey(data.rules, data.version),
  apply: (_, { data }) => data,
};
export const versionKey = (rules: string, version: number) => `${rules}/${version}`;

/** The rules that apply to the outputs of a union's alliances; undefined where it has published none. */
export async function rulesOf(read: Read, org: string) {
  const row = await read.everywhere().get(outputRules, outputRulesId(org));
  return row?.body && { version: row.version, ...row.body };
}
