// A chart as SVG at the width that there is: bars of a few figures a line, or lines that rise to the first place. The table is
// one tap away and says the same; whoever hears the page hears its beginning.
import { useEffect, useRef, useState } from 'react';
import { type Label, useSay } from '../app/language.ts';
import { type DrawnFigures, type Figures, heightOfPlaces, LINE, NARROW, Places } from './chart-places.tsx';
import { Tabs } from './tabs.tsx';

interface Drawn extends DrawnFigures {
  format: (value: number) => string;
}
const BAR = 16;
const BASELINE = 12;

interface ChartOf {
  title: Label;
  figures: Figures;
  kind?: 'bars' | 'places';
  format?: (value: number) => string;
}

/** Nothing while there are no figures. */
export const Chart = (props: ChartOf) => (props.figures.rows.length === 0 ? null : <Filled {...props} />);

function Filled({ title, figures, kind = 'bars', format = (value) => value.toLocaleString('zh-CN') }: ChartOf) {
  const say = useSay();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [asTable, setAsTable] = useState(false);
  const text = figures.rows
    .slice(0, 3)
    .map(({ label, values }) => `${label} ${values.map((each) => (each === null ? '—' : format(each))).join('、')}`);
  const alternative = say([
    `${title[0]}：${text.join('；')}。全部数据见表格。`,
    `${title[1]}: ${text.join('; ')}. The table has all.`,
  ]);
  const Drawing = kind === 'bars' ? Bars : Places;
  return (
    <figure className="card chart">
      <figcaption className="head">
        <h2>{say(title)}</h2>
        <div className="actions">
          <Tabs
            label={say([`${title[0]}：显示方式`, `${title[1]}: shown as`])}
            current={asTable ? 'table' : 'chart'}
            options={[
              { value: 'chart' as const, label: say(['图', 'Chart']) },
              { value: 'table' as const, label: say(['表', 'Table']) },
            ]}
            pick={(value) => setAsTable(value === 'table')}
          />
        </div>
      </figcaption>
      <div ref={frame}>
        {asTable ? (
          <Table {...{ figures, format }} title={say(title)} />
        ) : (
          width > 0 && (
            <svg role="img" aria-label={alternative} width={width} height={heightOf(kind, figures, width)}>
              <Drawing {...{ figures, width, format }} />
            </svg>
          )
        )}
      </div>
    </figure>
  );
}

function useWidth(frame: { current: HTMLDivElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    observer.observe(frame.current!);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}

const rowHeight = ({ columns }: Figures, width: number) =>
  columns.length * (BAR + 4) + (width < NARROW || columns.length > 1 ? LINE : 8);
const heightOf = (kind: 'bars' | 'places', figures: Figures, width: number) =>
  kind === 'bars' ? figures.rows.length * rowHeight(figures, width) + 4 : heightOfPlaces(figures);

/** A line's name stands before its bar, or above where there are several or little room. */
function Bars({ figures, width, format }: Drawn) {
  const { columns, rows } = figures;
  const isAbove = width < NARROW || columns.length > 1;
  const before = columns.length > 1 ? 76 : isAbove ? 0 : 190;
  const room = Math.max(40, width - before - 96);
  const most = Math.max(1e-9, ...rows.flatMap(({ values }) => values.map((each) => each ?? 0)));
  return rows.map(({ label, values }, at) => {
    const top = at * rowHeight(figures, width);
    return (
      <g key={label}>
        <text x={0} y={top + (isAbove ? LINE - 8 : BAR)} className="name">
          {label}
        </text>
        {columns.map((column, each) => {
          const value = values[each] ?? null;
          const y = top + (isAbove ? LINE : 4) + each * (BAR + 4);
          const length = value === null ? 0 : Math.max(1, (room * Math.max(0, value)) / most);
          return (
            <g key={column}>
              {columns.length > 1 && (
                <text x={0} y={y + BASELINE + 1} className="soft">
                  {column}
                </text>
              )}
              <rect x={before} y={y} width={length} height={BAR} className={`bar bar-${each % 2}`} />
              <text x={before + length + 6} y={y + BASELINE + 1}>
                {value === null ? '—' : format(value)}
              </text>
            </g>
          );
        })}
      </g>
    );
  });
}

function Table({ figures: { columns, rows }, format, title }: Omit<Drawn, 'width'> & { title: string }) {
  const say = useSay();
  return (
    <div className="scroll">
      <table>
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{say(['名称', 'Name'])}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="number">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, values }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {columns.map((column, at) => (
                <td key={column} className="number">
                  {values[at] === null || values[at] === undefined ? '—' : format(values[at])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
