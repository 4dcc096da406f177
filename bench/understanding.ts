import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { projectRoot } from '../src/paths.ts';

/** What understanding a message costs on one core, with the shop pack's vocabulary and the shipped models. */
export interface UnderstandingFigures {
  /** Products in the vocabulary. */
  products: number;
  messages: number;
  /** Characters a message. */
  meanLength: number;
  p50Ms: number;
  p99Ms: number;
  perSecond: number;
  /** From import to the first message of each language understood: dictionary, models, vocabulary and pack intents. */
  loadMs: number;
  /** Resident memory over the process before understanding was imported. */
  memoryMb: number;
}

/** Measures in a process of its own, so that memory is over a bare one, and prints a table with the limits. */
export async function benchUnderstanding(): Promise<UnderstandingFigures> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', 'bench/understanding-probe.ts'],
    { cwd: projectRoot },
  );
  const figures = JSON.parse(stdout) as UnderstandingFigures;
  const { products, messages, meanLength, p50Ms, p99Ms, perSecond, loadMs, memoryMb } = figures;
  console.log(`understanding: ${messages} messages of ${meanLength} characters on average, ${products} products`);
  console.log(`  a message, p50     ${p50Ms.toFixed(3)} ms   (limit 0.7)`);
  console.log(`  a message, p99     ${p99Ms.toFixed(3)} ms   (limit 3)`);
  console.log(`  throughput         ${Math.round(perSecond)} messages/s on one core`);
  console.log(`  memory             ${memoryMb.toFixed(0)} MB over the bare process   (limit 100)`);
  console.log(`  ready after        ${loadMs.toFixed(0)} ms`);
  return figures;
}
