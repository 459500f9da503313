// The small shapes that commands, events and views share.
import { z } from 'zod';

/** A UUID: drawn as version 7 at the border, or derived as version 8 from a natural key ({@link derivedId}). */
export const id = z.uuid();
/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export const businessDate = z.iso.date();
/** An instant with its offset, RFC 3339. */
export const instant = z.iso.datetime({ offset: true });
/** A short human text: a name, a title, a topic. */
export const label = z.string().min(1).max(200);
/** A longer human text: a reason, a statement. */
export const prose = z.string().min(1).max(4000);
/** An empty one is missing, which is said already. */
const filled = (text: string) => text === '' || text.trim() !== '';
const blank = '不能只是空格 / must not be blank';
/** A label as people enter it: not only spaces, which events of before may hold. */
export const filledLabel = label.refine(filled, blank);
/** A longer text as people enter it, likewise. */
export const filledProse = prose.refine(filled, blank);
/** The name by which people call a unit, a team or a studio in lists, as it is entered. */
export const filledShortName = z.string().min(1).max(20).refine(filled, blank);
/** A code of the union's own: unit code, document number, criterion id. */
export const code = z.string().min(1).max(64);
/** A calendar year. */
export const year = z.int().min(1949).max(2200);
/** Any JSON object that another schema reads later (a scheme, a trace). */
/** Any JSON; one schema, so that documents can name it. */
export const json = z.json();
/** Any JSON object that another schema reads later: a scheme, a trace. */
export const jsonObject = z.record(z.string(), json);

/** A business date as rules and readers handle it: `YYYY-MM-DD`. */
export type BusinessDate = z.infer<typeof businessDate>;
/** An instant as rules and readers handle it: RFC 3339 with its offset. */
export type Instant = z.infer<typeof instant>;
