// What is said of a topic that no longer begins at its beginning, or of which records in the middle are gone.

export class HistoryLost extends Error {
  /** @param where from which record to which, if it is known where the gap is */
  constructor(topic: string, lost: number, where = '') {
    super(
      `日志主题 ${topic} 已丢失 ${lost} 条记录${where && `（${where}）`}：历史不完整，不再发布，也不越过缺口读取；` +
        '请改正其保留设置，停止全部服务并按 docs/operations.md「Backup and restore」把日志重写到另一个命名空间 / ' +
        `the log's topic ${topic} has lost ${lost} records${where && ` (${where})`}: its history is not whole. Nothing is published to it, and nobody reads past ` +
        'the gap: mend its retention, stop all services and write the log anew into another namespace, see docs/operations.md, Backup and restore',
    );
    this.name = 'HistoryLost';
  }
}
