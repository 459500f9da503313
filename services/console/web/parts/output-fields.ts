// What an output says of itself, and an adopted suggestion of the output that it becomes, by the union's rules.
import type { OutputRulesBody } from '@jiangong/client';
import { useItems } from '../app/api.ts';
import { appliedLabel } from '../app/vocabulary.ts';
import type { FieldOf } from './fields.ts';

const applied = ['production', 'operation', 'research', 'management'] as const;

/** Free, or of the union's published rules. */
export function kindField(rules: OutputRulesBody | undefined, known?: string): FieldOf {
  const field = { name: 'kind', label: ['类别', 'Kind'], initial: known } as const;
  if (!rules) return { ...field, hint: ['如：专利、先进操作法、五小', 'Such as a patent or a method'] };
  const kinds = new Set([...rules.kinds.map(({ kind }) => kind), ...(known ? [known] : [])]);
  return { ...field, kind: 'one', options: [...kinds].map((value) => ({ value, label: value })) };
}

export const appliedField = (zh: boolean, known?: readonly string[]): FieldOf => ({
  name: 'applied',
  label: ['应用于', 'Applied in'],
  kind: 'many',
  options: applied.map((value) => ({ value, label: appliedLabel(value)[zh ? 0 : 1] })),
  initial: known,
});

/** The union's rules as they are published. */
export function usePublishedRules(): OutputRulesBody | undefined {
  return useItems('/output-rules', {}).data?.find(({ body }) => body)?.body;
}
