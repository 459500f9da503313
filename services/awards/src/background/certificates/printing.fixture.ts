// For tests: prints as many certificates as are asked for, and says what the process took.
import { readFileSync } from 'node:fs';
import { certificatePrinter } from './printer.ts';
import { sample } from './standard.ts';

const count = Number(process.argv[2]);
const printer = certificatePrinter.make({} as never);
const print = (n: number) => ({
  ...sample,
  words: { ...sample.words, recipient: `第${n}项目部`, number: `2025-7K3QM9X2-${n}` },
  file: String(n),
});
const bytesOf = (name: string) =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(readFileSync('/proc/self/status', 'utf8'))![1]) * 1024;
const began = performance.now();
let size = 0;
for await (const chunk of printer.print(
  'pdf',
  undefined,
  Array.from({ length: count }, (_, n) => print(n)),
))
  size += chunk.length;
process.send!({ seconds: (performance.now() - began) / 1000, size, most: bytesOf('VmHWM') });
