// For tests: a service whose units name files, forms to upload with, and contents honest and not.
import type { Actor } from '@jiangong/contracts';
import { z } from 'zod';
import { post } from '../define/routes.ts';
import { service } from '../define/service.ts';
import { zipOf } from '../http/file/workbook.fixture.ts';
import { counter, unitCommand, units } from '../testing/counter.fixture.ts';
import { type Testing, tokenOf } from '../testing/index.ts';

/** Units may name files; whoever may see a unit may read them. */
export const filing = service({
  ...counter,
  routes: [
    ...counter.routes,
    post('/units/:id/attach', {
      summary: ['附上文件', 'Attach files'],
      roles: ['organiser'],
      params: z.object({ id: z.uuid() }),
      body: z.strictObject({ files: z.array(z.uuid()).max(20) }),
      async handle({ params, body, files }) {
        const named = await files(body.files, { noun: 'unit', record: params.id });
        if ('refused' in named) return named;
        return { request: unitCommand(params.id, 'append', { name: '.' }), files: named };
      },
    }),
  ],
  files: { unit: { upload: ['organiser'], mayRead: ({ read }, id) => read.get(units, id) } },
});

const BOUNDARY = '----of-a-test';
export const formType = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
export const formOf = (name: string, content: Buffer, type = 'application/octet-stream', field = 'file'): Buffer =>
  Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`,
    ),
    content,
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);

type Who = Partial<Actor> & Pick<Actor, 'roles' | 'org'>;
export const upload = (
  t: Testing,
  who: Who,
  name: string,
  content: Buffer,
  { noun = 'unit', key }: { noun?: string; key?: string } = {},
) =>
  t.call(who, 'POST', `/api/files/${noun}`, formOf(name, content), {
    ...formType,
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  });

/** A download, in bytes. */
export async function download(t: Testing, who: Who, path: string, headers: Record<string, string> = {}) {
  const authorization = `Bearer ${await tokenOf(who)}`;
  const {
    statusCode,
    rawPayload,
    headers: answered,
  } = await t.app.inject({
    url: `/api/files/${path}`,
    headers: { authorization, ...headers },
  });
  return { status: statusCode, bytes: rawPayload, headers: answered };
}

export const pdf = (text = 'x') => Buffer.from(`%PDF-1.4\n% ${text}\ntrailer <<>>\n%%EOF\n`);
export const zip = zipOf;
export async function jpeg({ gps = false, width = 64, height = 48 } = {}): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const image = sharp({ create: { width, height, channels: 3, background: '#a33' } });
  const exif = { IFD0: { Make: 'CameraMaker' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 49/1' } };
  return (gps ? image.withExif(exif) : image).jpeg().toBuffer();
}
export const docx = (more: Record<string, string | Buffer> = {}) =>
  zipOf({
    '[Content_Types].xml':
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    'word/document.xml': '<w:document/>',
    ...more,
  });
/** A document of the older Office: a header, one table, one directory. */
export function compound(...names: string[]): Buffer {
  const file = Buffer.alloc(512 * 3);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.fill(0xff, 76, 512);
  file.writeUInt32LE(0, 76);
  file.fill(0xff, 512, 1024);
  file.writeUInt32LE(0xfffffffd, 512);
  file.writeUInt32LE(0xfffffffe, 516);
  for (const [index, name] of ['Root Entry', ...names].slice(0, 4).entries()) {
    const at = 1024 + index * 128;
    file.write(name, at, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, at + 64);
  }
  return file;
}
/** Entries that all share the bytes of one: a few kilobytes that unpack to any size. */
export function overlapping(count: number): Buffer {
  const plain = zipOf({ a: Buffer.alloc(4_000_000) });
  const end = plain.length - 22;
  const from = plain.readUInt32LE(end + 16);
  const entry = plain.subarray(from, end);
  const tail = Buffer.from(plain.subarray(end));
  tail.writeUInt16LE(count, 8);
  tail.writeUInt16LE(count, 10);
  tail.writeUInt32LE(entry.length * count, 12);
  return Buffer.concat([plain.subarray(0, from), ...Array.from({ length: count }, () => entry), tail]);
}
export const bomb = (megabytes: number) => zipOf({ 'a.txt': Buffer.alloc(megabytes * 1024 * 1024) });
/** An archive that says its entry is small, which unpacks to more. */
export const liar = () => zipOf({ 'a.txt': Buffer.alloc(1_000_000) }, { says: 10 });
export const exe = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0'), Buffer.alloc(600)]);
