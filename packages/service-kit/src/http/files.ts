// Files over HTTP: one is uploaded at a time, as multipart/form-data, and streams to its store; downloads stream in ranges, under
// headers that let a browser do nothing with them but show or save them.
import { randomUUIDv7 } from 'node:crypto';
import multipart, { type MultipartFile } from '@fastify/multipart';
import { derivedId, fileAnswer, refuse, refuseRole, roles } from '@jiangong/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FileDesk } from '../files/desk.ts';
import { contentName } from '../files/port.ts';
import { answerOf, type FileRow } from '../files/rows.ts';
import { FILE_LIMIT_MB } from '../files/upload.ts';
import type { Runtime } from '../run/runtime.ts';
import { contextOf } from './command.ts';
import { send } from './file-answer.ts';
import { gate } from './gate.ts';
import { Refused, sendProblem } from './problem.ts';
import { validatorCompiler } from './validation.ts';

export const MULTIPART = 'multipart/form-data';
/** Uploads and downloads that are under way at once; more wait, and more than that are refused. */
const UPLOADS = gate(16, 64);
const bytes = { content: { 'application/octet-stream': { schema: z.string() } } };
const byId = z.object({ id: z.uuid() });
const limits = {
  fileSize: FILE_LIMIT_MB * 1024 * 1024,
  files: 1,
  fields: 0,
  parts: 1,
  headerPairs: 20,
  fieldNameSize: 100,
};

/** The routes of every noun whose records name files. */
export async function fileRoutes(app: FastifyInstance, runtimes: readonly Runtime[], now: () => string) {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    await scope.register(multipart, { limits, throwFileSizeLimit: false });
    for (const runtime of runtimes)
      for (const noun of Object.keys(runtime.files?.rules ?? {})) addRoutes(scope, runtime, runtime.files!, noun, now);
  });
}

function addRoutes(app: FastifyInstance, runtime: Runtime, desk: FileDesk, noun: string, now: () => string) {
  const { upload: uploaders } = desk.rules[noun]!;
  const about = { tags: [runtime.manifest.name], security: [{ bearer: [] }] };
  app.post(
    `/api/files/${noun}`,
    {
      schema: {
        ...about,
        summary: '上传附件 · Upload a file',
        description: `角色 · roles: ${uploaders.join(', ')}。一次一个文件，至多 ${FILE_LIMIT_MB} MB；在被记录采用之前只有上传者可见 · one file at a time, at most ${FILE_LIMIT_MB} MB; its uploader’s alone until a record names it`,
        consumes: [MULTIPART],
        body: z.object({ file: z.file() }),
        response: { 201: fileAnswer },
      },
      config: { accepts: MULTIPART },
      // The body is a stream, which is checked as it arrives.
      validatorCompiler: (part) =>
        part.httpPart === 'body' ? (value: unknown) => ({ value }) : validatorCompiler(part),
      preParsing: (request, _, payload, done) => {
        if (uploaders.some((role) => request.actor!.roles.includes(role))) done(null, payload);
        else done(new Refused(refuseRole(uploaders)));
      },
    },
    (request, reply) => UPLOADS(() => upload(request, reply)),
  );

  async function upload(request: FastifyRequest, reply: FastifyReply) {
    const at = now();
    const { cause, actor } = contextOf(request, runtime, at, at.slice(0, 10));
    const id = request.headers['idempotency-key'] === undefined ? randomUUIDv7() : derivedId('file', noun, cause);
    const row = await received(request, async ({ file, filename }) =>
      desk.upload({ id, noun, actor, now: at, name: filename, content: file }),
    );
    return reply.code(201).send(answerOf(row));
  }

  const reading = (
    path: string,
    summary: string,
    schema: object,
    answer: (reply: FastifyReply, row: FileRow) => unknown,
  ) =>
    app.get(
      `/api/files/${noun}/:id${path}`,
      {
        schema: { ...about, summary, description: `角色 · roles: ${roles.join(', ')}`, params: byId, ...schema },
      },
      async (request, reply) => {
        const { id } = request.params as { id: string };
        const asking = { actor: request.actor!, read: runtime.read(request.actor!.org) };
        const row = await desk.readable(asking, noun, id);
        return row ? answer(reply, row) : sendProblem(reply, refuse('not-found', { what: id }));
      },
    );
  const unchanged = { 304: z.null().describe('与 If-None-Match 相同 · not modified') };
  const whole = { response: { 200: { description: '文件 · the file', ...bytes }, ...unchanged } };
  const part = { response: { ...whole.response, 206: { description: '所请求的区间 · the range', ...bytes } } };
  reading('', '下载附件 · Download a file', part, (reply, row) =>
    send(reply, desk.content, { ...row, content: contentName(row.sha256, row.file) }),
  );
  reading('/about', '附件信息 · About a file', { response: { 200: fileAnswer } }, (_, row) => answerOf(row));
  reading('/thumbnail', '缩略图 · Thumbnail of an image', whole, (reply, { thumbnail, file, name }) =>
    thumbnail
      ? send(reply, desk.content, {
          ...thumbnail,
          name: `${name}.webp`,
          type: 'image/webp',
          content: contentName(thumbnail.sha256, file),
        })
      : sendProblem(reply, refuse('not-found', { what: file })),
  );
}

/** The one file of the form. @throws Refused if there is none, or what arrives is no form */
async function received<T>(request: FastifyRequest, take: (file: MultipartFile) => Promise<T>): Promise<T> {
  const unreadable = (reason: string, reasonEn: string) =>
    new Refused(refuse('unreadable-body', { format: MULTIPART, reason, reasonEn }));
  try {
    const part = await request.file();
    if (!part) throw unreadable('其中没有文件', 'it contains no file');
    return await take(part);
  } catch (error) {
    const { code, statusCode, message } = error as Error & { code?: string; statusCode?: number };
    if (error instanceof Refused) throw error;
    const isOfTheForm =
      code?.startsWith('FST_') ||
      code === 'ERR_STREAM_PREMATURE_CLOSE' ||
      code === 'ECONNRESET' ||
      /unexpected end|malformed|part terminated|multipart/i.test(message);
    if (isOfTheForm || (statusCode !== undefined && statusCode < 500))
      throw unreadable('表单不完整，或不是一个文件', 'the form is incomplete, or does not hold exactly one file');
    throw error;
  }
}
