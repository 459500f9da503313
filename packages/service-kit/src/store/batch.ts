// Group commit for stores that are reached over a network: requests that arrive while one write is under way travel together
// in the next.

/**
 * @param flush does all the items at once; gives, for each, a function that returns its result or throws its error
 * @returns the function that requests one item
 */
export function batched<T, R>(flush: (items: T[]) => Promise<(() => R)[]>, limit = 1000): (item: T) => Promise<R> {
  let waiting: { item: T; resolve: (result: R | Promise<R>) => void; reject: (error: unknown) => void }[] = [];
  let busy = false;

  async function run() {
    while (waiting.length > 0) {
      const group = waiting.slice(0, limit);
      waiting = waiting.slice(limit);
      try {
        const results = await flush(group.map(({ item }) => item));
        for (const [index, { resolve }] of group.entries()) resolve(new Promise((done) => done(results[index]!())));
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    busy = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (busy) return;
      busy = true;
      // After the turn, so that requests of one turn are written together.
      setImmediate(run);
    });
}
