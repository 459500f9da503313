// Studios found by what is written of them, in Chinese or Latin: every pair of neighbouring characters leads to the texts that
// have it, and what is found truly holds every word of the query. It can be thrown away and made anew from the rows.
export interface Searchable {
  studio: string;
  name: string;
  code: string;
  leader: string;
  employer: string;
  district: string;
  trade: string;
  chain?: string | undefined;
  offers: readonly string[];
  seeks: readonly string[];
  level: string;
  status: string;
  version: number;
}
export interface Found {
  studio: string;
  /** Where the words were found: a name says more than a district. */
  rank: number;
}
type Facets = Pick<Searchable, 'level' | 'trade' | 'employer' | 'district' | 'status'>;
interface Text extends Facets {
  studio: string;
  version: number;
  /** From what says most to what says least. */
  fields: readonly string[];
}
export type SearchIndex = ReturnType<typeof searchIndex>;

const plain = (text: string) => text.normalize('NFKC').toLowerCase();
/** The words of a question; a longer one is cut. */
export const wordsOf = (question: string) => plain(question).split(/\s+/).filter(Boolean).slice(0, 16);

function pairsOf(text: string): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    found.add(text[at]!);
    if (at + 1 < text.length) found.add(text.slice(at, at + 2));
  }
  return found;
}

export function searchIndex() {
  /** Numbers of texts by each character and pair, in rising order; a text that changed gets a new number. */
  let lists = new Map<string, number[]>();
  let texts: (Text | undefined)[] = [];
  const numbers = new Map<string, number>();

  function add(text: Text) {
    const number = texts.length;
    texts.push(text);
    numbers.set(text.studio, number);
    for (const pair of pairsOf(text.fields.join('\n'))) {
      const list = lists.get(pair);
      if (list) list.push(number);
      else lists.set(pair, [number]);
    }
  }
  function rebuild() {
    const kept = texts.filter((text) => text !== undefined);
    [lists, texts] = [new Map(), []];
    for (const text of kept) add(text);
  }

  return {
    versionOf: (studio: string) => texts[numbers.get(studio) ?? -1]?.version ?? 0,
    size: () => numbers.size,
    put(row: Searchable) {
      const { studio, version, name, code, leader, employer, district, trade, chain = '', level, status } = row;
      const known = numbers.get(studio);
      if (known !== undefined) texts[known] = undefined;
      const fields = [name, code, row.offers.join(' '), row.seeks.join(' '), trade, chain, employer, district, leader];
      add({ studio, version, level, status, trade, employer, district, fields: fields.map(plain) });
      if (texts.length > 1000 && texts.length > 2 * numbers.size) rebuild();
    },
    /** Best first, then by id. @param after where to go on: behind this one, whether it still is found or not */
    find(words: readonly string[], facets: { [K in keyof Facets]?: string | undefined }, after?: Found): Found[] {
      const sought = words.flatMap((word) =>
        [...pairsOf(word)].filter((pair) => word.length === 1 || pair.length === 2),
      );
      const found: Found[] = [];
      const lists_ = sought.map((pair) => lists.get(pair) ?? []);
      const shortest = lists_.reduce<number[] | undefined>((a, b) => (a && a.length <= b.length ? a : b), undefined);
      for (const number of shortest ?? []) {
        const text = texts[number];
        if (!text || !fits(text, facets)) continue;
        const rank = rankOf(text.fields, words);
        const each = { studio: text.studio, rank };
        if (rank > 0 && (!after || inOrder(after, each) < 0)) found.push(each);
      }
      return found.sort(inOrder);
    },
  };
}

const inOrder = (a: Found, b: Found) => b.rank - a.rank || (a.studio < b.studio ? -1 : a.studio > b.studio ? 1 : 0);

function fits(text: Text, facets: { [K in keyof Facets]?: string | undefined }): boolean {
  for (const name in facets) {
    const sought = facets[name as keyof Facets];
    if (sought !== undefined && text[name as keyof Facets] !== sought) return false;
  }
  return true;
}

/** Zero unless every word stands in some field. */
function rankOf(fields: readonly string[], words: readonly string[]): number {
  let rank = 0;
  for (const word of words) {
    const at = fields.findIndex((field) => field.includes(word));
    if (at < 0) return 0;
    rank += fields.length - at;
  }
  return rank;
}
