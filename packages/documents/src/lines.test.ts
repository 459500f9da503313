// Lines of Chinese: full, and neither begun by a closing mark nor ended by an opening one.
import { expect, test } from 'vitest';
import { linesOf } from './lines.ts';

const lines = (text: string, characters: number) =>
  linesOf(text, 400, 10, characters * 10).map(({ runs }) => runs.map(({ text }) => text).join(''));

test('a line breaks between characters, and keeps a mark with what it belongs to', () => {
  expect(lines('岗位立功创效创优', 3)).toEqual(['岗位立', '功创效', '创优']);
  expect(lines('岗位立。功', 3)).toEqual(['岗位', '立。功']);
  expect(lines('岗位“立功', 3)).toEqual(['岗位', '“立功']);
  expect(lines('甲\n\n乙', 3)).toEqual(['甲', '', '乙']);
});

test('a number is not parted', () => {
  expect(lines('共计2025个', 3)).toEqual(['共计', '2025', '个']);
});
