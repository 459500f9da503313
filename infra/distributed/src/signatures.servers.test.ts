// What the service signs is accepted by the official library of Standard Webhooks for Python, and by another implementation of ed25519
// (OpenSSL's); what is altered, signed by others, too old or too new by neither of the first. For JavaScript: awards, signature.test.ts.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startWebhooks, until } from '@jiangong/awards/hr-fixture';
import { openReceiver, type Received } from '@jiangong/awards/hr-receiver';
import { orMissing } from '@jiangong/servers';
import { pythonPackages } from '@jiangong/servers/toolchains';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

interface Keys {
  secret: string;
  publicKey: string;
}
const at = (path: string) => fileURLToPath(new URL(`./signatures/${path}`, import.meta.url));
const packages = await orMissing(pythonPackages(at('requirements.txt')));
if (typeof packages !== 'string') process.stderr.write(`NOT RUN: signatures in Python. ${packages.missing}\n`);

/** How far the service's clock is from the receiver's. */
let skewMs = 0;
let s: Awaited<ReturnType<typeof startWebhooks>>;
let receiver: Awaited<ReturnType<typeof openReceiver>>;
let webhook: string;
let keys: Keys;
beforeAll(async () => {
  s = await startWebhooks({}, () => Date.now() + skewMs);
  receiver = await openReceiver();
});
afterAll(async () => {
  console.log(`signatures in Python: ${JSON.stringify(seen)}`);
  receiver?.close();
  await s?.stop();
});
beforeEach(async () => {
  skewMs = 0;
  webhook = await s.register(receiver.url);
  keys = (await s.act(webhook, 'secret', {})).body;
});
async function sent(): Promise<Received> {
  receiver.received.length = 0;
  expect((await s.act(webhook, 'test', {})).body).toMatchObject({ ok: true });
  return receiver.received[0]!;
}
const seen = {
  'official library, accepted': 0,
  'official library, refused': 0,
  'ed25519, accepted': 0,
  'ed25519, refused': 0,
};
/** Of each message whether the library and whether ed25519 accept it. */
function verified(messages: (Pick<Received, 'body' | 'headers'> & Keys)[]): [boolean, boolean][] {
  const said = execFileSync('python3', [at('verify.py')], {
    input: messages.map((message) => `${JSON.stringify(message)}\n`).join(''),
    env: { ...process.env, PYTHONPATH: packages as string },
    encoding: 'utf8',
  });
  const answers: [boolean, boolean][] = said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  for (const [official, ed25519] of answers) {
    seen[official ? 'official library, accepted' : 'official library, refused'] += 1;
    seen[ed25519 ? 'ed25519, accepted' : 'ed25519, refused'] += 1;
  }
  return answers;
}

test.runIf(typeof packages === 'string')(
  'a message is accepted, and none that was altered or signed by others',
  async () => {
    const message = await sent();
    const other = (await s.act(await s.register(receiver.url), 'secret', {})).body as Keys;
    const { 'webhook-signature': signature, ...headers } = message.headers as Record<string, string>;
    const [v1 = '', v1a = ''] = signature!.split(' ');
    const altered = message.body.replace('"webhook-test"', '"award-granted"');
    const renamed = { ...message.headers, 'webhook-id': 'award_1' };
    const only = (one: string) => ({ ...message, headers: { ...headers, 'webhook-signature': one }, ...keys });
    expect(
      verified([
        { ...message, ...keys },
        { ...message, ...other },
        { ...message, body: altered, ...keys },
        { ...message, headers: renamed, ...keys },
        only(v1),
        only(v1a),
      ]),
    ).toEqual([
      [true, true],
      [false, false],
      [false, false],
      [false, false],
      [true, false],
      [false, true],
    ]);
  },
);

test.runIf(typeof packages === 'string')(
  'after a rotation both secrets verify for a day, and then the new one only',
  async () => {
    const later = await openReceiver();
    const before = keys;
    await s.act(webhook, 'rotate');
    const after = (await s.act(webhook, 'secret', {})).body as Keys;
    const soon = await sent();
    expect(verified([before, after].map((each) => ({ ...soon, ...each })))).toEqual([
      [true, true],
      [true, true],
    ]);
    const amended = { url: later.url, name: '人力资源系统', eventTypes: ['award-granted'] };
    expect((await s.act(webhook, 'amend', amended)).status).toBe(200);
    skewMs = 24 * 3600_000 + 1000;
    await s.grant('a day later');
    await until(() => later.received.length).toBe(1);
    later.close();
    const [late] = later.received as [Received];
    // A day later by the service's clock, which the library takes for the future: its key is what is looked at.
    expect(verified([before, after].map((each) => ({ ...late, ...each }))).map(([, ed25519]) => ed25519)).toEqual([
      false,
      true,
    ]);
    expect(late.headers['webhook-signature']!.split(' ')).toHaveLength(2);
  },
);

test.runIf(typeof packages === 'string')(
  'clocks may be four minutes apart; a copy of a message is no use after five',
  async () => {
    for (const [minutes, isAccepted] of [
      [-4, true],
      [4, true],
      [-6, false],
      [6, false],
    ] as const) {
      skewMs = minutes * 60_000;
      expect(verified([{ ...(await sent()), ...keys }])[0]![0], `${minutes} min`).toBe(isAccepted);
    }
  },
);
