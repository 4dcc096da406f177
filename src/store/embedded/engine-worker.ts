import { parentPort, workerData } from 'node:worker_threads';
import { type ErrorCode, isAppError, messageOf } from '../../errors.ts';
import { startEngine } from './engine.ts';

/** What the thread tells its owner once. */
export type Outcome = { kind: 'started'; uri: string } | { kind: 'failed'; code: ErrorCode; message: string };

const tell = (outcome: Outcome) => parentPort!.postMessage(outcome);

try {
  const engine = await startEngine({ folder: workerData.folder });
  parentPort!.once('message', () => {
    void engine.close().finally(() => parentPort!.close());
  });
  tell({ kind: 'started', uri: engine.uri });
} catch (error) {
  tell({ kind: 'failed', code: isAppError(error) ? error.code : 'STORE_UNAVAILABLE', message: messageOf(error) });
}
