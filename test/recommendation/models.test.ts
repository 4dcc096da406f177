import { describe, expect, test } from '@jest/globals';
import type { Product } from '../../src/knowledge/pack.ts';
import { boughtTogether, createBehaviour } from '../../src/recommendation/behaviour.ts';
import { proposed } from '../../src/recommendation/candidates.ts';
import { invert } from '../../src/recommendation/models/inverse.ts';
import { createLiveModel } from '../../src/recommendation/models/live-model.ts';
import { explainNext, fitNextBasket, scoreNext } from '../../src/recommendation/models/next-basket.ts';
import { createPurchaseLog, dayOf, historyOf } from '../../src/recommendation/models/purchases.ts';
import type { StoredEvent } from '../../src/store/events.ts';

const NOW = new Date('2026-11-01T00:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

/** Tea drinkers also buy cups, coffee drinkers mills; everybody buys soap again and again. */
function purchases() {
  const log = createPurchaseLog();
  for (let n = 0; n < 60; n++) {
    const customerId = `c${n}`;
    const [drink, thing] = n % 2 === 0 ? ['tea', 'cup'] : ['coffee', 'mill'];
    for (const days of [80, 50, 20]) log.add({ customerId, productId: 'soap', at: daysAgo(days + (n % 7)) });
    log.add({ customerId, productId: drink, at: daysAgo(60 + (n % 5)) });
    if (n > 5) log.add({ customerId, productId: thing, at: daysAgo(40 + (n % 5)) });
  }
  return log.build();
}

describe('the next basket', () => {
  test('a matrix times its inverse is the identity, whatever its size', () => {
    for (const n of [1, 3, 4, 5, 8, 13]) {
      const matrix = Float64Array.from({ length: n * n }, (_, at) => {
        const [i, j] = [Math.floor(at / n), at % n];
        return i === j ? n + 2 : 1 / (1 + Math.abs(i - j));
      });
      const inverse = invert(matrix.slice(), n);
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          let sum = 0;
          for (let k = 0; k < n; k++) sum += matrix[i * n + k] * inverse[k * n + j];
          expect(sum).toBeCloseTo(i === j ? 1 : 0, 10);
        }
      }
    }
  });

  test('a matrix that is not positive definite is refused', () => {
    expect(() => invert(Float64Array.from([1, 2, 2, 1]), 2)).toThrow(RangeError);
  });

  test('what goes with what was bought comes before what does not', () => {
    const all = purchases();
    const model = fitNextBasket(all, dayOf(NOW));
    const item = (id: string) => model.products.indexOf(id);
    const scores = scoreNext(model, historyOf(all, all.customers.indexOf('c0')), dayOf(NOW));
    expect(scores[item('cup')]).toBeGreaterThan(scores[item('mill')]);
    expect(scores[item('soap')]).toBeGreaterThan(scores[item('tea')]);
  });

  test('the explained parts sum to the log-odds of the score', () => {
    const all = purchases();
    const model = fitNextBasket(all, dayOf(NOW));
    const history = historyOf(all, 0);
    const scores = scoreNext(model, history, dayOf(NOW));
    for (let item = 0; item < scores.length; item++) {
      const odds = Object.values(explainNext(model, history, dayOf(NOW), item)).reduce((sum, part) => sum + part, 0);
      expect(1 / (1 + Math.exp(-odds))).toBeCloseTo(scores[item], 5);
    }
  });

  test('who bought nothing gets what others buy', () => {
    const model = fitNextBasket(purchases(), dayOf(NOW));
    const behaviour = createBehaviour({ model, purchases: [], now: NOW });
    expect(behaviour.parts('soap').popular).toBeGreaterThan(behaviour.parts('cup').popular);
    expect(behaviour.parts('soap').next).toBeUndefined();
    expect(behaviour.reasons('soap')).toEqual([{ kind: 'popular', scope: 'all', count: 60 }]);
    expect(behaviour.parts('a product nobody bought')).toEqual({});
  });

  test('what customers of one’s segment buy counts and is told, also of a product the model does not know', () => {
    const model = fitNextBasket(purchases(), dayOf(NOW));
    const segmentBuyers = new Map([
      ['cup', 12],
      ['novelty', 40],
    ]);
    const behaviour = createBehaviour({ model, purchases: [], now: NOW, segmentBuyers });
    expect(behaviour.parts('novelty')).toEqual({ segment: expect.any(Number) });
    expect(behaviour.parts('novelty').segment).toBeGreaterThan(behaviour.parts('cup').segment);
    expect(behaviour.parts('mill').segment).toBeUndefined();
    expect(behaviour.reasons('cup')).toContainEqual({ kind: 'popular', scope: 'segment', count: 12 });
  });

  test('candidates come from near the interest, from what goes with the own purchases, and from the segment', async () => {
    const model = fitNextBasket(purchases(), dayOf(NOW));
    const deeds = [
      { type: 'purchase', productId: 'tea', at: daysAgo(3) },
      { type: 'view', productId: 'mill', at: daysAgo(2) },
    ];
    const near = { product: { id: 'pot' } as Product, score: 1, parts: { lexical: 0, vector: 1 } };
    const found = await proposed({
      retriever: { nearest: async () => [near] },
      interest: new Float32Array([1, 0]),
      deeds,
      model,
      segmentBuyers: new Map([['novelty', 3]]),
    });
    for (const id of ['pot', 'cup', 'novelty']) expect(found).toContain(id);
    expect(found).not.toContain('mill');
    expect(boughtTogether(model, 'tea', 1)).toEqual(['cup']);
    expect(await proposed({ retriever: { nearest: async () => [near] }, deeds: [] })).toEqual(new Set());
  });

  test('what is rarely bought twice sinks for who has one, and a companion is named', () => {
    const model = fitNextBasket(purchases(), dayOf(NOW));
    const behaviour = createBehaviour({ model, purchases: [{ productId: 'tea', at: daysAgo(10) }], now: NOW });
    expect(behaviour.parts('tea').owned).toBeLessThan(0);
    expect(behaviour.reasons('cup')).toContainEqual({ kind: 'bought_together', productId: 'tea' });
    expect(behaviour.reasons('mill')).not.toContainEqual({ kind: 'bought_together', productId: 'tea' });
  });
});

