import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createOutcomes, type ShownList } from '../../../src/recommendation/learning/outcomes.ts';
import { createRankingWeights } from '../../../src/recommendation/learning/ranking-weights.ts';
import type { StoredEvent } from '../../../src/store/events.ts';
import { createStore, type Store } from '../../../src/store/store.ts';

const NOW = new Date('2026-06-01T12:00:00Z');
const list = (turnId: string, at = NOW): ShownList => ({
  turnId,
  at,
  items: [
    { productId: 'top', parts: { relevance: 0.54, rating: 0.02 } },
    { productId: 'rated', parts: { relevance: 0.5, rating: 0.12 } },
    { productId: 'last', parts: { relevance: 0.3, rating: 0.02 } },
  ],
});

describe('what comes of recommendations', () => {
  let folder: string;
  let store: Store<never, unknown, unknown, never>;
  let shown: Record<string, ShownList[]>;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'outcomes-'));
    store = await createStore({ folder });
    shown = {};
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  const weightsAt = (now = NOW) => createRankingWeights(store.connection, () => now);
  function start() {
    const weights = weightsAt();
    const shownTo = async (customerId: string) => shown[customerId] ?? [];
    return { weights, outcomes: createOutcomes({ connection: store.connection, weights, shownTo, now: () => NOW }) };
  }
  const event = (
    customerId: string,
    type: string,
    productId = 'rated',
    parts: Partial<StoredEvent> = {},
  ): StoredEvent => ({
    id: `${customerId}-${type}-${productId}`,
    customerId,
    type,
    productId,
    at: NOW,
    ...parts,
  });

  test('a shown product that is opened and then bought is tied to its turn, and the ranking learns', async () => {
    shown.anna = [list('t1')];
    const { weights, outcomes } = start();
    outcomes.note([event('anna', 'click'), event('anna', 'purchase')]);
    await outcomes.settled();
    expect((await outcomes.ofTurn('t1')).map(({ type, place, productId }) => [type, place, productId])).toEqual([
      ['click', 1, 'rated'],
      ['purchase', 1, 'rated'],
    ]);
    expect(weights.current().rating).toBeGreaterThan(1);
    expect(weights.current().relevance).toBeLessThan(1);
  });

  test('what is learnt is stored: another instance, and a later start, know it', async () => {
    shown.anna = [list('t1')];
    const { weights, outcomes } = start();
    outcomes.note([event('anna', 'purchase')]);
    await outcomes.settled();
    const other = weightsAt();
    expect(other.current()).toEqual({});
    await other.reload();
    expect(other.current()).toEqual(weights.current());
    const later = weightsAt(new Date(NOW.getTime() + 300 * 86_400_000));
    await later.reload();
    expect(later.current().rating).toBeCloseTo(1, 3);
  });

  test('what was not shown, what came too late and what is told twice teach nothing', async () => {
    shown.anna = [list('t1')];
    const { weights, outcomes } = start();
    const old = new Date(NOW.getTime() - 8 * 86_400_000);
    outcomes.note([
      event('ben', 'purchase'),
      event('anna', 'purchase', 'elsewhere'),
      event('anna', 'purchase', 'rated', { at: old }),
      event('anna', 'search'),
    ]);
    await outcomes.settled();
    expect(weights.current()).toEqual({});
    outcomes.note([event('anna', 'click')]);
    await outcomes.settled();
    const once = { ...weights.current() };
    outcomes.note([event('anna', 'click', 'rated', { id: 'again' })]);
    await outcomes.settled();
    expect(weights.current()).toEqual(once);
  });

  test('an event belongs to the newest list before it that held its product', async () => {
    const hours = (count: number) => new Date(NOW.getTime() - count * 3_600_000);
    shown.anna = [list('after', NOW), list('newest', hours(2)), list('older', hours(5)), list('long ago', hours(200))];
    const { outcomes } = start();
    outcomes.note([
      event('anna', 'click', 'rated', { at: hours(1) }),
      event('anna', 'purchase', 'rated', { at: hours(4) }),
    ]);
    await outcomes.settled();
    expect((await outcomes.ofTurn('newest')).map(({ type }) => type)).toEqual(['click']);
    expect((await outcomes.ofTurn('older')).map(({ type }) => type)).toEqual(['purchase']);
    expect(await outcomes.ofTurn('after')).toEqual([]);
  });

  test('one customer who clicks all day moves the ranking less than three who each buy once', async () => {
    const { weights, outcomes } = start();
    for (const name of ['a', 'b', 'c']) {
      shown[name] = [list(`t-${name}`)];
      outcomes.note([event(name, 'purchase')]);
    }
    await outcomes.settled();
    const three = weights.current().rating;
    await store.connection.collection('learnt').deleteMany({});
    await weights.reload();
    for (let n = 0; n < 100; n++) {
      shown.eager = [list(`e${n}`)];
      outcomes.note([event('eager', 'purchase', 'rated', { id: `e${n}` })]);
      await outcomes.settled();
    }
    const alone = weights.current().rating;
    expect(alone).toBeGreaterThan(1);
    expect(alone).toBeLessThan(three);
  });
});
