// Text in pages that this system writes.
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * A text as it stands in HTML, as an element's content or an attribute's value in quotes.
 * @example
 * ```ts
 * escaped('<b title="甲">'); // → '&lt;b title=&quot;甲&quot;&gt;'
 * ```
 */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char]!);
