// Several processes' figures as one Prometheus text: a family once, its samples together, each with its process.
interface Family {
  head: string[];
  samples: string[];
}

export function mergedMetrics(answers: readonly { process: string; text: string }[]): string {
  const families = new Map<string, Family>();
  for (const { process, text } of answers) {
    let family: Family | undefined;
    for (const line of text.split('\n')) {
      if (line.startsWith('# HELP ')) {
        const name = line.split(' ')[2]!;
        family = families.get(name) ?? { head: [], samples: [] };
        families.set(name, family);
      }
      if (line.startsWith('#')) {
        if (!family!.head.includes(line)) family!.head.push(line);
      } else if (line !== '') family!.samples.push(withLabel(line, process));
    }
  }
  return `${[...families.values()].map(({ head, samples }) => [...head, ...samples].join('\n')).join('\n\n')}\n`;
}

const form = /^([^{\s]+)(?:\{(.*)\})?(\s.*)$/;
/** Whether a text is one of figures: another program may answer at that address. */
export const isMetrics = (text: string): boolean =>
  text.startsWith('# HELP ') &&
  text.split('\n').every((line) => line === '' || line.startsWith('#') || form.test(line));

function withLabel(sample: string, process: string): string {
  const [, name, labels, value] = form.exec(sample)!;
  return `${name}{${labels ? `${labels},` : ''}process="${process}"}${value}`;
}
