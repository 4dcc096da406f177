import type { PlatformName } from '../test/support/platform-events.ts';
import { type BenchBot, CONNECTIONS, CONVERSATIONS, startBenchBot } from './channels-load.ts';
import { quantile } from './quantile.ts';

const RATE = 200;
/** Both bots take turns in slices, so that whatever else the machine does falls on both. */
const SLICES = 8;
const SLICE_EVENTS = 500;
const MEMORY_EVENTS = 50_000;
const READINGS = 5;
/** Until then code is compiled, and buffers and pools find their size. */
const WARM_UP_EVENTS = 20_000;

/**
 * Acknowledging events: our adapter and delivery beside the platform library's bare echo bot, each in a process of its own. Only
 * one of them works at a time. The store is not among them (see the section `store`).
 */
export async function benchChannels({
  large = false,
  names = ['slack', 'telegram', 'teams'],
}: {
  large?: boolean;
  names?: PlatformName[];
} = {}): Promise<void> {
  console.log(`  ${RATE} events/s over ${CONVERSATIONS} conversations; then flat out on ${CONNECTIONS} connections,`);
  console.log('  acknowledged only; in slices by turns, the median slice of each');
  for (const name of names) {
    const [bare, ours] = await Promise.all([startBenchBot(name, 'bare'), startBenchBot(name, 'ours')]);
    try {
      await compare(name, bare, ours);
      if (large) await grow(name, ours);
    } finally {
      await Promise.all([bare.stop(), ours.stop()]);
    }
  }
}

interface Figures {
  latencies: number[];
  perSecond: number[];
  cpuMs: number[];
}

async function compare(name: string, bare: BenchBot, ours: BenchBot): Promise<void> {
  const sides = [bare, ours].map((bot) => ({
    bot,
    figures: { latencies: [], perSecond: [], cpuMs: [] } as Figures,
    replied: 0,
  }));
  for (const { bot } of sides) {
    await bot.flatOut(SLICE_EVENTS);
    await bot.answer(true);
  }
  for (let slice = 0; slice < SLICES; slice++) {
    for (const { bot, figures } of sides) figures.latencies.push(...(await bot.rated(RATE, RATE)));
  }
  for (const side of sides) {
    side.replied = await side.bot.replied();
    await side.bot.answer(false);
  }
  for (let slice = 0; slice < SLICES; slice++) {
    for (const { bot, figures } of sides) {
      const { cpuMs } = await bot.usage();
      figures.perSecond.push(await bot.flatOut(SLICE_EVENTS));
      figures.cpuMs.push(((await bot.usage()).cpuMs - cpuMs) / SLICE_EVENTS);
    }
  }
  const [before, after] = sides.map(({ figures: { latencies, perSecond, cpuMs }, replied }, index) => {
    const p50 = quantile(latencies, 0.5);
    const p99 = quantile(latencies, 0.99);
    const [rate, cpu] = [quantile(perSecond, 0.5), quantile(cpuMs, 0.5)];
    const kind = index === 0 ? 'bare' : 'ours';
    console.log(
      `  ${name.padEnd(9)}${kind}  ack p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms, ${(100 * replied).toFixed(1)}% replied  ${rate.toFixed(0)} acks/s at ${cpu.toFixed(2)} ms of processor each`,
    );
    return { p50, rate, cpu };
  });
  if (!before || !after) return;
  const percent = (a: number, b: number) => `${((100 * a) / b).toFixed(0)}%`;
  console.log(
    `  ${name.padEnd(9)}added p50 ${(after.p50 - before.p50).toFixed(1)} ms  ${percent(after.rate, before.rate)} of bare's throughput, ${percent(after.cpu, before.cpu)} of its processor time`,
  );
}

/** What stays in memory over many events: of the readings of each half the least, as a collection may come too early for some. */
async function grow(name: string, bot: BenchBot): Promise<void> {
  await bot.answer(true);
  await bot.flatOut(WARM_UP_EVENTS);
  const heap: number[] = [];
  for (let events = 0; events <= MEMORY_EVENTS; events += MEMORY_EVENTS / READINGS) {
    if (events > 0) await bot.flatOut(MEMORY_EVENTS / READINGS);
    await bot.replied();
    heap.push((await bot.usage()).heapMb);
  }
  const before = Math.min(...heap.slice(0, heap.length / 2));
  const after = Math.min(...heap.slice(heap.length / 2));
  console.log(
    `  ${name.padEnd(9)}heap over ${MEMORY_EVENTS} events ${before.toFixed(1)} -> ${after.toFixed(1)} MB (${(((after - before) / before) * 100).toFixed(1)}%)`,
  );
}
