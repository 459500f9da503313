// How far the year is: a bar on a screen; where nobody looks, one line a chapter.
import { SingleBar } from 'cli-progress';

export interface Progress {
  begin(total: number): void;
  chapter(title: readonly [zh: string, en: string]): void;
  step(count?: number): void;
  end(): void;
}

export function progressOn(stream: NodeJS.WriteStream = process.stderr): Progress {
  return stream.isTTY ? barOn(stream) : linesOn(stream);
}

function barOn(stream: NodeJS.WriteStream): Progress {
  const format = '{bar} {percentage}%  {chapter}';
  const bar = new SingleBar({
    format,
    stream,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 28,
    hideCursor: true,
  });
  return {
    begin: (total) => bar.start(total, 0, { chapter: '' }),
    chapter: ([zh, en]) => bar.update({ chapter: `${zh} · ${en}` }),
    step: (count = 1) => bar.increment(count),
    end: () => bar.stop(),
  };
}

function linesOn(stream: NodeJS.WriteStream): Progress {
  return {
    begin: () => {},
    chapter: ([zh, en]) => stream.write(`${zh} · ${en}\n`),
    step: () => {},
    end: () => {},
  };
}
