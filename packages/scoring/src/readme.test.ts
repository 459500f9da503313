// The examples of the README run, and print what the README says.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, expect, test, vi } from 'vitest';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const folder = new URL('../.report/readme/', import.meta.url);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const blocks = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1]!);

test('there are examples', () => expect(blocks.length).toBe(2));

for (const [i, block] of blocks.entries()) {
  test(`example ${i + 1}`, async () => {
    mkdirSync(folder, { recursive: true });
    const file = new URL(`example-${i}.ts`, folder);
    writeFileSync(file, block.replace('@jiangong/scoring', new URL('index.ts', import.meta.url).pathname));
    const said: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((value) => said.push(JSON.stringify(value)));
    await import(/* @vite-ignore */ file.pathname);
    log.mockRestore();
    expect(said).toEqual([...block.matchAll(/^\/\/ (.*)$/gm)].map((match) => match[1]));
  });
}
