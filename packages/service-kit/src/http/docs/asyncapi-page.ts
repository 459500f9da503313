// The page of the events' description (`/asyncapi`), written here: AsyncAPI's own components compile schemas by `new Function`, which
import { escaped } from '../escaped.ts';

// this system's pages may not.

interface Schema {
  type?: string | string[];
  format?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
}
interface Message {
  payload: Schema & { allOf?: Schema[] };
  examples: { payload: unknown }[];
  externalDocs?: { url: string };
}
/** What the page shows of an AsyncAPI document. */
export interface EventsDocument {
  info: { title: string; version: string; description: string };
  channels: Record<string, { address: string; messages: Record<string, unknown> }>;
  components: { messages: Record<string, Message> };
}

export const asyncApiStyle = `
body { font: 1rem/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff; }
h1, h2 { line-height: 1.3; } h2 { margin-top: 2.5rem; border-bottom: 1px solid #ccc; }
a { color: #7f0d16; } code, pre { font-family: ui-monospace, monospace; } pre { overflow-x: auto; background: #f6f1f1; padding: .75rem; }
summary { cursor: pointer; padding: .25rem 0; } [lang=en] { color: #555; }
table { border-collapse: collapse; } th, td { text-align: left; vertical-align: top; padding: .2rem 1rem .2rem 0; border-bottom: 1px solid #eee; }
`;

function typeOf({ type, format, const: only, enum: values, anyOf, oneOf, items }: Schema): string {
  if (only !== undefined) return JSON.stringify(only);
  if (values) return values.map((value) => JSON.stringify(value)).join(' | ');
  const several = anyOf ?? oneOf;
  if (several) return [...new Set(several.map(typeOf))].join(' | ');
  if (items) return `${typeOf(items)}[]`;
  return format ?? [type ?? 'any'].flat().join(' | ');
}
/** A table of an object's fields; what lies in fields is in the schema. */
function fieldsOf({ properties = {}, required = [] }: Schema): string {
  const rows = Object.entries(properties).map(([name, field]) => {
    const isOptional = required.includes(name) ? '' : '可缺 <span lang="en">optional</span>';
    const cells = [`<code>${escaped(name)}</code>`, `<code>${escaped(typeOf(field))}</code>`, isOptional];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  const heads = ['字段 <span lang="en">field</span>', '类型 <span lang="en">type</span>', ''];
  return `<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
function messageOf(name: string, { payload, examples, externalDocs }: Message): string {
  // Of an event the data; a state is its value itself.
  const data = payload.allOf?.find(({ properties }) => properties?.data)?.properties?.data ?? payload;
  const schema = externalDocs ? `<p><a href="${escaped(externalDocs.url)}">JSON Schema</a></p>` : '';
  const sample = escaped(JSON.stringify(examples[0]?.payload ?? null, null, 2));
  return `<details id="${escaped(name)}"><summary><code>${escaped(name)}</code></summary>${schema}${fieldsOf(data)}<pre><code>${sample}</code></pre></details>`;
}

/** One HTML page: each topic with its messages; a message that several topics carry is shown once and linked from the others. */
export function asyncApiPage({ info, channels, components }: EventsDocument): string {
  const shown = new Set<string>();
  const topics = Object.values(channels).map(({ address, messages }) => {
    const parts = Object.keys(messages).map((name) => {
      if (shown.has(name)) return `<p><a href="#${escaped(name)}"><code>${escaped(name)}</code></a></p>`;
      shown.add(name);
      return messageOf(name, components.messages[name]!);
    });
    return `<section><h2 id="${escaped(address)}"><code>${escaped(address)}</code></h2>\n${parts.join('\n')}\n</section>`;
  });
  const links = Object.values(channels).map(
    ({ address }) => `<li><a href="#${escaped(address)}"><code>${escaped(address)}</code></a></li>`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>建功 · 事件</title>
<link rel="stylesheet" href="/asyncapi.css">
</head>
<body>
<main>
<h1>建功 · 事件 <span lang="en">${escaped(info.title)} ${escaped(info.version)}</span></h1>
<p>各主题及其事件，每条附字段与样例；机器可读的说明见 <a href="/asyncapi.json">asyncapi.json</a>。</p>
<p lang="en">${escaped(info.description)}</p>
<ul>${links.join('')}</ul>
${topics.join('\n')}
</main>
</body>
</html>
`;
}
