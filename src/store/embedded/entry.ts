/**
 * What an index entry holds: whose document it is. The key of an index that isn't unique ends with the document's own key, so that
 * how long that is, in two bytes, is enough; a unique index holds the document's key itself, as stores made before did for all.
 */
const LENGTH_BYTES = 2;

export function entryValue(idKey: Buffer, isUnique: boolean): Buffer {
  if (isUnique) return idKey;
  const length = Buffer.allocUnsafe(LENGTH_BYTES);
  length.writeUInt16BE(idKey.length);
  return length;
}

/** The key of the document that an entry belongs to. No document's key of two bytes reads as a length that fits an entry. */
export function documentKeyOf(key: Buffer, value: Buffer): Buffer {
  if (value.length !== LENGTH_BYTES) return value;
  const length = value.readUInt16BE(0);
  return length < key.length ? key.subarray(key.length - length) : value;
}
