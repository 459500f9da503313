// Robots of group chats, each as its maker documents it: DingTalk signs timestamp and secret into the address, Feishu into the
// body, WeCom's address itself is the key. Each kind is called at its maker's host alone, or where the operator allows it.
import { createHmac } from 'node:crypto';
import { request as overHttp, type RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';
import type { RobotKind } from '@jiangong/contracts';
import { type Addresses, readUrl, type Target } from '@jiangong/service-kit/addresses';

export interface RobotAddress {
  url: string;
  secret?: string | undefined;
}
const hosts: Record<RobotKind, string> = {
  dingtalk: 'oapi.dingtalk.com',
  feishu: 'open.feishu.cn',
  wecom: 'qyapi.weixin.qq.com',
};
/** The longest text that each takes, in bytes. */
export const mostBytes: Record<RobotKind, number> = { dingtalk: 18_000, feishu: 18_000, wecom: 2_000 };
const TIMEOUT_MS = 20_000;
const ANSWER = 10_000;

const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64');

/** What is sent where. */
export function robotRequest(kind: RobotKind, { url, secret }: RobotAddress, text: string, nowMs: number) {
  const address = new URL(url);
  if (kind === 'feishu') {
    const timestamp = String(Math.floor(nowMs / 1000));
    const signed = secret ? { timestamp, sign: hmac(`${timestamp}\n${secret}`, '') } : {};
    return { url: address, body: { ...signed, msg_type: 'text', content: { text } } };
  }
  if (kind === 'dingtalk' && secret) {
    address.searchParams.set('timestamp', String(nowMs));
    address.searchParams.set('sign', hmac(secret, `${nowMs}\n${secret}`));
  }
  return { url: address, body: { msgtype: 'text', text: { content: text } } };
}

/** Whether a robot of the kind may have the address at all; what a name resolves to is looked at when it is called. */
export function isOfKind(kind: RobotKind, text: string, hasOwnAddresses: boolean): boolean {
  const url = readUrl(text);
  if (!url) return false;
  return (url.protocol === 'https:' && url.host === hosts[kind]) || hasOwnAddresses;
}

/** @throws if it is not allowed, not reached, or says that it did not take the message */
export async function sendToRobot(
  kind: RobotKind,
  address: RobotAddress,
  text: string,
  { addresses, nowMs, signal }: { addresses: Addresses; nowMs: number; signal: AbortSignal },
): Promise<void> {
  const { url, body } = robotRequest(kind, address, text, nowMs);
  const isMakers = url.protocol === 'https:' && url.host === hosts[kind];
  const target = isMakers ? undefined : await addresses.target(url);
  const answer = await post(
    url,
    JSON.stringify(body),
    target,
    AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  );
  const { errcode, code } = answer as { errcode?: number; code?: number };
  const said = errcode ?? code ?? 0;
  if (said !== 0) throw new Error(`机器人未接收 / the robot did not take it: ${said}`);
}
function post(url: URL, body: string, target: Target | undefined, signal: AbortSignal): Promise<object> {
  // The address that was looked at, and no other.
  const lookup: RequestOptions['lookup'] = (_host, options, found) =>
    options.all ? found(null, [target!]) : found(null, target!.address, target!.family);
  const pinned = target ? { lookup } : {};
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const request = (url.protocol === 'https:' ? overHttps : overHttp)(url, {
      method: 'POST',
      signal,
      headers,
      ...pinned,
    });
    request.once('error', reject);
    request.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text = (text + part).slice(0, ANSWER);
      });
      response.once('error', reject);
      response.once('end', () => {
        const { statusCode = 0 } = response;
        if (statusCode !== 200) return reject(new Error(`HTTP ${statusCode}`));
        try {
          resolve(JSON.parse(text));
        } catch {
          reject(new Error('答复不是 JSON / the answer is no JSON'));
        }
      });
    });
    request.end(body);
  });
}
