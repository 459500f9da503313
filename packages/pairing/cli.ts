/**
 * `solve FILE.json [--mode stable|balanced|best]` reads an instance and prints its answer as one JSON object and nothing else. Exit
 * code 0; or 2 with a problem document if the file or the command is faulty.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Fault, fault, type Instance, type Mode, pair, readInstance } from './src/index.ts';

const MODES: readonly string[] = ['stable', 'balanced', 'best'];
const message = (error: unknown) => (error instanceof Error ? error.message : String(error));

function run(args: string[]): { answer: object } | { fault: Fault } {
  const command = parse(args);
  if ('fault' in command) return command;
  const read = load(command.file);
  if ('fault' in read) return read;
  const answer = pair(read.instance, { mode: command.mode });
  const digest = createHash('sha256').update(JSON.stringify(answer.pairs)).digest('hex');
  return { answer: { ...answer, digest } };
}

function parse(args: string[]): { file: string; mode: Mode } | { fault: Fault } {
  const usage = (why: string) => ({
    fault: fault(
      'wrong-usage',
      '',
      `用法：solve FILE.json [--mode stable|balanced|best]（${why}）`,
      `Usage: solve FILE.json [--mode stable|balanced|best] (${why})`,
    ),
  });
  try {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { mode: { type: 'string' } } });
    const [command, file, ...more] = positionals;
    if (command !== 'solve' || file === undefined || more.length > 0) return usage(positionals.join(' '));
    const mode = values.mode ?? 'best';
    if (MODES.includes(mode)) return { file, mode: mode as Mode };
    return {
      fault: fault(
        'unknown-mode',
        '',
        `模式应为 ${MODES.join('、')}，而不是 ${mode}。`,
        `The mode is ${MODES.join(', ')}, not ${mode}.`,
      ),
    };
  } catch (error) {
    return usage(message(error));
  }
}

function load(file: string): { instance: Instance } | { fault: Fault } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return {
      fault: fault(
        'unreadable-file',
        '',
        `${file} 无法读取：${message(error)}`,
        `${file} cannot be read: ${message(error)}`,
      ),
    };
  }
  try {
    return readInstance(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    return {
      fault: fault(
        'malformed-json',
        '',
        `${file} 不是有效的 JSON：${message(error)}`,
        `${file} is not valid JSON: ${message(error)}`,
      ),
    };
  }
}

const outcome = run(process.argv.slice(2));
process.exitCode = 'fault' in outcome ? 2 : 0;
process.stdout.write(`${JSON.stringify('fault' in outcome ? outcome.fault : outcome.answer)}\n`);
