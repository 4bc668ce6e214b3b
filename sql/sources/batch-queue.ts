/** Rows on their way from a driver that pushes them to a consumer that asks for them, in batches. */

/** Rows in a batch, and batches that may wait for the consumer before the producer is asked to wait. */
const [batchRows, waitingBatches] = [4096, 2];

export class BatchQueue<Row> {
  #ready: Row[][] = [];
  #batch: Row[] = [];
  #added = 0;
  #hasEnded = false;
  #failure: Error | undefined;
  #wake: () => void = () => {};

  /** The producer should wait until a batch has been taken. */
  get isFull(): boolean {
    return this.#ready.length >= waitingBatches;
  }

  /** The producer has come to its end, well or not; batches may still wait. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  add(row: Row): void {
    this.#added += 1;
    this.#batch.push(row);
    if (this.#batch.length < batchRows) return;
    this.#ready.push(this.#batch);
    this.#batch = [];
    this.#wake();
  }

  end(): void {
    this.#hasEnded = true;
    if (this.#batch.length > 0) this.#ready.push(this.#batch);
    this.#batch = [];
    this.#wake();
  }

  /** The first failure counts; the consumer gets it at once, before any batch that still waits. */
  fail(failure: Error): void {
    this.#failure ??= failure;
    this.#wake();
  }

  /**
   * The next batch; undefined after the last. Whenever no row has come for `idleMs` while waiting, `onIdle` is called.
   * @throws what the producer failed with.
   */
  async take(idleMs: number, onIdle: () => void): Promise<readonly Row[] | undefined> {
    for (;;) {
      if (this.#failure !== undefined) throw this.#failure;
      const batch = this.#ready.shift();
      if (batch !== undefined || this.#hasEnded) return batch;
      const addedBefore = this.#added;
      const isAwake = await this.#awake(idleMs);
      if (!isAwake && this.#added === addedBefore) onIdle();
    }
  }

  /** True once something has happened, false when the time has run out. */
  #awake(idleMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), idleMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }
}
