// A console in memory, and requests to it.
import type { Manifest } from '@jiangong/service-kit';
import { readConfig } from '@jiangong/service-kit/config';
import { type Running, type StartOptions, start } from '@jiangong/service-kit/start';
import { onTestFinished } from 'vitest';
import type { Credentials } from './first-administrator.ts';
import { consoleService } from './service.ts';

export async function started(
  options: StartOptions & { env?: Record<string, string>; others?: readonly Manifest[] } = {},
) {
  const { env = {}, others = [], ...starting } = options;
  const announced: Credentials[] = [];
  const running: Running = await start(
    [consoleService((credentials) => void announced.push(credentials)), ...others],
    readConfig({ STORE_URL: 'memory:', LOG_URL: 'memory:', LOG_LEVEL: 'silent', ...env }),
    starting,
  );
  onTestFinished(() => running.stop());
  async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object, headers = {}, from = '') {
    const response = await running.app.inject({
      method,
      url,
      headers,
      ...(from ? { remoteAddress: from } : {}),
      ...(body ? { payload: body } : {}),
    });
    const text = response.body;
    return { status: response.statusCode, headers: response.headers, body: text ? JSON.parse(text) : undefined, text };
  }
  const bearer = async ({ userName, password }: Credentials) => {
    const { body } = await call('POST', '/sign-in', { userName, password });
    return { authorization: `Bearer ${body.token}` };
  };
  return { running, announced, call, bearer };
}
export const li = {
  userName: 'li.si',
  password: 'a long enough one',
  name: '李四',
  contact: '010-5555',
  roles: ['hr'],
};
