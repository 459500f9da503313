// The field of a code of one's device, or of a recovery code in its place.
import type { FieldOf } from '../parts/fields.ts';

export const oneTimeCode = {
  name: 'oneTimeCode',
  label: ['动态口令或恢复代码', 'One-time or recovery code'],
  hint: ['设置过动态口令的，请填', 'If you have set up one-time codes'],
} as const satisfies FieldOf;
