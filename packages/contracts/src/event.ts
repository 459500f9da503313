// An event is declared once, as a value; strict when it is written, tolerant when it is read.
import { z } from 'zod';
import { instant } from './values.ts';

/** An event type as it is declared: its name, version, schema of data, sample, and how older data is lifted. */
export interface EventDefinition<T extends string = string, D extends z.ZodObject = z.ZodObject> {
  type: T;
  version: number;
  data: D;
  /** A plausible sample: the documentation's example and the first golden sample. */
  example: z.input<D>;
  /** Lifts data of the version before to this one. */
  upcast?: (older: Record<string, unknown>, version: number) => z.input<D>;
}

/**
 * Declares an event. `data` is a plain `z.object`; no `z.date()`, no transforms.
 * @param later the version, from the second on, and how data of older versions is lifted to it
 * @example
 * ```ts
 * import { z } from 'zod';
 * const renamed = event('unit-renamed', z.object({ name: z.string() }), { name: '一公司' });
 * [renamed.type, renamed.version]; // → ['unit-renamed', 1]
 * ```
 */
export function event<T extends string, D extends z.ZodObject>(
  type: T,
  data: D,
  example: z.input<D>,
  later: { version: number; upcast?: EventDefinition<T, D>['upcast'] } = { version: 1 },
): EventDefinition<T, D> {
  return { type, data, example, ...later };
}

/** An event as a rule makes it. */
export interface NewEvent<T extends string = string, D = unknown> {
  type: T;
  data: D;
}
/** The event that a definition declares, as a rule makes it. */
export type EventOf<D> = D extends EventDefinition<infer T, infer S> ? NewEvent<T, z.infer<S>> : never;

/** The envelope: CloudEvents 1.0, structured JSON; the same attributes travel as `ce_` headers. */
export const cloudEvent = z.object({
  specversion: z.literal('1.0'),
  /** `subject` + `/` + `sequence`: the same event always has the same id. */
  id: z.string(),
  /** The publishing service, as a path. */
  source: z.string(),
  type: z.string(),
  /** The stream: `noun/id`. */
  subject: z.string(),
  time: instant,
  datacontenttype: z.literal('application/json'),
  /** `urn:jiangong:<type>:<version>`: answered by `GET /schemas/<type>/<version>`. */
  dataschema: z.string(),
  /** Place in the stream, from 1, without gaps. */
  sequence: z.int(),
  /** The union whose record it is. */
  org: z.string(),
  /** Who did it, by id. */
  actor: z.string(),
  /** Of a deputy's doing: on whose behalf, by id. */
  behalf: z.string().optional(),
  correlationid: z.string(),
  causationid: z.string(),
  traceparent: z.string().optional(),
  data: z.unknown(),
});
/** A recorded event in its envelope, whatever its type. */
export type CloudEvent = z.infer<typeof cloudEvent>;
/** A recorded event of a known type. */
export type Recorded<E extends NewEvent> = E extends NewEvent ? Omit<CloudEvent, 'type' | 'data'> & E : never;
/** An event as rules fold it, with whose doing it was; what a rule has just made does not say it yet. */
export type Signed<E> = E & Partial<Pick<CloudEvent, 'actor' | 'behalf'>>;

/**
 * The same schema refusing unknown fields, however deep: what a writer is held to.
 * Walks the kinds that events use and throws on any other, so a new kind is noticed when it is first declared.
 * @example
 * ```ts
 * import { z } from 'zod';
 * strict(z.object({ name: z.string() })).safeParse({ name: '一公司', nick: '一' }).success; // → false
 * ```
 */
export function strict(schema: z.core.$ZodType): z.ZodType {
  const s = schema as z.ZodType;
  const def = s._zod.def as unknown as Record<string, never> & { type: string };
  switch (def.type) {
    case 'object': {
      const shape = Object.fromEntries(Object.entries(def.shape!).map(([k, v]) => [k, strict(v as z.ZodType)]));
      return s.clone({ ...def, shape, catchall: z.never() } as never);
    }
    case 'array':
      return s.clone({ ...def, element: strict(def.element!) } as never);
    case 'optional':
    case 'nullable':
    case 'default':
      return s.clone({ ...def, innerType: strict(def.innerType!) } as never);
    case 'union':
      return s.clone({ ...def, options: (def.options! as z.ZodType[]).map(strict) } as never);
    case 'tuple':
      return s.clone({ ...def, items: (def.items! as z.ZodType[]).map(strict) } as never);
    case 'record':
      return s.clone({ ...def, valueType: strict(def.valueType!) } as never);
    case 'string':
    case 'number':
    case 'int':
    case 'boolean':
    case 'enum':
    case 'literal':
    case 'null':
    case 'lazy':
    case 'unknown':
      return s;
    default:
      throw new Error(`events do not use zod's ${def.type}`);
  }
}
