// TypeScript types of every operation, written from the installation's own description (OpenAPI 3.1).

type Schema = Record<string, unknown> & { type?: string | string[] };
interface Parameter {
  in: string;
  name: string;
  required?: boolean;
  schema: Schema;
}
interface Operation {
  summary?: string;
  /** Says which roles may, after a dot. */
  description?: string;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}
export interface Description {
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}

/** `#/components/schemas/checkView` is the type `CheckView`. */
const typeName = (ref: string) => {
  const name = ref
    .split('/')
    .at(-1)!
    .replace(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase());
  return name[0]!.toUpperCase() + name.slice(1);
};

const nameOf = (key: string) => (/^[A-Za-z_]\w*$/.test(key) ? key : JSON.stringify(key));
const union = (types: string[]) => [...new Set(types)].join(' | ') || 'unknown';

function typeOf(schema: Schema | undefined): string {
  if (!schema) return 'unknown';
  const { type, properties, items, prefixItems, additionalProperties } = schema;
  if (typeof schema.$ref === 'string') return typeName(schema.$ref);
  if ('const' in schema) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return `(${union(schema.enum.map((each) => JSON.stringify(each)))})`;
  const some = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (some) return `(${union(some.map(typeOf))})`;
  if (Array.isArray(schema.allOf)) return `(${(schema.allOf as Schema[]).map(typeOf).join(' & ')})`;
  if (Array.isArray(type)) return `(${union(type.map((each) => typeOf({ ...schema, type: each })))})`;
  if (type === 'array')
    return Array.isArray(prefixItems) ? `[${(prefixItems as Schema[]).map(typeOf).join(', ')}]` : arrayOf(items);
  if (type === 'object' || properties) {
    const fields = properties as Record<string, Schema> | undefined;
    if (fields && Object.keys(fields).length > 0) return objectOf(fields, schema.required as string[] | undefined);
    return typeof additionalProperties === 'object'
      ? `{ [key: string]: ${typeOf(additionalProperties as Schema)} }`
      : 'Record<string, unknown>';
  }
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'string' || type === 'boolean' || type === 'null') return type;
  return 'unknown';
}
const arrayOf = (items: unknown) => `${typeOf(items as Schema)}[]`;
function objectOf(fields: Record<string, Schema>, required: readonly string[] = []): string {
  const line = ([key, schema]: [string, Schema]) =>
    `${nameOf(key)}${required.includes(key) ? '' : '?'}: ${typeOf(schema)}${required.includes(key) ? '' : ' | undefined'}`;
  return `{ ${Object.entries(fields).map(line).join('; ')} }`;
}

const json = (content: Record<string, { schema: Schema }> | undefined) => content?.['application/json']?.schema;

function operationOf({ parameters = [], requestBody, responses }: Operation): string {
  const of = (place: string) => parameters.filter((each) => each.in === place);
  const named = (list: Parameter[]) =>
    objectOf(
      Object.fromEntries(list.map(({ name, schema }) => [name, schema])),
      list.filter(({ required }) => required).map(({ name }) => name),
    );
  const body = json(requestBody?.content);
  const answer = json((responses['200'] ?? responses['201'] ?? responses['202'])?.content);
  const fields = [
    ...(of('path').length > 0 ? [`params: ${named(of('path'))}`] : []),
    ...(of('query').length > 0 ? [`query: ${named(of('query'))}`] : []),
    ...(body ? [`body: ${typeOf(body)}`] : []),
    `answer: ${answer ? typeOf(answer) : 'unknown'}`,
  ];
  return `{ ${fields.join('; ')} }`;
}

/** The text of `packages/client/src/api.ts`. */
export function typesOf({ paths, components }: Description): string {
  const lines = Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ key: `${method.toUpperCase()} ${path}`, operation })),
    )
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(
      ({ key, operation }) =>
        `  /** ${[operation.summary, operation.description?.split(' · ')[1]?.split('\n')[0]].filter(Boolean).join(' · ')} */\n  '${key}': ${operationOf(operation)};`,
    );
  const named = Object.entries(components?.schemas ?? {})
    .map(([name, schema]) => `export type ${typeName(name)} = ${typeOf(schema)};`)
    .sort();
  return `// Generated from the installation's description by \`pnpm client:types\`; a test fails when it is out of date.

/** What every command answers. */
export interface Done {
  id: string;
  version: number;
}
/** Every operation: parameters, body and answer. */
export interface Api {
${lines.join('\n')}
}

${named.join('\n')}
`;
}
