import { deserialize, onDemand, serialize } from 'bson';
import { isPlain } from './bson-key.ts';
import type { Document } from './query.ts';

/** The top-level elements of a document's bytes by name, each whole: type, name and value. */
export function elementsOf(raw: Uint8Array): Map<string, Uint8Array> {
  const elements = new Map<string, Uint8Array>();
  for (const [, nameOffset, nameLength, offset, length] of onDemand.parseToElements(raw)) {
    const name = onDemand.ByteUtils.toUTF8(raw, nameOffset, nameOffset + nameLength, false);
    elements.set(name, raw.subarray(nameOffset - 1, offset + length));
  }
  return elements;
}

/** The bytes of a document of elements. */
export function documentOf(elements: Iterable<Uint8Array>): Buffer {
  const parts = [...elements];
  const size = parts.reduce((sum, part) => sum + part.length, 5);
  const head = Buffer.allocUnsafe(4);
  head.writeInt32LE(size);
  return Buffer.concat([head, ...parts, END], size);
}

const END = Buffer.from([0]);

/** The bytes of a document with only the named top-level fields. */
export function pick(raw: Uint8Array, names: ReadonlySet<string>): Buffer {
  const picked: Uint8Array[] = [];
  for (const [, nameOffset, nameLength, offset, length] of onDemand.parseToElements(raw)) {
    const name = onDemand.ByteUtils.toUTF8(raw, nameOffset, nameOffset + nameLength, false);
    if (names.has(name)) picked.push(raw.subarray(nameOffset - 1, offset + length));
  }
  return documentOf(picked);
}

/**
 * An update that only sets and unsets top-level fields, done on the bytes: what it does not name is neither decoded nor encoded.
 * Undefined for any other update.
 */
export function splice(raw: Uint8Array, update: Document | Document[]): Buffer | undefined {
  if (Array.isArray(update)) return undefined;
  const { $set = {}, $unset = {}, ...others } = update as Record<string, Document>;
  if (!isPlain($set) || !isPlain($unset)) return undefined;
  const set = Object.entries($set);
  const names = [...Object.keys($set), ...Object.keys($unset)];
  if (Object.keys(others).length > 0 || names.length === 0 || !names.every(isPlainName)) return undefined;
  if (new Set(names).size < names.length || set.some(([, value]) => value === undefined)) return undefined;
  const elements = elementsOf(raw);
  for (const [name, element] of elementsOf(serialize($set, { ignoreUndefined: true }))) elements.set(name, element);
  for (const name of Object.keys($unset)) elements.delete(name);
  return documentOf(elements.values());
}

const isPlainName = (name: string): boolean =>
  name !== '' && name !== '_id' && name !== '__proto__' && !name.startsWith('$') && !name.includes('.');

export function decodeFields(raw: Uint8Array, names: ReadonlySet<string>): Document {
  return deserialize(pick(raw, names)) as Document;
}
