// Passwords that were found in breaches, from files on the installation's own disk: nothing is sent anywhere.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Refusal, refuse } from '@jiangong/contracts';
import { weakness } from './weakness.ts';

/** The folder of the list, if there is one, once the console is open. */
export type Breached = () => string | undefined;

/** Files are named by so many first digits of the SHA-1 of what they list. */
const PREFIX = 5;

/** Refuses a start whose list cannot be there. */
export async function checkList(folder: string | undefined): Promise<void> {
  if (folder === undefined) return;
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory())
    throw new Error(`配置有误 / faulty settings: BREACHED_PASSWORDS 不是文件夹 / is no folder: ${folder}`);
}

/**
 * Whether a list has a password: a folder as Have I Been Pwned's downloader writes it, with a file for each five first digits of a
 * SHA-1, whose lines are the other digits and a count. A file that is not there lists none.
 */
export async function isBreached(folder: string, password: string): Promise<boolean> {
  const digits = createHash('sha1').update(password.normalize('NFKC')).digest('hex').toUpperCase();
  const file = join(folder, `${digits.slice(0, PREFIX)}.txt`);
  const lines = await readFile(file, 'latin1').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return lines.split('\n').some((line) => line.split(':')[0]!.trim().toUpperCase() === digits.slice(PREFIX));
}

/**
 * Why a password is not taken.
 * @param names of its owner
 * @param folder of the list, if there is one
 * @param at where it stands in the request
 */
export async function passwordFault(
  password: string,
  names: readonly string[],
  folder: string | undefined,
  at = '/body/password',
): Promise<Refusal | undefined> {
  const weak = weakness(password, names, at);
  if (weak || folder === undefined || !(await isBreached(folder, password))) return weak;
  const [zh, en] = ['密码曾在其他网站泄露，请换一个', 'this password was leaked elsewhere; choose another'];
  return refuse('weak-password', { errors: [{ at, zh, en }] });
}
