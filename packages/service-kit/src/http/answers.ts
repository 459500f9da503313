// What the API's description says of answers, besides each route's own: the forms a table comes in, a stream of events, what has
// not changed, and that whatever is refused is a problem.
import { problem } from '@jiangong/contracts';
import { z } from 'zod';
import type { Route } from '../define/route.ts';
import { bulkAnswer } from './bulk.ts';
import { importAnswer } from './import/answer.ts';
import { CSV, XLSX } from './table.ts';

export const JSON_TYPE = 'application/json';
export const PROBLEM_TYPE = 'application/problem+json';

const remark = z.object({ zh: z.string(), en: z.string() });
const commandAnswer = z.object({ id: z.string(), version: z.int(), remarks: z.array(remark).optional() });
export const refusal = { description: '未予办理 · refused', content: { [PROBLEM_TYPE]: { schema: problem } } };
const unchanged = z.null().describe('与 If-None-Match 相同 · not modified');
const file = { schema: z.string() };
/** A document of its own: its file says what is in it. */
const anyJson = { schema: z.unknown() };

export function answersOf(route: Route): Record<string, object> {
  switch (route.kind) {
    case 'command': {
      const schema = commandAnswer.extend(route.shown?.partial().shape ?? {});
      const done = (description: string) => ({ description, content: { [JSON_TYPE]: { schema } } });
      if (route.follows) {
        const [zh, en] = route.follows.done;
        return { 202: done(`已办理；后续随即完成，见 location：${zh} · done, and followed up; see location: ${en}`) };
      }
      return {
        200: done('已办理 · done'),
        201: done('已新建 · made'),
        202: done('已办理，视图稍后可见 · done, and not yet in the views'),
      };
    }
    case 'query':
      return {
        200: {
          description: '答复 · the answer',
          content: { [JSON_TYPE]: { schema: route.answer }, ...(route.table ? { [CSV]: file, [XLSX]: file } : {}) },
        },
        ...(route.stream ? {} : { 304: unchanged }),
      };
    case 'import':
      return {
        200: {
          description: '已导入，或预览 · imported, or previewed',
          content: { [JSON_TYPE]: { schema: importAnswer }, [XLSX]: file },
        },
      };
    case 'bulk':
      return {
        200: {
          description: '已逐项办理，未办理的列在 faults · each carried out, or listed among the faults',
          content: { [JSON_TYPE]: { schema: bulkAnswer } },
        },
      };
    case 'download':
      return {
        200: {
          description: '文件，边写边发 · a file, sent as it is written',
          content: Object.fromEntries(route.produces.map((type) => [type, type === JSON_TYPE ? anyJson : file])),
        },
        ...(route.roles === 'public' ? { 304: unchanged } : {}),
      };
    case 'events':
      return { 200: { description: '事件流 · events as they happen', content: { 'text/event-stream': file } } };
    default:
      return route satisfies never;
  }
}
