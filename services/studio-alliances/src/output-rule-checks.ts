// What a union's rules say of an output: whether they know its kind, what it still lacks, and its points.
import { type OutputRule, type OutputRulesBody, type Refusal, refuse, valueLabels } from '@jiangong/contracts';
import { sameTitle } from './duty-rules.ts';

export type Rules = OutputRulesBody & { version: number };
interface Content {
  title: string;
  kind: string;
  applied: OutputRulesBody['applied'];
  code?: string | undefined;
  summary?: string | undefined;
  evidence: { title: string }[];
  files?: { name: string }[] | undefined;
}

const kindIn = ({ kinds }: OutputRulesBody, { kind }: Pick<Content, 'kind'>) =>
  kinds.find((each) => sameTitle(each.kind) === sameTitle(kind));

/** Every output, a draft too, is of a kind and in use where the rules say. */
export function unknownTo(rules: Rules | undefined, content: Pick<Content, 'kind' | 'applied'>): Refusal | undefined {
  if (!rules) return undefined;
  if (!kindIn(rules, content))
    return refuse('output-kind', { kind: content.kind, known: rules.kinds.map(({ kind }) => kind) });
  const elsewhere = content.applied.filter((each) => !rules.applied.includes(each));
  if (elsewhere.length === 0) return undefined;
  const labels = (fields: Content['applied']) => fields.map((each) => valueLabels.applied[each]);
  return refuse('output-applied', {
    ...{ applied: elsewhere, appliedZh: labels(elsewhere) },
    ...{ known: rules.applied, knownZh: labels(rules.applied) },
  });
}

/** What is submitted has every field filled in, and a document of each name that the rules need. */
export function lacking(rules: Rules | undefined, content: Content): Refusal | undefined {
  if (!rules) return undefined;
  const fields = rules.fields.filter((field) => (field === 'files' ? !content.files?.length : !content[field]));
  const names = [...content.evidence.map(({ title }) => title), ...(content.files ?? []).map(({ name }) => name)];
  const documents = (kindIn(rules, content)?.evidence ?? []).filter(
    (needed) => !names.some((name) => sameTitle(name).includes(sameTitle(needed))),
  );
  if (fields.length + documents.length === 0) return undefined;
  const missingZh = [...fields.map((field) => valueLabels.outputField[field]), ...documents];
  return refuse('output-lacks', { title: content.title, missing: [...fields, ...documents], missingZh });
}

/** What a submitted output is judged by from then on. */
export function ruleOf(rules: Rules, content: Pick<Content, 'kind'>): OutputRule {
  const { version, bands, most } = rules;
  return { version, ...kindIn(rules, content)!, bands, most };
}

/** Those of its kind and of the highest band that its net benefit reaches, capped. */
export function pointsOf({ points, bands, most }: OutputRule, yuan: number | undefined): number {
  const band = yuan === undefined ? undefined : bands.findLast(({ from }) => yuan >= from);
  return Math.min(most, points + (band?.points ?? 0));
}
