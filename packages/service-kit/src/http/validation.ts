// What arrives is held to the schema of its route: a field or a parameter that the API does not know is refused by name, since
// whoever sends it expects it to count, and so is a text of spaces where a word is meant.
import { refuse } from '@jiangong/contracts';
import type { FastifyInstance, FastifySchemaCompiler, RouteOptions } from 'fastify';
import { z } from 'zod';
import { blanksIn } from './blank.ts';
import { hasHidden } from './hidden-text.ts';
import { malformed, Refused } from './problem.ts';

export const validatorCompiler: FastifySchemaCompiler<unknown> = ({ schema: given, httpPart }) => {
  const schema = given as z.ZodType;
  // Compiled by the first request: of hundreds of routes a process may see a few.
  let compiled: z.ZodType | undefined;
  return (data: unknown) => {
    // A file, where the route takes one: it is read by its columns.
    if (Buffer.isBuffer(data)) return { value: data };
    compiled ??= z.compile(schema);
    const read = compiled.safeParse(data);
    const issues = read.success ? (httpPart === 'body' ? blanksIn(schema, read.data) : []) : read.error.issues;
    return read.success && issues.length === 0
      ? { value: read.data }
      : { error: new Refused(malformed(httpPart ?? 'body', schema, data, issues)) };
  };
};

/** Of every route that is described, the query takes what is declared and nothing else; one without parameters takes none. */
export function refuseUnknownParameters(app: FastifyInstance) {
  app.addHook('onRoute', ({ schema }: RouteOptions) => {
    if (schema && !schema.hide) schema.querystring = ((schema.querystring ?? z.object({})) as z.ZodObject).strict();
  });
}

const hiddenIn = (part: 'params' | 'querystring', zh: string, en: string) =>
  refuse('malformed-request', {
    errors: [
      {
        at: `/${part}`,
        zh: `${zh}中有空字符或改变文字方向的控制符，请删去后重新输入`,
        en: `${en} has a null character or a mark that changes a text’s direction; delete it and type it again`,
      },
    ],
  });
const hiddenInAddress = hiddenIn('params', '地址', 'the address');
const hiddenInQuery = hiddenIn('querystring', '查询参数', 'the query');

/** What a body may not hold stands in no address either; whoever may not act learns that first. */
export function refuseHiddenAddresses(app: FastifyInstance) {
  app.addHook('preHandler', (request, _, done) => {
    if (hasHidden(request.params)) return done(new Refused(hiddenInAddress));
    done(hasHidden(request.query) ? new Refused(hiddenInQuery) : undefined);
  });
}
