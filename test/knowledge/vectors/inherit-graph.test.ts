import { expect, test } from '@jest/globals';
import { createRandom } from '../../../src/knowledge/embeddings/random.ts';
import { inheritGraph } from '../../../src/knowledge/vectors/inherit-graph.ts';
import { createVectorTable, type VectorTable } from '../../../src/knowledge/vectors/vector-table.ts';

const DIMENSION = 16;
const random = createRandom(3);
const vector = () => Float32Array.from({ length: DIMENSION }, () => random() - 0.5);
const unit = (values: Float32Array) => values.map((value) => value / Math.hypot(...values));

function tableOf(entries: readonly [string, Float32Array][]): VectorTable {
  const matrix = new Float32Array(entries.length * DIMENSION);
  entries.forEach(([, values], row) => {
    matrix.set(values, row * DIMENSION);
  });
  return createVectorTable({ dimension: DIMENSION, exactBelow: 100 }, { ids: entries.map(([id]) => id), matrix });
}

const entries = Array.from({ length: 500 }, (_, at): [string, Float32Array] => [`p${at}`, unit(vector())]);
const changed: [string, Float32Array][] = [
  ['new', unit(vector())],
  ...entries.slice(20).map(([id, values], at): [string, Float32Array] => [id, at === 5 ? unit(vector()) : values]),
];

const inherit = (table: VectorTable, earlier: VectorTable) =>
  inheritGraph(table, earlier, (row) => {
    const before = earlier.rowOf(table.idOf(row)!);
    return before !== undefined && table.vector(row).every((value, i) => value === earlier.vector(before)[i])
      ? before
      : undefined;
  });

const found = (table: VectorTable, query: Float32Array) => table.search(query, 5).map(({ row }) => table.idOf(row)!);

test('a graph is taken over with only what changed put in and taken out, and the earlier table searches as before', async () => {
  const earlier = tableOf(entries);
  earlier.prepare();
  const before = found(earlier, entries[3][1]);
  const table = tableOf(changed);
  expect(await inherit(table, earlier)).toBe(true);
  const exact = createVectorTable(
    { dimension: DIMENSION, exactBelow: Number.POSITIVE_INFINITY },
    { ids: changed.map(([id]) => id), matrix: table.matrix.slice() },
  );
  let same = 0;
  for (const [, query] of changed.slice(0, 100)) {
    const truth = found(exact, query);
    same += found(table, query).filter((id) => truth.includes(id)).length;
  }
  expect(same / 500).toBeGreaterThan(0.98);
  expect(found(table, changed[0][1])[0]).toBe('new');
  expect(found(earlier, entries[3][1])).toEqual(before);
  const mask = new Uint8Array(table.rows).fill(1);
  mask[0] = 0;
  expect(table.search(changed[0][1], 5, { mask, count: table.rows - 1 }).map(({ row }) => row)).not.toContain(0);
});

test('it goes on from a graph taken over, and gives up where too much changed', async () => {
  const earlier = tableOf(entries);
  earlier.prepare();
  const table = tableOf(changed);
  await inherit(table, earlier);
  const next = tableOf(changed.slice(3));
  expect(await inherit(next, table)).toBe(true);
  expect(found(next, changed[10][1])[0]).toBe(changed[10][0]);
  table.upsert('later', changed[0][1]);
  table.remove('new');
  expect(found(table, changed[0][1])[0]).toBe('later');
  expect(await inherit(tableOf(entries.slice(150)), earlier)).toBe(false);
});
