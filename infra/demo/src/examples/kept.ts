// Ids, instants and digests are drawn anew each time an example is played; one that says the same otherwise stays as it was
// written, so that a change of the file shows what changed.
import type { ApiExample } from '@jiangong/contracts/examples';

const drawn = [
  /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
  /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g,
  /\b[0-9a-f]{32,}\b/g,
  /\bc1\.[\w-]+\.[\w-]+/g,
];
const withoutDrawn = (example: ApiExample) =>
  drawn.reduce((text, pattern) => text.replace(pattern, '…'), JSON.stringify(example));

/** The examples as played, each as it was written before where only drawn values differ; in the order of their names. */
export function keptExamples(
  written: Record<string, ApiExample>,
  played: Record<string, ApiExample>,
): Record<string, ApiExample> {
  const kept = ([name, example]: [string, ApiExample]): [string, ApiExample] => {
    const before = written[name];
    return [name, before && withoutDrawn(before) === withoutDrawn(example) ? before : example];
  };
  return Object.fromEntries(
    Object.entries(played)
      .map(kept)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
