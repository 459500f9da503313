// Robots of group chats: signed as their makers document it, called where they may be called, and heard when they refuse.
import { createHmac } from 'node:crypto';
import type { RobotKind } from '@jiangong/contracts';
import { addressesOf } from '@jiangong/service-kit/addresses';
import { expect, onTestFinished, test } from 'vitest';
import { chatTextOf } from './background/message.ts';
import { isOfKind, mostBytes, robotRequest, sendToRobot } from './background/robots.ts';
import { openRobotReceiver } from './robot-receiver.fixture.ts';

const secret = 'SECabcdef0123456789';
const nowMs = 1_711_243_800_123;

async function receiver(answer?: object) {
  const { close, ...opened } = await openRobotReceiver(answer);
  onTestFinished(close);
  return opened;
}
const allowed = { addresses: addressesOf('127.0.0.0/8'), nowMs, signal: new AbortController().signal };

test('DingTalk: the HMAC of timestamp and secret, in base64, in the address next to its token', async () => {
  const { received, url } = await receiver();
  await sendToRobot('dingtalk', { url, secret }, '催办', allowed);
  const { searchParams } = received[0]!.url;
  const expected = createHmac('sha256', secret).update(`${nowMs}\n${secret}`, 'utf8').digest('base64');
  expect(Object.fromEntries(searchParams)).toEqual({
    access_token: 't0k',
    key: 'k3y',
    timestamp: `${nowMs}`,
    sign: expected,
  });
  expect(received[0]!.body).toEqual({ msgtype: 'text', text: { content: '催办' } });
});

test('Feishu: seconds and the HMAC whose key is timestamp and secret, over nothing, in the body', async () => {
  const { received, url } = await receiver({ code: 0 });
  await sendToRobot('feishu', { url, secret }, '催办', allowed);
  const { timestamp, sign, ...rest } = received[0]!.body;
  expect(timestamp).toBe('1711243800');
  expect(sign).toBe(createHmac('sha256', `1711243800\n${secret}`).digest('base64'));
  expect(rest).toEqual({ msg_type: 'text', content: { text: '催办' } });
  expect([...received[0]!.url.searchParams.keys()]).toEqual(['access_token', 'key']);
});

test('WeCom: the key in the address, and nothing signed', async () => {
  const { received, url } = await receiver();
  await sendToRobot('wecom', { url }, '催办', allowed);
  expect(received[0]!.body).toEqual({ msgtype: 'text', text: { content: '催办' } });
  expect([...received[0]!.url.searchParams]).toEqual([
    ['access_token', 't0k'],
    ['key', 'k3y'],
  ]);
});

test('signatures are those that another program computes', () => {
  // By Python's hmac, of the strings of the makers' documents.
  const dingtalk = robotRequest(
    'dingtalk',
    { url: 'https://oapi.dingtalk.com/', secret: 'this is secret' },
    'x',
    1577262236757,
  );
  expect(dingtalk.url.searchParams.get('sign')).toBe('hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM=');
  const feishu = robotRequest('feishu', { url: 'https://open.feishu.cn/', secret: 'demo' }, 'x', 1599360473_000);
  expect(feishu.body).toMatchObject({ timestamp: '1599360473', sign: 'l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=' });
});

test('a robot that refuses is heard: an error code, a status, an answer that is none', async () => {
  const refusing = await receiver({ errcode: 310000, errmsg: 'sign not match' });
  await expect(sendToRobot('dingtalk', { url: refusing.url, secret }, 'x', allowed)).rejects.toThrow('310000');
  const feishu = await receiver({ code: 19021, msg: 'sign match fail' });
  await expect(sendToRobot('feishu', { url: feishu.url, secret }, 'x', allowed)).rejects.toThrow('19021');
});

test('no address but the makers’ is called, unless the operator allows it, whatever a name says', async () => {
  const { received, url } = await receiver();
  const nothing = { ...allowed, addresses: addressesOf(undefined) };
  await expect(sendToRobot('wecom', { url }, 'x', nothing)).rejects.toThrow('not allowed');
  const named = addressesOf('10.0.0.0/8', async () => [{ address: '127.0.0.1', family: 4 }]);
  await expect(
    sendToRobot('wecom', { url: 'http://robot.example/' }, 'x', { ...allowed, addresses: named }),
  ).rejects.toThrow('not allowed');
  expect(received).toEqual([]);
  const makers: [RobotKind, string][] = [
    ['wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k'],
    ['dingtalk', 'https://oapi.dingtalk.com/robot/send?access_token=a'],
    ['feishu', 'https://open.feishu.cn/open-apis/bot/v2/hook/x'],
  ];
  for (const [kind, address] of makers) {
    expect(isOfKind(kind, address, false)).toBe(true);
    expect(isOfKind(kind, address.replace('https', 'http'), false)).toBe(false);
    for (const [other, elsewhere] of makers) expect(isOfKind(kind, elsewhere, false)).toBe(kind === other);
  }
  for (const odd of [
    'https://qyapi.weixin.qq.com.evil.example/',
    'https://a@qyapi.weixin.qq.com/',
    'https://qyapi.weixin.qq.com:8443/',
  ])
    expect([odd, isOfKind('wecom', odd, false)]).toEqual([odd, false]);
});

test('a text is no longer than a robot takes, and says how much is left out', () => {
  const item = (n: number) => ({
    ...{ reminder: `${n}`, about: `项目${n}`, due: '2024-03-31', link: '/' },
    text: { zh: '计划未填报（项目部 · 第一季度）', en: 'the plan is missing' },
  });
  const items = Array.from({ length: 300 }, (_, n) => item(n));
  const text = chatTextOf(items, mostBytes.wecom);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2048);
  const shown = text.split('\n').filter((line) => line.startsWith('项目')).length;
  expect(text.endsWith(`……另有 ${300 - shown} 项`)).toBe(true);
  expect(chatTextOf(items.slice(0, 2), mostBytes.wecom)).toBe(
    '【催办】有 2 项尚未完成：\n项目0：计划未填报（项目部 · 第一季度），2024-03-31 前\n项目1：计划未填报（项目部 · 第一季度），2024-03-31 前',
  );
});
