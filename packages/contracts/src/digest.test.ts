import { expect, test } from 'vitest';
import { canonical, digestOf } from './digest.ts';

test('equal values have one digest, whatever the order of their keys and whether absent fields are named', () => {
  expect(canonical({ b: [1, { d: null, c: '甲' }], a: undefined })).toBe('{"b":[1,{"c":"甲","d":null}]}');
  expect(digestOf({ a: 1, b: 2 })).toBe(digestOf({ b: 2, c: undefined, a: 1 }));
  expect(digestOf({ a: 1 })).not.toBe(digestOf({ a: '1' }));
  expect(digestOf(['a', 'b'])).not.toBe(digestOf(['b', 'a']));
});
