// Documents in Chinese as PDF. Loading this loads what draws: import it when something is printed.
export { type Block, gap, type Look, paragraph, type Sheet, sheet } from './blocks.ts';
export { codeSvg, type Document, drawCode, drawText, LINE_HEIGHT, MM, type Placed } from './draw.ts';
export { missingIn, printable, type Weight } from './fonts.ts';
export { type Line, linesOf, type Run } from './lines.ts';
export { type Cell, type Column, type TableLook, table } from './table.ts';
export { pdfOf } from './write.ts';
