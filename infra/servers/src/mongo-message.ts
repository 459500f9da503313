// One message of MongoDB's protocol, so that a replica set can be started without any client installed here.

type Value = number | string | readonly unknown[] | object;

const int = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
};
const sized = (bytes: Buffer) => Buffer.concat([int(bytes.length + 4), bytes]);
const text = (value: string) => Buffer.concat([Buffer.from(value), Buffer.of(0)]);

function element(name: string, value: Value): Buffer {
  if (typeof value === 'number') return Buffer.concat([Buffer.of(16), text(name), int(value)]);
  if (typeof value === 'string') {
    const bytes = text(value);
    return Buffer.concat([Buffer.of(2), text(name), int(bytes.length), bytes]);
  }
  return Buffer.concat([Buffer.of(Array.isArray(value) ? 4 : 3), text(name), document(value)]);
}
const document = (value: object): Buffer =>
  sized(Buffer.concat([...Object.entries(value).map(([name, part]) => element(name, part as Value)), Buffer.of(0)]));

/** A command as an OP_MSG. */
export function messageOf(command: object): Buffer {
  const header = Buffer.concat([int(1), int(0), int(2013)]);
  return sized(Buffer.concat([header, int(0), Buffer.of(0), document(command)]));
}

/** Whether an answer carries `ok: 1` and no failed write. */
export function saysOk(answer: Buffer): boolean {
  const one = Buffer.alloc(8);
  one.writeDoubleLE(1);
  const ok = Buffer.concat([Buffer.of(1), text('ok'), one]);
  return answer.includes(ok) && !answer.includes('writeErrors') && !answer.includes('writeConcernError');
}
