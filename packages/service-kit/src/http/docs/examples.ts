// Attaches to each operation a request and an answer of the demonstration year, as `pnpm examples` recorded them.
import { apiExamples } from '@jiangong/contracts/examples';

interface Content {
  content?: Record<string, { example?: unknown }>;
}
interface Operation {
  requestBody?: Content;
  responses?: Record<string, Content>;
}
export type Paths = Record<string, Record<string, Operation>>;

export function addExamples(paths: Paths): void {
  const all = apiExamples();
  for (const [path, operations] of Object.entries(paths))
    for (const [method, { requestBody, responses }] of Object.entries(operations)) {
      const example = all[`${method.toUpperCase()} ${path}`];
      const put = (content: Content['content'], type: string | undefined, value: unknown) => {
        if (type && content?.[type]) content[type].example = value;
      };
      put(requestBody?.content, example?.request?.type, example?.request?.body);
      put(responses?.[example?.answer?.status ?? '']?.content, example?.answer?.type, example?.answer?.body);
    }
}
