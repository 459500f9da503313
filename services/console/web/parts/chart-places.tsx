// Lines of a chart that rise to the first place; each ends at its name.
export interface Figures {
  columns: readonly string[];
  rows: readonly { label: string; values: readonly (number | null)[]; own?: boolean }[];
}
export interface DrawnFigures {
  figures: Figures;
  width: number;
}
export const LINE = 26;
export const NARROW = 520;

const placesIn = ({ rows }: Figures) =>
  [...new Set(rows.flatMap(({ values }) => values.filter((each) => each !== null)))].sort((a, b) => a - b);

/** Rows in the order of the last column, each at the line of its place or the next that is free; those without one are last. */
function namesOf(figures: Figures) {
  const places = placesIn(figures);
  let free = 0;
  return figures.rows
    .map((row) => ({ ...row, place: row.values.at(-1) ?? null }))
    .sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || 0)
    .map((row) => {
      const line = Math.max(free, row.place === null ? 0 : places.indexOf(row.place));
      free = line + 1;
      return { ...row, line };
    });
}
export const heightOfPlaces = (figures: Figures) =>
  (Math.max(placesIn(figures).length, namesOf(figures).at(-1)!.line + 1) + 1) * LINE + 8;

export function Places({ figures, width }: DrawnFigures) {
  const { columns } = figures;
  const isNarrow = width < NARROW;
  const room = Math.max(60, width - (isNarrow ? 190 : 240));
  const x = (column: number) => 12 + (columns.length < 2 ? 0 : (room * column) / (columns.length - 1));
  const places = placesIn(figures);
  const y = (line: number) => LINE + 12 + line * LINE;
  return (
    <>
      {columns.map(
        (column, at) =>
          // A phone has room for the first and the last.
          (!isNarrow || at === 0 || at === columns.length - 1) && (
            <text key={column} x={x(at)} y={14} className="soft" textAnchor={at === 0 ? 'start' : 'middle'}>
              {column}
            </text>
          ),
      )}
      {namesOf(figures).map(({ label, values, own, place, line }) => {
        const points = values.flatMap((each, at) => (each === null ? [] : [{ x: x(at), y: y(places.indexOf(each)) }]));
        return (
          <g key={label} className={own ? 'flow own' : 'flow'}>
            <polyline points={points.map((each) => `${each.x},${each.y}`).join(' ')} />
            {points.map((each) => (
              <circle key={each.x} cx={each.x} cy={each.y} r={4} />
            ))}
            <text x={room + 22} y={y(line) + 5}>
              {place ?? '—'} {label}
            </text>
          </g>
        );
      })}
    </>
  );
}
