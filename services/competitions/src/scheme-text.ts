// A wording of the scheme language as it is shown: Chinese, or English where there is any.
import type { Text } from '@jiangong/scoring';

export const chinese = (text: Text): string => (typeof text === 'string' ? text : text.zh);
export const english = (text: Text): string => (typeof text === 'string' ? text : text.en);
