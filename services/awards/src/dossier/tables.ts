// The papers of a list's candidates as a table.
import { type dossiersView, valueLabels } from '@jiangong/contracts';
import { listTable } from '@jiangong/service-kit';
import type { z } from 'zod';

type View = z.infer<typeof dossiersView>;
type Item = View['items'][number];

export const dossierTable = ({ items }: Pick<View, 'items'>) =>
  listTable<Pick<Item, 'name' | 'honourName' | 'state'> & { paper: Item['papers'][number] }>('候选对象材料', [
    ['候选对象', ({ name }) => name],
    ['荣誉', ({ honourName }) => honourName],
    ['对象状态', ({ state }) => valueLabels.candidate[state]],
    ['材料', ({ paper }) => paper.label],
    ['状态', ({ paper }) => valueLabels.paper[paper.state]],
    ['提交日期', ({ paper }) => paper.on, 'date'],
    ['附件数', ({ paper }) => paper.files?.length],
    ['豁免理由', ({ paper }) => paper.reason],
  ])({ items: items.flatMap(({ papers, ...item }) => papers.map((paper) => ({ ...item, paper }))) });
