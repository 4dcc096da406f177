import { Worker } from 'node:worker_threads';
import type { NextBasket } from './next-basket.ts';
import type { Purchases } from './purchases.ts';

/** Fits in a thread of its own, so that no turn waits for it. Rejects with what went wrong there, or when `signal` ends it. */
export function fitInThread(purchases: Purchases, day: number, signal?: AbortSignal): Promise<NextBasket> {
  const inSource = import.meta.url.endsWith('.ts');
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(inSource ? './fit-worker.ts' : './fit-worker.js', import.meta.url), {
      workerData: { purchases, day },
      execArgv: inSource ? ['--import', 'tsx'] : [],
    });
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
