// Tables as files, for work in a thread of its own: nothing else is loaded with it.
export { workbookFile, workbookJob, XLSX } from '../http/table.ts';
