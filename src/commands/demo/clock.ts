import { AsyncLocalStorage } from 'node:async_hooks';

/** The time that the bot goes by: within a story the story's, so that many are told at once; elsewhere the real one. */
export interface StoryClock {
  now(): Date;
  /** Does something at a time of a story, with all that follows from it. */
  at<T>(time: Date, task: () => Promise<T>): Promise<T>;
}

export function createStoryClock(): StoryClock {
  const told = new AsyncLocalStorage<Date>();
  return {
    now: () => told.getStore() ?? new Date(),
    at: (time, task) => told.run(time, task),
  };
}
