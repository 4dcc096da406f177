/** Answers in the places of their inputs; an Error stands for an input that failed alone. */
export type RunTogether<I, O> = (inputs: I[]) => Promise<(O | Error)[]>;

interface Waiting<I, O> {
  input: I;
  resolve(output: O): void;
  reject(error: unknown): void;
}

/** So few that what waits for one run does not then hold the event loop all at once. */
const MOST_TOGETHER = 16;

/**
 * Calls made at about the same time go to the store together: most of an operation's cost is its way there and back. Alone, a
 * call waits for the end of the event loop's round only; while a run is under way, those that follow gather for the next.
 */
export function gather<I, O>(run: RunTogether<I, O>, most = MOST_TOGETHER): (input: I) => Promise<O> {
  let waiting: Waiting<I, O>[] = [];
  let underWay = 0;
  let scheduled = false;

  function flush(): void {
    scheduled = false;
    if (waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    underWay += 1;
    void settle(batch).finally(() => {
      underWay -= 1;
      schedule();
    });
  }

  function schedule(): void {
    if (scheduled || underWay > 0 || waiting.length === 0) return;
    scheduled = true;
    setImmediate(flush);
  }

  async function settle(batch: Waiting<I, O>[]): Promise<void> {
    try {
      const outputs = await run(batch.map(({ input }) => input));
      for (const [at, { resolve, reject }] of batch.entries()) {
        const output = outputs[at]!;
        if (output instanceof Error) reject(output);
        else resolve(output);
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  return (input) =>
    new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      if (waiting.length === most) flush();
      else schedule();
    });
}
