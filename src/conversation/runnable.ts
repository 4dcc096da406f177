import { type RunnableConfig, RunnableLambda } from '@langchain/core/runnables';

type StageFunction<I, O> = (input: I) => O | Promise<O>;

/**
 * A step of the turn as a runnable. LangChain's lambda makes a tracing tree at every call, whether anybody traces or not, and
 * the turn has some twenty steps: only a run with callbacks pays for it here.
 */
class Stage<I, O> extends RunnableLambda<I, O> {
  readonly #run: StageFunction<I, O>;

  constructor(run: StageFunction<I, O>) {
    super({ func: run });
    this.#run = run;
  }

  override async invoke(input: I, options?: Partial<RunnableConfig>): Promise<O> {
    return options?.callbacks ? super.invoke(input, options) : this.#run(input);
  }
}

export function stage<I, O>(run: StageFunction<I, O>): RunnableLambda<I, O> {
  return new Stage(run);
}
