// Why something failed, in one line for operators, Chinese and English; never a stack, an address with its password, or a
// validator's text.

/** Whether an error's message was written for people. */
export const isForPeople = (error: unknown): boolean =>
  /\p{Script=Han}/u.test((error as Error | undefined)?.message ?? '');

interface SystemError extends Error {
  code?: string;
  syscall?: string;
  port?: number;
  hostname?: string;
  address?: string;
  cause?: unknown;
}
/** By code, and by the call where a code means several things. Servers' addresses are named where they are opened. */
const words: Record<string, (error: SystemError) => string> = {
  EADDRINUSE: ({ port }) =>
    `端口 ${port} 已被占用：请停止占用它的进程，或另设 PORT / port ${port} is taken: stop the process that holds it, or set another PORT`,
  'EACCES listen': ({ port }) =>
    `本账户不得监听端口 ${port}：请另设 PORT / this account may not listen on port ${port}: set another PORT`,
  EADDRNOTAVAIL: ({ address }) =>
    `${address} 不是本机地址：请更正 HOST / ${address} is no address of this machine: correct HOST`,
  'ENOTFOUND getaddrinfo': ({ hostname }) =>
    `找不到主机 ${hostname}：请更正 HOST / host ${hostname} is unknown: correct HOST`,
};

/**
 * Why something failed, for operators: one line, Chinese and English, without a stack or a password.
 * @example
 * ```ts
 * reasonOf(new Error('目录不存在 / no such folder')); // → '目录不存在 / no such folder'
 * ```
 */
export function reasonOf(error: unknown): string {
  const { code = '', syscall = '' } = (error ?? {}) as SystemError;
  const known = words[`${code} ${syscall}`] ?? words[code];
  if (known) return known(error as SystemError);
  if (isForPeople(error)) return inLine((error as Error).message, ' / ');
  return `意外错误 / unexpected error: ${inLine(textOf(error), ' ')}${placeOf(error)}`;
}

/** What an error says, and what it says of its cause. */
export function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.message || error.name;
  const cause = error.cause instanceof Error ? textOf(error.cause) : '';
  return cause && !own.includes(cause) ? `${own}: ${cause}` : own;
}

/** The first line of ours that an error went through: enough to find it, and no stack. */
function placeOf(error: unknown): string {
  const lines = ((error as Error | undefined)?.stack ?? '').split('\n').slice(1);
  const ours = lines.find((line) => !/node_modules|node:/.test(line));
  const [, place] = /((?:[^\s/()]+\/){1,3}[^\s/()]+:\d+):\d+\)?$/.exec(ours ?? '') ?? [];
  return place ? ` (${place})` : '';
}
const inLine = (text: string, between: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(between);
