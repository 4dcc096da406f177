import { Binary, BSONRegExp, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp, UUID } from 'bson';
import { CommandFailure, unsupported } from './failure.ts';

/**
 * BSON values as bytes whose order is MongoDB's order of the values (docs: "Comparison/Sort Order"), and of which none is
 * the beginning of another: so the keys of several fields can be joined, and a field's bytes inverted to sort downwards.
 */
const TAG = {
  minKey: 0x01,
  null: 0x05,
  number: 0x10,
  string: 0x20,
  object: 0x30,
  array: 0x40,
  binary: 0x50,
  objectId: 0x60,
  boolean: 0x70,
  date: 0x80,
  timestamp: 0x90,
  regex: 0xa0,
  maxKey: 0xf0,
} as const;

const END = Buffer.from([0]);
const NULL_KEY = Buffer.from([TAG.null]);

/** The kind of a value, by which MongoDB brackets comparisons: a range on numbers never matches a string. */
export function tagOf(value: unknown): number {
  if (value === null || value === undefined) return TAG.null;
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return TAG.number;
    case 'string':
      return TAG.string;
    case 'boolean':
      return TAG.boolean;
  }
  if (value instanceof Date) return TAG.date;
  if (Array.isArray(value)) return TAG.array;
  if (value instanceof ObjectId) return TAG.objectId;
  if (value instanceof Timestamp) return TAG.timestamp;
  if (value instanceof Long || value instanceof Decimal128 || value instanceof Int32 || value instanceof Double) {
    return TAG.number;
  }
  if (value instanceof Binary || value instanceof Uint8Array) return TAG.binary;
  if (value instanceof RegExp || value instanceof BSONRegExp) return TAG.regex;
  if (value instanceof MinKey) return TAG.minKey;
  if (value instanceof MaxKey) return TAG.maxKey;
  if (isPlain(value)) return TAG.object;
  throw unsupported(`values of the BSON type ${(value as object).constructor?.name}`);
}

/** Whether a value is an embedded document, and no BSON type of its own. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

export function encodeKey(value: unknown): Buffer {
  if (value === null || value === undefined) return NULL_KEY;
  if (typeof value === 'string') return encodeString(TAG.string, value);
  const tag = tagOf(value);
  switch (tag) {
    case TAG.number:
      return encodeNumber(value);
    case TAG.date:
      return Buffer.concat([Buffer.from([tag]), orderedDouble((value as Date).getTime())]);
    case TAG.boolean:
      return Buffer.from([tag, value ? 1 : 0]);
    case TAG.objectId:
      return Buffer.concat([Buffer.from([tag]), (value as ObjectId).id]);
    case TAG.array:
      return Buffer.concat([Buffer.from([tag]), ...(value as unknown[]).map(encodeKey), END]);
    case TAG.object:
      return Buffer.concat([
        Buffer.from([tag]),
        ...Object.entries(value as object).map(([name, field]) =>
          Buffer.concat([encodeString(tagOf(field), name), encodeKey(field)]),
        ),
        END,
      ]);
    case TAG.binary:
      return encodeBinary(value as Binary | Uint8Array);
    case TAG.timestamp:
      return encodeUnsigned(tag, (value as Timestamp).toBigInt());
    case TAG.regex: {
      const { pattern, flags } = regexParts(value as RegExp | BSONRegExp);
      return Buffer.concat([encodeString(tag, pattern), encodeString(tag, flags)]);
    }
    default:
      return Buffer.from([tag]);
  }
}

/** MongoDB's order of two values of any types: below, at or above 0. */
export function compareBson(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number' && !Number.isNaN(a) && !Number.isNaN(b)) return a - b || 0;
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  if (a === b) return 0;
  return Buffer.compare(encodeKey(a), encodeKey(b));
}

/** One field's part of a key, turned over when the field is sorted downwards. */
export function encodeField(value: unknown, direction: 1 | -1): Buffer {
  const key = encodeKey(value);
  return direction === 1 ? key : invert(key);
}

export function invert(key: Uint8Array): Buffer {
  const inverted = Buffer.allocUnsafe(key.length);
  for (let index = 0; index < key.length; index++) inverted[index] = ~key[index]!;
  return inverted;
}

/** First bytes of every value of the same kind, and the first bytes after all of them. */
export function bracketOf(value: unknown): { start: Buffer; end: Buffer } {
  const tag = tagOf(value);
  return { start: Buffer.from([tag]), end: Buffer.from([tag + 1]) };
}

/** The number a BSON number stands for; what a double cannot hold is rounded. */
export function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Long) return value.toNumber();
  if (value instanceof Int32 || value instanceof Double) return value.valueOf();
  if (value instanceof Decimal128) return Number(value.toString());
  return undefined;
}

function encodeNumber(value: unknown): Buffer {
  const double = toNumber(value)!;
  const key = Buffer.allocUnsafe(11);
  key[0] = TAG.number;
  orderedDouble(double).copy(key, 1);
  // A 64-bit integer may lie between two doubles: how far it is from the rounded one keeps the order exact.
  const rest = value instanceof Long ? Number(value.toBigInt() - BigInt(double)) : 0;
  key.writeUInt16BE(0x8000 + rest, 9);
  return key;
}

function orderedDouble(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  if (Number.isNaN(value)) return bytes;
  bytes.writeDoubleBE(value === 0 ? 0 : value);
  if (bytes[0]! & 0x80) return invert(bytes);
  bytes[0]! |= 0x80;
  return bytes;
}

function encodeString(tag: number, text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.includes(0)) {
    // NUL is written as 00 FF, so that the end, 00 00, sorts before every continuation.
    const escaped: number[] = [tag];
    for (const byte of bytes) byte === 0 ? escaped.push(0, 0xff) : escaped.push(byte);
    return Buffer.from([...escaped, 0, 0]);
  }
  const key = Buffer.allocUnsafe(bytes.length + 3);
  key[0] = tag;
  bytes.copy(key, 1);
  key.writeUInt16BE(0, bytes.length + 1);
  return key;
}

function encodeBinary(value: Binary | Uint8Array): Buffer {
  const bytes = value instanceof Binary ? value.value() : value;
  const subtype = value instanceof UUID ? Binary.SUBTYPE_UUID : value instanceof Binary ? value.sub_type : 0;
  const head = Buffer.alloc(6);
  head[0] = TAG.binary;
  head.writeUInt32BE(bytes.length, 1);
  head[5] = subtype;
  return Buffer.concat([head, bytes]);
}

function encodeUnsigned(tag: number, value: bigint): Buffer {
  const key = Buffer.allocUnsafe(9);
  key[0] = tag;
  key.writeBigUInt64BE(value, 1);
  return key;
}

function regexParts(value: RegExp | BSONRegExp): { pattern: string; flags: string } {
  return value instanceof RegExp
    ? { pattern: value.source, flags: value.flags }
    : { pattern: value.pattern, flags: value.options };
}

/** LMDB takes keys up to 1978 bytes; some are kept for what the engine adds. */
const KEY_BYTES = 1900;

export function assertKeyLength(key: Uint8Array, what: string): void {
  if (key.length > KEY_BYTES) {
    throw new CommandFailure('KeyTooLong', `The key of ${what} is ${key.length} bytes long; at most ${KEY_BYTES} fit`);
  }
}
