import { Int32, Long } from 'bson';
import { isPlain, toNumber } from '../bson-key.ts';
import type { Catalog } from '../catalog.ts';
import type { Cursors } from '../cursors.ts';
import { CommandFailure, unsupported } from '../failure.ts';
import type { Document } from '../query.ts';
import type { Reader } from '../reader.ts';
import type { Storage } from '../storage.ts';
import type { Writer } from '../writer.ts';

/** What commands work with. */
export interface CommandWorld {
  storage: Storage;
  catalog: Catalog;
  reader: Reader;
  writer: Writer;
  cursors: Cursors;
  now(): Date;
}

/** One command: the options it knows, besides those every command has, and what it does. Anything else is refused. */
export interface Command {
  options: readonly string[];
  run(command: Document, world: CommandWorld): Document | Promise<Document>;
}

/** Known everywhere: they say who asks, or ask for what this engine does anyway (every write is durable). */
const COMMON_OPTIONS = [
  ...['$db', 'lsid', '$clusterTime', '$readPreference', 'readConcern', 'writeConcern', 'comment', 'maxTimeMS'],
  ...['apiVersion', 'apiStrict', 'apiDeprecationErrors'],
];

/** Throws, naming it, on an option that the command does not know: it might change the result. */
export function assertOptions(name: string, command: Document, { options }: Command): void {
  for (const [option, value] of Object.entries(command)) {
    if (option === name || COMMON_OPTIONS.includes(option) || options.includes(option)) continue;
    if (option === 'collation' && isPlain(value) && value.locale === 'simple') continue;
    throw unsupported(`${option} in ${name}`);
  }
}

export function namespaceOf(command: Document, name: string): string {
  const collection = command[name];
  if (typeof collection !== 'string' || collection === '') {
    throw new CommandFailure('InvalidNamespace', `${name} needs the name of a collection`);
  }
  return `${databaseOf(command)}.${collection}`;
}

export function databaseOf(command: Document): string {
  return typeof command.$db === 'string' ? command.$db : 'test';
}

export function documentAt(command: Document, key: string): Document {
  const value = command[key] ?? {};
  if (!isPlain(value)) throw new CommandFailure('TypeMismatch', `${key} must be an object`);
  return plainNumbers(value) as Document;
}

export function listAt(command: Document, key: string): unknown[] {
  const value = command[key] ?? [];
  if (!Array.isArray(value)) throw new CommandFailure('TypeMismatch', `${key} must be an array`);
  return value;
}

export function countAt(command: Document, key: string): number | undefined {
  const value = command[key];
  if (value === undefined || value === null) return undefined;
  const number = toNumber(value);
  if (number === undefined || !Number.isInteger(number) || number < 0) {
    throw new CommandFailure('BadValue', `${key} must be a non-negative integer`);
  }
  return number;
}

/** Filters and pipelines work on plain numbers where a 64-bit integer is one. */
export function plainNumbers(value: unknown): unknown {
  if (value instanceof Long) {
    const number = value.toNumber();
    return Number.isSafeInteger(number) ? number : value;
  }
  if (value instanceof Int32) return value.valueOf();
  if (Array.isArray(value)) return value.map(plainNumbers);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainNumbers(inner)]));
}
