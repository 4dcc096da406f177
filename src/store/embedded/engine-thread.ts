import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../errors.ts';
import type { Engine } from './engine.ts';
import type { Outcome } from './engine-worker.ts';

export interface EngineThreadOptions {
  folder: string;
  logger?: { warn(details: object, message: string): void };
}

/** Node 20 does not take `--import tsx` over into threads: run from source, the thread registers it first. */
function startWorker(folder: string): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./engine-worker.js', import.meta.url), { workerData: { folder } });
  }
  const tsx = import.meta.resolve('tsx/esm/api');
  const entry = new URL('./engine-worker.ts', import.meta.url).href;
  const bootstrap = `import(${JSON.stringify(tsx)}).then(({ register }) => (register(), import(${JSON.stringify(entry)})));`;
  return new Worker(bootstrap, { eval: true, workerData: { folder }, execArgv: [] });
}

/**
 * Starts the engine in a thread of its own, so that its work and its waits for the disk do not hold up the turns.
 * Throws like `startEngine`.
 */
export async function startEngineThread({ folder, logger }: EngineThreadOptions): Promise<Omit<Engine, 'sweep'>> {
  const worker = startWorker(folder);
  const next = async () => (await once(worker, 'message'))[0] as Outcome;
  const started = await next();
  if (started.kind === 'failed') throw new AppError(started.code, started.message);
  worker.on('error', (error) => logger?.warn({ err: error }, 'The embedded store has stopped'));
  worker.unref();
  return {
    uri: started.uri,
    async close() {
      worker.ref();
      worker.postMessage('close');
      await once(worker, 'exit');
    },
  };
}
