import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { NextBasket } from './next-basket.ts';
import type { Purchases } from './purchases.ts';

/** Fits in a thread of its own, so that no turn waits for it. Rejects with what went wrong there, or when `signal` ends it. */
export function fitInThread(purchases: Purchases, day: number, signal?: AbortSignal): Promise<NextBasket> {
  return new Promise((resolve, reject) => {
    const worker = startWorker({ purchases, day });
    const stop = () => void worker.terminate();
    signal?.addEventListener('abort', stop, { once: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', stop);
      reject(new Error(`The fitting ended with code ${code}`));
    });
  });
}

/** From source, tsx is registered within the thread: Node 20 takes no loader for a thread's first file. */
function startWorker(workerData: { purchases: Purchases; day: number }): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./fit-worker.js', import.meta.url), { workerData });
  const tsx = pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/\.cjs$/, '.mjs'),
  ).href;
  const entry = new URL('./fit-worker.ts', import.meta.url).href;
  const code = `import('${tsx}').then(({ register }) => (register(), import('${entry}')))`;
  return new Worker(code, { eval: true, execArgv: [], workerData });
}
