#!/usr/bin/env node
// `jiangong-verify recompute FOLDER`: the commits of each service, one a line in `<service>.ndjson`, recomputed. Standard output is
// one JSON object; exit code 1 where something differs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recompute } from './recompute/recompute.ts';

const [command, folder] = process.argv.slice(2);
if (command === 'recompute' && folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ndjson'));
  const archive = Object.fromEntries(
    files.map((file) => [file.slice(0, -'.ndjson'.length), readFileSync(join(folder, file), 'utf8')]),
  );
  const report = recompute(archive);
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  process.exitCode = report.differences.length > 0 ? 1 : 0;
} else {
  console.error('usage: jiangong-verify recompute FOLDER');
  process.exitCode = 2;
}
