// The mark that a move leaves in every database it fills, before anything else: whose folder it is, and whether it is whole.
// A service that starts on one that is not whole would serve half an installation, so it is refused.
import type { PrivateRow, Store } from '../store/port.ts';

export const MARK = { table: 'move', key: 'source' };
export interface Mark {
  /** Tells the folder from any other; see source.ts. */
  source: string;
  state: 'moving' | 'moved';
  at: string;
}
export const markOf = (body: Mark): PrivateRow => ({ ...MARK, body });

/** Read after the service has left a trace of its own, as a move looks for traces after it has left its mark. */
export async function refuseHalfMoved(service: string, store: Pick<Store, 'privateRow'>): Promise<void> {
  const mark = (await store.privateRow(MARK.table, MARK.key)) as Mark | undefined;
  if (mark?.state !== 'moving') return;
  throw new Error(
    `${service}：此数据库正在迁入，或迁移中断（自 ${mark.at}）。请先重复同一条 pnpm move 命令直至完成，再启动 / ` +
      `${service}: a move into this database is under way or was interrupted (since ${mark.at}); repeat the same pnpm move until it is done, then start`,
  );
}
