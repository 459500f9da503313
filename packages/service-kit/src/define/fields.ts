// The fields that a view can be queried by.
import type { AnyView } from './any.ts';

export const fieldsOf = ({ index = [] }: Pick<AnyView, 'index'>): string[] => [...new Set<string>(index.flat())];
