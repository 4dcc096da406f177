import { describe, expect, test } from '@jest/globals';
import { Decimal128, Double, deserialize, Long, ObjectId, serialize, Timestamp } from 'bson';
import fc from 'fast-check';
import { elementsOf, pick, splice } from '../../../src/store/embedded/elements.ts';
import { applyUpdate, decodeForUpdate } from '../../../src/store/embedded/update.ts';

const name = fc.constantFrom('a', 'b', 'c', '名', 'long name', '__x');
const leaf = fc.oneof(
  fc.constantFrom(null, true, '', '小明', 0, -1.5, 2 ** 40, Number.NaN),
  fc.constantFrom(new Date(0), /a+/i, new ObjectId('64b000000000000000000001'), Long.fromString('9007199254740993')),
  fc.constantFrom(Decimal128.fromString('1.5'), new Timestamp({ t: 1, i: 2 }), Buffer.from('bytes')),
);
const value = fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), fc.dictionary(name, leaf, { maxKeys: 3 }));
const fields = fc.dictionary(name, value, { maxKeys: 5 });

describe('a document in bytes', () => {
  test('is changed by its elements just as it is when it is decoded', () => {
    fc.assert(
      fc.property(fields, fields, fc.uniqueArray(name, { maxLength: 2 }), (held, $set, removed) => {
        const $unset = Object.fromEntries(removed.filter((one) => !(one in $set)).map((one) => [one, '']));
        const update = { ...(Object.keys($set).length > 0 && { $set }), $unset };
        const raw = serialize({ _id: 1, ...held });
        const spec = { filter: {}, update, arrayFilters: [], now: new Date(0) };
        const expected = serialize(applyUpdate(spec, decodeForUpdate(raw)));
        const spliced = splice(raw, update);
        if (Object.keys({ ...$set, ...$unset }).length === 0) expect(spliced).toBeUndefined();
        else expect(Buffer.from(spliced!)).toEqual(Buffer.from(expected));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['a path into a field', { $set: { 'a.b': 1 } }],
    ['the id', { $set: { _id: 2 } }],
    ['another operator', { $set: { a: 1 }, $inc: { b: 1 } }],
    ['one field twice', { $set: { a: 1 }, $unset: { a: '' } }],
    ['a new document', { a: 1 }],
    ['a pipeline', [{ $set: { a: 1 } }]],
  ])('is left to the full update for %s', (_, update) => {
    expect(splice(serialize({ _id: 1, a: 0 }), update)).toBeUndefined();
  });

  test('keeps the kind of a number that it does not touch', () => {
    const raw = serialize({ _id: 1, price: new Double(5), name: 'a' });
    const changed = deserialize(splice(raw, { $set: { name: 'b' } })!, { promoteValues: false });
    expect(changed.price).toBeInstanceOf(Double);
  });

  test('gives some of its fields, in its own order', () => {
    const raw = serialize({ _id: 1, a: 'x', b: { c: [1, 2] }, d: null });
    expect([...elementsOf(raw).keys()]).toEqual(['_id', 'a', 'b', 'd']);
    expect(deserialize(pick(raw, new Set(['d', 'b', 'nowhere'])))).toEqual({ b: { c: [1, 2] }, d: null });
  });
});
