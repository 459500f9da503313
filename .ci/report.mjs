// Adds up what every package's tests reported; fails if one failed or none ran.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

let passed = 0;
let failed = 0;
let skipped = 0;
const faults = [];
for (const group of ['packages', 'services', 'infra'])
  for (const [name, kind] of readdirSync(group).flatMap((name) => [
    [name, 'tests'],
    [name, 'servers'],
    [name, 'long'],
  ])) {
    const file = join(group, name, '.report', `${kind}.json`);
    if (!existsSync(file)) continue;
    const report = JSON.parse(readFileSync(file, 'utf8'));
    passed += report.numPassedTests;
    // A suite that could not even start counts as a failure.
    const broken = report.testResults.filter(
      (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
    );
    failed += report.numFailedTests + broken.length;
    for (const { name: suite, status, message, assertionResults } of report.testResults) {
      if (status === 'failed' && assertionResults.length === 0) faults.push([suite, message]);
      for (const { status, fullName, failureMessages } of assertionResults)
        if (status === 'failed') faults.push([`${suite}: ${fullName}`, failureMessages.join('\n')]);
    }
    // Longer rounds choose their tests by name.
    if (kind !== 'long') skipped += report.numPendingTests + report.numTodoTests;
    console.log(
      `${group}/${name}${kind === 'tests' ? '' : ` (${kind})`}: ${report.numPassedTests} passed, ${report.numFailedTests} failed`,
    );
  }
for (const [what, message] of faults) console.log(`\nFAILED ${what}\n${String(message).slice(0, 1500)}`);
if (skipped > 0) console.log(`skipped: ${skipped}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
