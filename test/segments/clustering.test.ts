import { describe, expect, test } from '@jest/globals';
import { adjustedRandIndex } from '../../src/segments/clustering/agreement.ts';
import { kMeans } from '../../src/segments/clustering/k-means.ts';
import { matchSegments } from '../../src/segments/clustering/matching.ts';
import { toMatrix } from '../../src/segments/clustering/matrix.ts';
import { principalComponents } from '../../src/segments/clustering/principal-components.ts';
import { inOfferOrder } from '../../src/segments/offers.ts';

describe('clustering', () => {
  const points = toMatrix([
    [0, 0],
    [0, 1],
    [10, 10],
    [10, 11],
  ]);

  test('parts what is apart, the same way for the same seed', () => {
    const { labels } = kMeans(points, { clusters: 2, seed: 3 });
    expect(labels[0]).toBe(labels[1]);
    expect(labels[2]).toBe(labels[3]);
    expect(labels[0]).not.toBe(labels[2]);
    expect(kMeans(points, { clusters: 2, seed: 3 }).labels).toEqual(labels);
  });

  test('the Rand index knows the same groups under other names, and is 0 when everyone is in one', () => {
    expect(adjustedRandIndex([0, 0, 1, 1], [5, 5, 2, 2])).toBe(1);
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 0, 0, 0])).toBe(0);
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5);
  });

  test('the first component is the direction of most variance', () => {
    const { directions, shares } = principalComponents(
      toMatrix([
        [-2, -2],
        [-1, -1],
        [1, 1],
        [2, 2],
      ]),
    );
    expect(directions[0]![0]).toBeCloseTo(Math.SQRT1_2);
    expect(directions[0]![1]).toBeCloseTo(Math.SQRT1_2);
    expect(shares[0]).toBeCloseTo(1);
  });

  test('a segment is continued by the cluster that shares most of its members, new customers aside', () => {
    const set = (...ids: string[]) => new Set(ids);
    const former = [
      { id: 'A', members: set('a', 'b', 'c') },
      { id: 'B', members: set('d', 'e') },
    ];
    expect(matchSegments([set('d', 'e', 'x'), set('a', 'b', 'y', 'z'), set('w')], former)).toEqual([
      'B',
      'A',
      undefined,
    ]);
  });

  test('reduced goods come first for who looks at prices, and nothing moves without a strategy', () => {
    const item = (id: string, price: number, listPrice?: number) => ({ product: { id, price, listPrice } }) as never;
    const items = [item('dear', 9), item('reduced', 5, 7), item('plain', 4)] as { product: never }[];
    const ids = (list: readonly { product: never }[]) => list.map(({ product }) => (product as { id: string }).id);
    expect(ids(inOfferOrder(items, 'reduced_first'))).toEqual(['reduced', 'dear', 'plain']);
    expect(ids(inOfferOrder(items))).toEqual(['dear', 'reduced', 'plain']);
  });
});
