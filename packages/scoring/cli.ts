// The two commands: `validate SCHEME.json` and `evaluate SCHEME.json INPUTS.json [--explain ENTRANT]`.
// Standard output is one JSON object and nothing else; what is wrong with the files goes to standard error.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { canonical, evaluateSeason, parseScheme, render, Season, validate } from './src/index.ts';

const USAGE = 'usage: scoring validate SCHEME.json | scoring evaluate SCHEME.json INPUTS.json [--explain ENTRANT]';

function main(): number {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { explain: { type: 'string' } } });
  const [command, scheme, inputs] = positionals;
  if (command === 'validate' && scheme) return runValidate(scheme);
  if (command === 'evaluate' && scheme && inputs) return runEvaluate(scheme, inputs, values.explain);
  console.error(USAGE);
  return 2;
}

/** Exit code 1 when there is an error among the findings. */
function runValidate(file: string): number {
  const findings = validate(readJson(file));
  print({ findings });
  return findings.some((f) => f.severity === 'error') ? 1 : 0;
}

function runEvaluate(schemeFile: string, inputsFile: string, entrant: string | undefined): number {
  const scheme = parseScheme(readJson(schemeFile));
  const season = Season.safeParse(readJson(inputsFile));
  if (!season.success) {
    const [issue] = season.error.issues;
    throw new Error(`${inputsFile}: ${issue?.message} at /${(issue?.path ?? []).map(String).join('/')}`);
  }
  const { results, explain: tree } = evaluateSeason(scheme, season.data, entrant);
  if (entrant !== undefined && !tree) throw new Error(`${inputsFile}: no stage lists ${entrant}`);
  const explain = tree && { tree, zh: render(tree, 'zh'), en: render(tree, 'en') };
  const digest = createHash('sha256').update(canonical(results)).digest('hex');
  print({ results, ...(explain ? { explain } : {}), digest });
  return 0;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
