import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encodeKey } from '../../../src/store/embedded/bson-key.ts';
import { documentKeyOf, entryValue } from '../../../src/store/embedded/entry.ts';

const ids = fc.oneof(fc.string({ maxLength: 600 }), fc.integer(), fc.boolean(), fc.date({ noInvalidDate: true }));

describe('what an index entry holds', () => {
  test('names the document, whatever its id and whatever was indexed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 5, maxLength: 60 }), ids, (fields, id) => {
        const idKey = encodeKey(id);
        const key = Buffer.concat([fields, idKey]);
        expect(documentKeyOf(key, entryValue(idKey, false))).toEqual(idKey);
        // A unique index's key does not end with the document's.
        expect(documentKeyOf(Buffer.from(fields), entryValue(idKey, true))).toEqual(idKey);
        // As entries of stores made earlier are.
        expect(documentKeyOf(key, idKey)).toEqual(idKey);
      }),
    );
  });

  test('takes two bytes for a document whose id is long', () => {
    expect(entryValue(encodeKey('customer-0123456789-0123456789'), false)).toHaveLength(2);
  });
});
