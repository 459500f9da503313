// A refusal or error a user can meet is declared once: HTTP status, and what to do, in Chinese and English.
import { z } from 'zod';

/** A problem as it is declared: its HTTP status and its sentences in both languages. */
export interface ProblemDefinition {
  status: number;
  /** The kind of problem, always the same words. */
  title: readonly [zh: string, en: string];
  /** This occurrence: where it is and what to do. `{name}` is filled from the refusal's params. */
  detail: readonly [zh: string, en: string];
}

/**
 * RFC 9457 problem details in Chinese and English; `errors` points into the request.
 * @example
 * ```ts
 * problem.parse(describe(refuse('not-found'))).status; // → 404
 * ```
 */
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
/** Problem details as they go over the wire. */
export type Problem = z.infer<typeof problem>;

/** Problems that any service can answer. */
export const generalProblems = {
  'malformed-request': {
    status: 400,
    title: ['请求内容有误', 'Invalid request'],
    detail: [
      '请按 errors 中列出的各项改正后重新提交。',
      'Fix the fields listed in `errors` and send the request again.',
    ],
  },
  'unknown-cursor': {
    status: 400,
    title: ['续读位置无效', 'Invalid cursor'],
    detail: [
      'cursor 不是本查询给出的；请原样使用上一页的 next 或 cursor，或去掉它从头读起。',
      'This query did not issue the cursor; pass `next` or `cursor` of the previous page unchanged, or omit it to start over.',
    ],
  },
  'id-not-drawn': {
    status: 422,
    title: ['此 id 不可用', 'Id not accepted'],
    detail: [
      '新记录的 id 请随机抽取（第 4 或第 7 版），或不填，由系统给出。',
      'Draw the id of a new record at random (UUID version 4 or 7), or leave it out and the system gives one.',
    ],
  },
  'unreadable-body': {
    status: 400,
    title: ['请求内容无法读取', 'Unreadable body'],
    detail: ['提交的内容不是有效的 {format}：{reason}。', 'The body is not valid {format}: {reasonEn}.'],
  },
  'not-http': {
    status: 400,
    title: ['不是有效的 HTTP 请求', 'Not an HTTP request'],
    detail: [
      '收到的内容不是有效的 HTTP 请求；请检查客户端与代理。',
      'The server received something other than a valid HTTP request; check the client and any proxy.',
    ],
  },
  unauthenticated: {
    status: 401,
    title: ['尚未登录', 'Not signed in'],
    detail: [
      '请先登录（POST /sign-in），并在 Authorization 中附上有效的 Bearer 令牌。',
      'Sign in (POST /sign-in) and send a valid bearer token in Authorization.',
    ],
  },
  'own-decision': {
    status: 403,
    title: ['应当回避', 'Conflict of interest'],
    detail: [
      '您所在的单位就是“{name}”、其上级单位或与其同场竞赛的单位，不能办理此事，请由其他人员办理。',
      'You belong to “{name}”, to the branch above it, or to one of its rivals; somebody else must do this.',
    ],
  },
  forbidden: {
    status: 403,
    title: ['没有权限', 'Not allowed'],
    detail: ['只有下列角色可以办理：{rolesZh}。', 'Only these roles may do this: {roles}.'],
  },
  'scope-missing': {
    status: 403,
    title: ['接入系统没有此项权限', 'Outside the scopes of this system'],
    detail: [
      '系统的令牌只能用于其权限范围内的接口；此接口须有：{scope}。',
      'A system’s token opens only what its scopes name; this address needs: {scope}.',
    ],
  },
  'not-yours': {
    status: 403,
    title: ['不在您的职责范围', 'Outside your duties'],
    detail: [
      '“{scope}”不在您的职责范围内，请由其负责人办理。',
      '“{scope}” is outside your duties; ask the person responsible for it.',
    ],
  },
  'not-found': {
    status: 404,
    title: ['未找到', 'Not found'],
    detail: [
      '未找到这条记录，或它不属于您的组织；请核对后重试。',
      'No such record, or it belongs to another organisation; check and try again.',
    ],
  },
  'method-not-allowed': {
    status: 405,
    title: ['不支持的方法', 'Method not allowed'],
    detail: ['此地址不支持 {method} 方法。', 'This address does not support {method}.'],
  },
  'already-exists': {
    status: 409,
    title: ['已经存在', 'Already exists'],
    detail: ['{what} 已经登记，无需重复登记。', 'Already registered: {what}. Nothing to do.'],
  },
  'request-too-slow': {
    status: 408,
    title: ['请求超时', 'Request timed out'],
    detail: [
      '请求未在限时内传完，请检查网络后重试。',
      'The request did not arrive in time; check the network and retry.',
    ],
  },
  'stale-version': {
    status: 412,
    title: ['版本已过期', 'Version is out of date'],
    detail: [
      '记录现为第 {actual} 版，您依据的是第 {expected} 版；请重新读取后再改。',
      'The record is at version {actual}; your change is based on version {expected}. Read it again, then change it.',
    ],
  },
  'body-too-large': {
    status: 413,
    title: ['请求内容过大', 'Body too large'],
    detail: [
      '提交的内容超过 {limit} 字节，请分批提交。',
      'The body exceeds {limit} bytes; split it into several requests.',
    ],
  },
  'file-too-large-inside': {
    status: 413,
    title: ['文件解压后过大', 'File too large once unpacked'],
    detail: [
      '表格解压后超过 {limit} MB，没有导入；请只保留要导入的工作表，或拆成几份分次导入。',
      'The spreadsheet exceeds {limit} MB once unpacked and was not imported; keep only the sheet to import, or split the file.',
    ],
  },
  'too-many-rows': {
    status: 413,
    title: ['行数过多', 'Too many rows'],
    detail: [
      '文件超过 {limit} 行，没有导入；请拆成几份分次导入，每份不超过 {limit} 行并保留表头。',
      'The file has more than {limit} rows and was not imported; split it into files of at most {limit} rows, each with the header.',
    ],
  },
  'too-many-columns': {
    status: 413,
    title: ['栏数过多', 'Too many columns'],
    detail: [
      '第 {row} 行超出了第 {limit} 栏，没有导入；请删去多余的栏。',
      'Row {row} extends beyond column {limit}, so the file was not imported; delete the extra columns.',
    ],
  },
  'sheet-unknown': {
    status: 422,
    title: ['没有这张工作表', 'No such sheet'],
    detail: [
      '工作簿中没有「{sheet}」；它的工作表是：{known}。',
      'The workbook has no sheet “{sheet}”; its sheets are: {known}.',
    ],
  },
  'event-too-large': {
    status: 413,
    title: ['内容过大', 'Content too large'],
    detail: [
      '一次操作的内容不得超过 {limit} 字节，请分批提交。',
      'One operation may carry at most {limit} bytes; split it.',
    ],
  },
  'unsupported-media-type': {
    status: 415,
    title: ['不支持的内容类型', 'Unsupported media type'],
    detail: [
      '此地址不接受这种内容（{given}），请改用 {acceptedZh}。',
      'This address does not accept {givenEn}; send {acceptedEn}.',
    ],
  },
  'key-reused': {
    status: 422,
    title: ['幂等键已用于其他请求', 'Idempotency-Key already used'],
    detail: [
      '该 Idempotency-Key 已用于内容不同的请求，请换一个新的。',
      'This Idempotency-Key belongs to a different request; use a new one.',
    ],
  },
  'date-in-future': {
    status: 422,
    title: ['日期晚于今天', 'Date in the future'],
    detail: ['日期 {on} 晚于今天（{today}），请核对。', 'The date {on} is after today ({today}); check it.'],
  },
  'date-not-yours': {
    status: 403,
    title: ['不能按其他日期补录', 'Backdating not allowed'],
    detail: [
      '只有组织者可以按其他日期（{on}）补录。',
      'Only an organiser may record something as of another date ({on}).',
    ],
  },
  'precondition-required': {
    status: 428,
    title: ['缺少 If-Match', 'If-Match required'],
    detail: [
      '请在 If-Match 中附上读取时得到的 ETag，以免覆盖他人的修改。',
      'Send the ETag you read as If-Match, so that you do not overwrite someone else’s change.',
    ],
  },
  'too-many-streams': {
    status: 429,
    title: ['打开的实时页面过多', 'Too many live pages open'],
    detail: [
      '同一账号最多同时打开 {limit} 个实时页面，请关闭不用的页面后再试。',
      'One account may keep {limit} live pages open; close some and try again.',
    ],
  },
  'header-too-large': {
    status: 431,
    title: ['请求头过大', 'Headers too large'],
    detail: ['地址或请求头过长，请缩短后重试。', 'The address or the headers are too long; shorten them and retry.'],
  },
  'unexpected-error': {
    status: 500,
    title: ['系统内部错误', 'Internal error'],
    detail: [
      '请求没有完成，可用同一幂等键重试；如仍出错，请把编号 {reference} 告诉管理员。',
      'The request did not complete; retry with the same Idempotency-Key. If it fails again, give the administrator the reference {reference}.',
    ],
  },
  'file-damaged': {
    status: 500,
    title: ['数据文件已损坏', 'Data file damaged'],
    detail: [
      '数据文件 {file} 已损坏，请求没有完成。请联系管理员停止运行，并从备份恢复。',
      'The data file {file} is damaged and the request did not complete. Ask the administrator to stop the system and restore a backup.',
    ],
  },
  'disk-full': {
    status: 503,
    title: ['磁盘已满', 'Disk full'],
    detail: [
      '磁盘已满，无法写入 {file}，请求没有执行。请联系管理员腾出空间，之后用同一幂等键重试。',
      'The disk is full and {file} cannot be written; nothing was changed. Ask the administrator to free space, then retry with the same Idempotency-Key.',
    ],
  },
  'not-writable': {
    status: 503,
    title: ['数据目录不可写', 'Data folder not writable'],
    detail: [
      '{file} 不可写，请求没有执行。请联系管理员检查数据目录的权限，之后用同一幂等键重试。',
      '{file} is not writable; nothing was changed. Ask the administrator to check the permissions of the data folder, then retry with the same Idempotency-Key.',
    ],
  },
  'disk-failed': {
    status: 503,
    title: ['磁盘出错', 'Disk error'],
    detail: [
      '读写 {file} 时磁盘出错，请求没有完成。请联系管理员检查磁盘，之后用同一幂等键重试。',
      'The disk failed while accessing {file}; the request did not complete. Ask the administrator to check the disk, then retry with the same Idempotency-Key.',
    ],
  },
  'streams-full': {
    status: 503,
    title: ['实时页面已满', 'Too many live pages'],
    detail: [
      '现在打开实时页面的人太多，请稍后再试，或改用普通页面。',
      'Too many people have live pages open; try again shortly, or reload the ordinary page.',
    ],
  },
  busy: {
    status: 503,
    title: ['系统繁忙', 'Busy'],
    detail: ['系统繁忙，请稍后用同一幂等键重试。', 'Busy; retry shortly with the same Idempotency-Key.'],
  },
} as const satisfies Record<string, ProblemDefinition>;
