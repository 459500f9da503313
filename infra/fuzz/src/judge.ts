// What every answer must be, for any request: as the OpenAPI document says, a problem in both languages where it refuses, and
// never a fault of ours.
import { problems } from '@jiangong/contracts';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Request } from './draw.ts';

export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  text: string;
}
type Responses = Record<string, { content?: Record<string, { schema?: object }> }>;
export interface Described {
  components?: object;
  paths: Record<string, Record<string, { responses: Responses }>>;
}

const INNER = /node_modules|\bat \S+ \(|\/packages\/|\/services\/|file:\/\//;

export function judgeOf(described: Described) {
  const ajv = new Ajv2020({ strict: false, validateFormats: true, allErrors: false });
  formats.default(ajv);
  const routes = Object.entries(described.paths).map(([path, methods]) => ({
    path,
    form: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
    methods,
  }));
  const compiled = new Map<object, ValidateFunction>();

  /** `GET /api/units/{id}`, or nothing if no route is meant. */
  function routeOf({ method, url }: Request) {
    const path = url.split('?')[0]!;
    const found = routes
      .filter(({ form, methods }) => form.test(path) && methods[method.toLowerCase()])
      // What is written out goes before what is a parameter.
      .sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0];
    return found && { name: `${method} ${found.path}`, responses: found.methods[method.toLowerCase()]!.responses };
  }

  /** What is wrong with an answer. */
  function faultsOf(request: Request, { status, headers, text }: Answer): string[] {
    const faults: string[] = [];
    const type = String(headers['content-type'] ?? '');
    if (status >= 500) faults.push(`answered ${status}`);
    if (type.includes('json') && INNER.test(text)) faults.push('tells of its inside');
    const body = type.includes('json') && text ? (JSON.parse(text) as Record<string, unknown>) : undefined;
    if (status >= 400) {
      if (!type.startsWith('application/problem+json')) faults.push(`a refusal as ${type || 'nothing'}`);
      const code = String(body?.type).replace('/problems/', '');
      if (!Object.hasOwn(problems, code)) faults.push(`a problem that is not registered: ${body?.type}`);
      for (const word of ['title', 'titleEn', 'detail', 'detailEn'])
        if (!body?.[word]) faults.push(`a problem without ${word}`);
      if (body?.status !== status) faults.push(`a problem that says ${body?.status}`);
    }
    const route = routeOf(request);
    if (!route || status === 304) return faults;
    const response = route.responses[status] ?? route.responses.default;
    const declared = response?.content?.['application/json']?.schema;
    if (!response) faults.push(`a status that is not declared: ${status}`);
    else if (declared && body !== undefined) {
      const validate = compiled.get(declared) ?? ajv.compile({ ...declared, components: described.components ?? {} });
      compiled.set(declared, validate);
      if (!validate(body)) faults.push(`not as declared: ${ajv.errorsText(validate.errors)}`);
    }
    return faults;
  }
  return {
    routeOf,
    faultsOf,
    routes: routes.flatMap(({ path, methods }) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    ),
  };
}
