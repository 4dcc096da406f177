import { createHash } from 'node:crypto';

/** The newest answers to identical requests, for as long as they are fresh. */
export interface AnswerCache<T> {
  get(request: string): T | undefined;
  set(request: string, answer: T): void;
}

/** Keeps `size` answers for `ttlMs`; requests are kept as hashes only. */
export function createAnswerCache<T>(options: { size: number; ttlMs: number; now?(): number }): AnswerCache<T> {
  const { size, ttlMs, now = Date.now } = options;
  const answers = new Map<string, { answer: T; until: number }>();
  const keyOf = (request: string) => createHash('sha256').update(request).digest('base64');
  return {
    get(request) {
      const key = keyOf(request);
      const found = answers.get(key);
      if (!found) return undefined;
      answers.delete(key);
      if (found.until <= now()) return undefined;
      answers.set(key, found);
      return found.answer;
    },
    set(request, answer) {
      answers.set(keyOf(request), { answer, until: now() + ttlMs });
      if (answers.size > size) answers.delete(answers.keys().next().value!);
    },
  };
}