describe('the live model', () => {
  const logger = { info() {}, warn() {} };
  const stream = (count: number) => ({
    async *stream(): AsyncGenerator<StoredEvent> {
      for (let n = 0; n < count; n++) {
        yield { id: `e${n}`, customerId: `c${n % 30}`, type: 'purchase', productId: `p${n % 7}`, at: daysAgo(n % 90) };
      }
    },
  });

  test('is fitted in a thread and versioned', async () => {
    const live = createLiveModel({ events: stream(300), logger, now: () => NOW });
    expect(live.current()).toBeUndefined();
    await live.refresh();
    expect(live.current()).toMatchObject({ version: 1, customers: 30 });
    await live.stop();
  });

  test('counts the buyers of each product in each segment once', async () => {
    const live = createLiveModel({
      events: stream(300),
      logger,
      now: () => NOW,
      train: async (all, day) => fitNextBasket(all, day),
      async *segmentsOf() {
        for (let n = 0; n < 10; n++) yield { customerId: `c${n}`, segmentId: n < 4 ? 'few' : 'more' };
      },
    });
    await live.refresh();
    expect(live.buyersIn('few')?.get('p0')).toBe(4);
    expect(live.buyersIn('more')?.get('p0')).toBe(6);
    expect(live.buyersIn('none')).toBeUndefined();
  });

  test('a failed fit leaves the old one, and too few customers make none', async () => {
    let fail = false;
    const train = async (...[all, day]: Parameters<typeof fitNextBasket>) => {
      if (fail) throw new Error('no memory');
      return fitNextBasket(all, day);
    };
    const live = createLiveModel({ events: stream(300), logger, now: () => NOW, train });
    await live.refresh();
    fail = true;
    await live.refresh();
    expect(live.current()?.version).toBe(1);
    const few = createLiveModel({ events: stream(5), logger, now: () => NOW, train });
    await few.refresh();
    expect(few.current()).toBeUndefined();
  });
});
