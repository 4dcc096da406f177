import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';

/** Vectors on disk by the hash of their text, one file a model: an interrupted run keeps what it paid for. */
export interface EmbeddingCache {
  get(text: string): Float32Array | undefined;
  /** Appends vectors; all of the dimension of the first ever put. */
  put(entries: readonly { text: string; vector: Float32Array }[]): Promise<void>;
  close(): Promise<void>;
}

const HASH_BYTES = 16;
const MAGIC = Buffer.from('EMBCACH1');
const HEADER_BYTES = MAGIC.length + 4;

const keyOf = (text: string) => createHash('sha256').update(text).digest().subarray(0, HASH_BYTES);

/**
 * Opens (or makes) the cache of a model. Records are appended whole; a record cut short by a crash is dropped, a foreign file is
 * started anew.
 */
export async function openEmbeddingCache(folder: string, model: string): Promise<EmbeddingCache> {
  await mkdir(folder, { recursive: true });
  const name = `${model.replace(/[^\w.-]+/g, '_').slice(0, 60)}-${createHash('sha256').update(model).digest('hex').slice(0, 8)}.vectors`;
  const file = await open(join(folder, name), 'a+');
  const content = await file.readFile();
  const vectors = new Map<string, Float32Array>();
  let dimension =
    content.length >= HEADER_BYTES && content.subarray(0, MAGIC.length).equals(MAGIC)
      ? content.readUInt32LE(MAGIC.length)
      : 0;
  if (dimension > 0) await file.truncate(readRecords(content, dimension, vectors));
  else await file.truncate(0);

  return {
    get: (text) => vectors.get(keyOf(text).toString('latin1')),
    async put(entries) {
      if (entries.length === 0) return;
      const parts: Buffer[] = [];
      if (dimension === 0) {
        dimension = entries[0].vector.length;
        parts.push(header(dimension));
      }
      for (const { text, vector } of entries) {
        if (vector.length !== dimension) continue;
        const key = keyOf(text);
        parts.push(key, Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength));
        vectors.set(key.toString('latin1'), vector);
      }
      await append(file, Buffer.concat(parts));
    },
    close: () => file.close(),
  };
}

function header(dimension: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(bytes);
  bytes.writeUInt32LE(dimension, MAGIC.length);
  return bytes;
}

/** Fills `vectors`; returns where the last whole record ends. */
function readRecords(content: Buffer, dimension: number, vectors: Map<string, Float32Array>): number {
  const size = HASH_BYTES + dimension * 4;
  let at = HEADER_BYTES;
  for (; at + size <= content.length; at += size) {
    const values = new Uint8Array(content.subarray(at + HASH_BYTES, at + size));
    vectors.set(content.toString('latin1', at, at + HASH_BYTES), new Float32Array(values.buffer));
  }
  return at;
}

async function append(file: FileHandle, bytes: Buffer): Promise<void> {
  await file.appendFile(bytes);
  await file.datasync();
}
