import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { AppError } from '../../errors.ts';

const MAGIC = 'CMM1';
const PREFIX = 40;

const KINDS = { int8: Int8Array, uint8: Uint8Array, int32: Int32Array, float32: Float32Array } as const;
type Kind = keyof typeof KINDS;
export type ModelArray = Int8Array | Uint8Array | Int32Array | Float32Array;

/** What a model file holds: plain values and arrays of numbers. */
export interface ModelData {
  meta: Record<string, unknown>;
  arrays: Record<string, ModelArray>;
}

interface Header {
  meta: Record<string, unknown>;
  arrays: { name: string; kind: Kind; length: number; offset: number }[];
}

/** Packs a model into bytes that carry their own SHA-256: magic, header length, digest, JSON header, arrays. Same data, same bytes. */
export function encodeModel(data: ModelData): Buffer {
  let offset = 0;
  const arrays = Object.entries(data.arrays).map(([name, array]) => {
    const entry = { name, kind: kindOf(array), length: array.length, offset };
    offset += Math.ceil(array.byteLength / 8) * 8;
    return entry;
  });
  const json = Buffer.from(JSON.stringify({ meta: data.meta, arrays } satisfies Header));
  const header = Buffer.concat([json, Buffer.alloc((8 - (json.length % 8)) % 8, ' ')]);
  const body = Buffer.alloc(offset);
  for (const entry of arrays) {
    const { buffer, byteOffset, byteLength } = data.arrays[entry.name];
    body.set(new Uint8Array(buffer, byteOffset, byteLength), entry.offset);
  }
  const prefix = Buffer.alloc(PREFIX);
  prefix.write(MAGIC, 0, 'latin1');
  prefix.writeUInt32LE(header.length, 4);
  createHash('sha256').update(header).update(body).digest().copy(prefix, 8);
  return Buffer.concat([prefix, header, body]);
}

/** Unpacks what encodeModel wrote. @throws AppError MODEL_FILE_INVALID when the bytes are cut, changed or something else. */
export function decodeModel(bytes: Uint8Array, name = 'model'): ModelData {
  const copy = Buffer.from(new Uint8Array(bytes).buffer);
  if (copy.length < PREFIX || copy.toString('latin1', 0, 4) !== MAGIC) {
    throw new AppError('MODEL_FILE_INVALID', `${name} is not a model file`);
  }
  const content = copy.subarray(PREFIX);
  if (!createHash('sha256').update(content).digest().equals(copy.subarray(8, PREFIX))) {
    throw new AppError('MODEL_FILE_INVALID', `${name} is damaged: its checksum does not match`);
  }
  const headerLength = copy.readUInt32LE(4);
  const header = JSON.parse(content.toString('utf8', 0, headerLength)) as Header;
  const start = PREFIX + headerLength;
  const arrays = header.arrays.map((entry) => {
    const array = new KINDS[entry.kind](copy.buffer as ArrayBuffer, start + entry.offset, entry.length);
    return [entry.name, array] as const;
  });
  return { meta: header.meta, arrays: Object.fromEntries(arrays) };
}

/** Reads a model file. @throws AppError MODEL_FILE_INVALID when it is missing or damaged. */
export function readModelFile(path: string): ModelData {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new AppError('MODEL_FILE_INVALID', `Cannot read the model file ${path}`, { cause });
  }
  return decodeModel(bytes, path);
}

function kindOf(array: ModelArray): Kind {
  const kind = (Object.keys(KINDS) as Kind[]).find((name) => array instanceof KINDS[name]);
  if (!kind) throw new AppError('MODEL_FILE_INVALID', 'A model holds an array of unknown kind');
  return kind;
}
