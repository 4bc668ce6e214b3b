/** One line that tells a person what a long step is at; silent where nobody looks. */

export interface Progress {
  say(words: string): void;
  /** Clears the line. */
  done(): void;
}

const everyMillis = 100;

export function progressOn(stream: NodeJS.WriteStream, isShown: boolean): Progress {
  let last = 0;
  let shown = false;
  const clear = () => {
    if (shown) stream.write("\r\u001b[K");
    shown = false;
  };
  return {
    say(words) {
      const now = performance.now();
      if (!isShown || now - last < everyMillis) return;
      last = now;
      clear();
      stream.write(words.slice(0, (stream.columns ?? 80) - 1));
      shown = true;
    },
    done: clear,
  };
}

export const silent: Progress = { say: () => {}, done: () => {} };
