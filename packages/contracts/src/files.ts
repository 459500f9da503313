// Files that records name: what an event says of each, what an upload answers, and what is refused.
import { z } from 'zod';
import type { ProblemDefinition } from './problem.ts';
import { id, instant } from './values.ts';

/** Files that one record may name. */
export const FILES_PER_RECORD = 20;
/** SHA-256, hexadecimal. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A file as an event names it. `sha256` is of the file as kept, `originalSha256` of what was uploaded. */
export const namedFile = z.object({
  file: id,
  name: z.string(),
  type: z.string(),
  /** Bytes, as kept. */
  size: z.int().min(0),
  sha256,
  originalSha256: sha256,
});
/** A file that a record names. */
export type NamedFile = z.infer<typeof namedFile>;

/** A plausible file, for the documentation. */
export const namedFileExample: NamedFile = {
  file: '01942f6e-3b1c-7d52-9d55-0c2b8f4f6a32',
  name: '应用证明.pdf',
  type: 'application/pdf',
  size: 182_044,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  originalSha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
};

/** What a command gives: ids that `POST /files/{noun}` answered. */
export const fileIds = z.array(id).max(FILES_PER_RECORD);

/** An uploaded file, as its uploader and the readers of its record see it. */
export const fileAnswer = namedFile.omit({ file: true }).extend({ id, uploadedAt: instant, thumbnail: z.boolean() });
/** An uploaded file as it is read. */
export type FileAnswer = z.infer<typeof fileAnswer>;

/** What is refused of files, and what the user reads. */
export const fileProblems = {
  'file-too-large': {
    status: 413,
    title: ['文件过大', 'File too large'],
    detail: ['文件超过 {limit} MB，请压缩或拆分后再上传。', 'The file exceeds {limit} MB; compress or split it.'],
  },
  'file-type-refused': {
    status: 415,
    title: ['不接受这种文件', 'File type not accepted'],
    detail: [
      '按内容识别，这不是可接受的文件：{reason}。请上传图片（JPG、PNG、WebP、GIF）、PDF、Word、Excel、PPT、WPS 文档或 ZIP 压缩包。',
      'By its content this file is not accepted: {reasonEn}. Upload an image (JPG, PNG, WebP, GIF), a PDF, an office document or a ZIP archive.',
    ],
  },
  'file-refused': {
    status: 422,
    title: ['文件内容未通过检查', 'File content refused'],
    detail: [
      '文件没有保存：{reason}。请更换文件后重新上传。',
      'The file was not kept: {reasonEn}. Upload another file.',
    ],
  },
  'file-unavailable': {
    status: 422,
    title: ['附件不可用', 'File not available'],
    detail: [
      '第 {position} 个附件不存在、已被清理或不是您上传的，请重新上传。',
      'File no. {position} does not exist, was removed, or is not your upload; upload it again.',
    ],
  },
  'file-in-use': {
    status: 409,
    title: ['附件已用于其他记录', 'File belongs to another record'],
    detail: [
      '“{name}”已附在另一条记录上，请为本记录另行上传。',
      '“{name}” belongs to another record; upload it again for this one.',
    ],
  },
  'range-not-satisfiable': {
    status: 416,
    title: ['请求的区间无效', 'Range not satisfiable'],
    detail: ['文件共 {size} 字节，请求的区间超出范围。', 'The file has {size} bytes; the range lies outside.'],
  },
} as const satisfies Record<string, ProblemDefinition>;
