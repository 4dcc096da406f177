import { parentPort, workerData } from 'node:worker_threads';
import { fitNextBasket } from './next-basket.ts';
import type { Purchases } from './purchases.ts';

const { purchases, day } = workerData as { purchases: Purchases; day: number };
const model = fitNextBasket(purchases, day);
parentPort?.postMessage(model, [
  model.ease.weights.buffer as ArrayBuffer,
  model.together.weights.buffer as ArrayBuffer,
]);
