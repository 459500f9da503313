// `pnpm bench all`: every bench one after the other, each in a process of its own; writes docs/performance.md.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { measured } from './names.ts';
import { shown } from './shown.ts';

const page = fileURLToPath(new URL('../../../docs/performance.md', import.meta.url));
const START = '<!-- figures: written by `pnpm bench all` -->';
const END = '<!-- end of figures -->';

/** What a bench found. @throws that it found nothing */
async function run(name: string) {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, name, '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (part) => {
    text += part;
  });
  await once(child, 'close');
  const last = text.trim().split('\n').at(-1) ?? '';
  if (!/^[[{]/.test(last)) throw new Error(`${name} found nothing`);
  return JSON.parse(last);
}

/** What the figures were measured on. */
const machine = () =>
  `${cpus().length} × ${cpus()[0]!.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;

export async function all({ json }: { json: boolean }): Promise<void> {
  const found: Record<string, unknown> = {};
  const sections: string[] = [];
  for (const name of measured) {
    process.stderr.write(`== ${name}\n`);
    const begun = performance.now();
    const { text, missed } = await run(name).then(
      (result) => {
        found[name] = result;
        return shown(result);
      },
      (error) => ({ text: `NOT RUN: ${error.message}`, missed: true }),
    );
    if (missed) process.exitCode = 1;
    const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
    sections.push(`### \`pnpm bench ${name}\`, ${minutes} min\n\n${text}`);
  }
  const written = `${START}\n\n${machine()}\n\n${sections.join('\n\n')}\n\n${END}`;
  const text = readFileSync(page, 'utf8');
  const before = text.slice(0, text.indexOf(START));
  writeFileSync(page, `${before}${written}${text.slice(text.indexOf(END) + END.length)}`);
  console.log(json ? JSON.stringify({ machine: machine(), found }) : written);
}
