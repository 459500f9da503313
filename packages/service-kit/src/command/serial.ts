// One at a time per key: commands of a stream inside a process, records of a key inside a subscriber.

/** Runs `work` after all earlier work of the same key, whether that succeeded or failed. */
export type Serial = <T>(key: string, work: () => Promise<T>) => Promise<T>;

export function serial(): Serial {
  const tails = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = tails.get(key);
    const result = before ? before.then(work, work) : work();
    tails.set(key, result);
    const clear = () => {
      if (tails.get(key) === result) tails.delete(key);
    };
    result.then(clear, clear);
    return result;
  };
}
