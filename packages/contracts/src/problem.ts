// A refusal or error a user can meet is declared once: HTTP status, and what to do, in Chinese and English.
import { z } from 'zod';

export interface ProblemDefinition {
  status: number;
  /** The kind of problem, always the same words. */
  title: readonly [zh: string, en: string];
  /** This occurrence: where it is and what to do. `{name}` is filled from the refusal's params. */
  detail: readonly [zh: string, en: string];
}

/** RFC 9457 problem details with the English beside the Chinese; `errors` points into the request. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  titleEn: z.string(),
  status: z.int(),
  detail: z.string(),
  detailEn: z.string(),
  instance: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
  errors: z.array(z.object({ at: z.string(), zh: z.string(), en: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;

/** Problems that any service can answer. */
export const generalProblems = {
  'malformed-request': {
    status: 400,
    title: ['请求格式有误', 'Malformed request'],
    detail: [
      '请求不符合接口约定，请按 errors 逐项改正。',
      'The request does not fit the contract; mend what errors lists.',
    ],
  },
  'unknown-cursor': {
    status: 400,
    title: ['续读位置无效', 'Unknown cursor'],
    detail: [
      'cursor 不是本查询给出的；请原样使用上一页的 next 或 cursor，或去掉它从头读起。',
      'This query never gave out that cursor; send next or cursor of the page before as it was, or begin without one.',
    ],
  },
  'unreadable-body': {
    status: 400,
    title: ['请求体无法读取', 'Unreadable body'],
    detail: ['请求体不是有效的 {format}：{reason}', 'The body is not valid {format}: {reason}'],
  },
  'not-http': {
    status: 400,
    title: ['不是有效的 HTTP 请求', 'Not an HTTP request'],
    detail: [
      '收到的内容不是有效的 HTTP 请求（{reason}）；请检查客户端与代理。',
      'What arrived is no valid HTTP request ({reason}); look at the client and the proxies between.',
    ],
  },
  unauthenticated: {
    status: 401,
    title: ['尚未登录', 'Not signed in'],
    detail: [
      '请在 Authorization 中提供有效的 Bearer 令牌（POST /sign-in 获取）。',
      'Send a valid bearer token in Authorization (POST /sign-in gives one).',
    ],
  },
  forbidden: {
    status: 403,
    title: ['没有权限', 'Not allowed'],
    detail: ['此操作需要下列角色之一：{roles}。', 'This takes one of the roles: {roles}.'],
  },
  'not-yours': {
    status: 403,
    title: ['不在本人职责范围', 'Not within your duties'],
    detail: [
      '令牌未包含“{scope}”，请由其负责人办理。',
      'Your token does not cover “{scope}”; ask whoever answers for it.',
    ],
  },
  'not-found': {
    status: 404,
    title: ['未找到', 'Not found'],
    detail: ['本组织内没有这一记录：{what}', 'Your organisation has no such record: {what}'],
  },
  'method-not-allowed': {
    status: 405,
    title: ['不支持的方法', 'Method not allowed'],
    detail: ['此地址不支持 {method}。', 'This address does not take {method}.'],
  },
  'already-exists': {
    status: 409,
    title: ['已经存在', 'Already exists'],
    detail: ['{what} 已登记，无需重复。', '{what} is registered already.'],
  },
  'request-too-slow': {
    status: 408,
    title: ['请求超时', 'The request took too long'],
    detail: ['请求未在限时内传完，请重试。', 'The request did not arrive in time; send it again.'],
  },
  'stale-version': {
    status: 412,
    title: ['版本已过期', 'Stale version'],
    detail: [
      '记录现为第 {actual} 版，您依据的是第 {expected} 版；请重新读取后再改。',
      'The record is at version {actual}, you worked from {expected}; read it again before you change it.',
    ],
  },
  'body-too-large': {
    status: 413,
    title: ['请求体过大', 'Body too large'],
    detail: ['请求体超过 {limit} 字节，请分批提交。', 'The body exceeds {limit} bytes; send it in parts.'],
  },
  'file-too-large-inside': {
    status: 413,
    title: ['文件解压后过大', 'The file is too large inside'],
    detail: [
      '文件内容过多（表格解压后不得超过 {limit} MB），未予导入；请只保留要导入的工作表，或拆成几份分次导入。',
      'The file holds too much (a spreadsheet may come to {limit} MB once unpacked); keep only the sheet to import, or split it.',
    ],
  },
  'too-many-rows': {
    status: 413,
    title: ['行数过多', 'Too many rows'],
    detail: [
      '文件超过 {limit} 行，未予导入；请拆成几份，每份不超过 {limit} 行并保留表头，分次导入。',
      'The file has more than {limit} rows and nothing was imported; split it into files of up to {limit} rows, each with the header.',
    ],
  },
  'too-many-columns': {
    status: 413,
    title: ['栏数过多', 'Too many columns'],
    detail: [
      '第 {row} 行在第 {limit} 栏之后还有内容，未予导入；请删去多余的栏。',
      'Row {row} has content beyond column {limit} and nothing was imported; delete the columns that are not needed.',
    ],
  },
  'event-too-large': {
    status: 413,
    title: ['内容过大', 'Content too large'],
    detail: [
      '一次操作的内容不得超过 {limit} 字节，请分批提交。',
      'One command may hold at most {limit} bytes; split it.',
    ],
  },
  'unsupported-media-type': {
    status: 415,
    title: ['不支持的媒体类型', 'Unsupported media type'],
    detail: ['此地址不接受 {given}，请用 {accepted}。', 'This address does not take {given}; send {accepted}.'],
  },
  'key-reused': {
    status: 422,
    title: ['幂等键已用于其他请求', 'Idempotency key used for another request'],
    detail: [
      '该 Idempotency-Key 已用于内容不同的请求，请换用新键。',
      'This Idempotency-Key was used for a different request; take a new one.',
    ],
  },
  'date-in-future': {
    status: 422,
    title: ['日期晚于今天', 'Date in the future'],
    detail: ['业务日期 {on} 晚于今天 {today}。', 'The business date {on} is later than today, {today}.'],
  },
  'date-not-yours': {
    status: 403,
    title: ['不能补录日期', 'Not your date to set'],
    detail: ['只有组织者可以按其他日期（{on}）补录。', 'Only an organiser may act as of another date ({on}).'],
  },
  'precondition-required': {
    status: 428,
    title: ['缺少 If-Match', 'If-Match required'],
    detail: [
      '请带上读取时的 ETag（If-Match），以免覆盖他人的修改。',
      'Send the ETag you read as If-Match, so that nobody is overwritten.',
    ],
  },
  'too-many-streams': {
    status: 429,
    title: ['打开的实时页面过多', 'Too many live pages open'],
    detail: [
      '同一账号最多同时打开 {limit} 个实时页面，请关闭不用的页面后再试。',
      'One account may have {limit} live pages open at once; close those you do not need and try again.',
    ],
  },
  'header-too-large': {
    status: 431,
    title: ['请求头过大', 'Headers too large'],
    detail: ['地址与请求头过长，请缩短。', 'The address and headers are too long; shorten them.'],
  },
  'unexpected-error': {
    status: 500,
    title: ['系统内部错误', 'Internal error'],
    detail: [
      '请求未完成，可用同一幂等键重试；编号 {id}',
      'Nothing was promised; repeat it with the same key. Reference {id}',
    ],
  },
  'file-damaged': {
    status: 500,
    title: ['数据文件已损坏', 'A data file is damaged'],
    detail: [
      '数据文件 {file} 已损坏，请求未完成。请联系管理员：停止运行并从备份恢复。',
      'The data file {file} is damaged, the request was not carried out. Tell the administrator: stop, and restore a backup.',
    ],
  },
  'disk-full': {
    status: 503,
    title: ['磁盘已满', 'The disk is full'],
    detail: [
      '磁盘已满，{file} 无法写入，请求未执行。请联系管理员腾出空间，之后用同一幂等键重试。',
      'The disk is full, {file} cannot be written, nothing was done. Ask the administrator to free some space, then repeat it with the same key.',
    ],
  },
  'not-writable': {
    status: 503,
    title: ['数据目录不可写', 'The data folder is not writable'],
    detail: [
      '{file} 不可写，请求未执行。请联系管理员检查数据目录的权限，之后用同一幂等键重试。',
      'The file {file} cannot be written, nothing was done. Ask the administrator to look at the data folder’s permissions, then repeat it with the same key.',
    ],
  },
  'disk-failed': {
    status: 503,
    title: ['磁盘出错', 'The disk failed'],
    detail: [
      '读写 {file} 时磁盘出错，请求未完成。请联系管理员检查磁盘，之后用同一幂等键重试。',
      'The disk failed at {file}, the request was not completed. Ask the administrator to look at the disk, then repeat it with the same key.',
    ],
  },
  'streams-full': {
    status: 503,
    title: ['实时页面已满', 'No room for more live pages'],
    detail: [
      '此刻打开实时页面的人过多，请稍候再试，或直接刷新普通页面。',
      'Too many people have live pages open; try again shortly, or reload the ordinary page.',
    ],
  },
  busy: {
    status: 503,
    title: ['系统繁忙', 'Busy'],
    detail: ['此刻无法完成，请稍候用同一幂等键重试。', 'Not now; repeat it shortly with the same key.'],
  },
} as const satisfies Record<string, ProblemDefinition>;
