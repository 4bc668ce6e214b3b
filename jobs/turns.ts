/** Lets so many go on at a time, in the order in which they asked. */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  /** What it returns is called when another may go on; a second call says nothing new. */
  async next(): Promise<() => void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.add(1);
    };
  }

  /** Lets so many more go on. */
  add(more: number): void {
    for (let i = 0; i < more; i += 1) {
      const following = this.#waiting.shift();
      if (following === undefined) this.#free += 1;
      else following();
    }
  }
}
