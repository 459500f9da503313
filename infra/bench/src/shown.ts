// What a bench printed as JSON, as a section of a page.
import { type Figure, reached, tableOf } from './figure.ts';

type Row = Record<'work' | 'gate' | 'goal' | 'reached', string> & { id?: string; figure?: string; seen?: string };
interface Shown {
  text: string;
  /** Whether something is short of its gate. */
  missed: boolean;
}

/** Figures, rows of text with their gates, or whatever else a bench says. */
export function shown(found: Figure[] | { rows: Row[] } | object): Shown {
  if (Array.isArray(found)) return { text: tableOf(found), missed: !found.every(reached) };
  if ('rows' in found) {
    const rows = found.rows.map(
      ({ id = '', work, figure, seen, gate, goal, reached }) =>
        `| ${[id, work, `${figure ?? seen} (${reached})`, gate, goal].join(' | ')} |`,
    );
    const text = ['| id | work | figure | gate | ambition |', '|---|---|---|---|---|', ...rows].join('\n');
    return { text, missed: found.rows.some(({ reached }) => reached === 'missed') };
  }
  return { text: `\`\`\`json\n${JSON.stringify(found, null, 1)}\n\`\`\``, missed: false };
}
