import { AppError } from '../../errors.ts';

type Arrays = { u8: Uint8Array; u16: Uint16Array; u32: Uint32Array; f32: Float32Array; f64: Float64Array };
export type SectionData = Arrays[keyof Arrays];

const MAGIC = 'PACKIDX1';
const ALIGNMENT = 8;
const CONSTRUCTORS = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f32: Float32Array, f64: Float64Array };

interface Entry {
  type: keyof Arrays;
  /** Bytes after the header. */
  offset: number;
  length: number;
}

/** Named typed arrays in one file: the arrays are used where they were read, without parsing or copying. */
export interface Sections {
  has(name: string): boolean;
  get<T extends keyof Arrays>(name: string, type: T): Arrays[T];
  strings(name: string): string[];
  json(name: string): unknown;
}

/** Collects named arrays and packs them. */
export interface SectionWriter {
  put(name: string, data: SectionData): void;
  putStrings(name: string, strings: readonly string[]): void;
  putJson(name: string, value: unknown): void;
  /** The parts of the file, in order. */
  parts(): Uint8Array[];
}

export function createSectionWriter(): SectionWriter {
  const sections: { name: string; data: SectionData }[] = [];
  const put = (name: string, data: SectionData) => {
    sections.push({ name, data });
  };
  return {
    put,
    putStrings(name, strings) {
      const encoded = strings.map((text) => Buffer.from(text));
      const offsets = new Uint32Array(strings.length + 1);
      encoded.forEach((text, at) => {
        offsets[at + 1] = offsets[at] + text.length;
      });
      put(`${name}#offsets`, offsets);
      put(`${name}#text`, Buffer.concat(encoded));
    },
    putJson: (name, value) => put(name, Buffer.from(JSON.stringify(value))),
    parts() {
      const entries: Record<string, Entry> = {};
      const bodies: Uint8Array[] = [];
      let offset = 0;
      for (const { name, data } of sections) {
        entries[name] = { type: typeOf(data), offset, length: data.length };
        const gap = padding(data.byteLength);
        bodies.push(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), new Uint8Array(gap));
        offset += data.byteLength + gap;
      }
      const header = Buffer.from(JSON.stringify(entries));
      const prefix = Buffer.alloc(MAGIC.length + 8);
      prefix.write(MAGIC, 'latin1');
      prefix.writeUInt32LE(header.length, MAGIC.length);
      return [prefix, header, new Uint8Array(padding(prefix.length + header.length)), ...bodies];
    },
  };
}

/** Reads packed arrays; they are views of `file`. Throws INDEX_DAMAGED when it is no such file. */
export function readSections(file: Uint8Array): Sections {
  // Views need their offset aligned in memory: a small buffer of Node's pool may not be.
  const bytes = file.byteOffset % ALIGNMENT === 0 ? file : new Uint8Array(file);
  const prefix = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (prefix.length < MAGIC.length + 8 || prefix.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw new AppError('INDEX_DAMAGED', 'Not an index file');
  const start = MAGIC.length + 8;
  const headerLength = prefix.readUInt32LE(MAGIC.length);
  const entries = parseHeader(prefix.toString('utf8', start, start + headerLength));
  const base = start + headerLength + padding(start + headerLength);

  const get = <T extends keyof Arrays>(name: string, type: T): Arrays[T] => {
    const entry = entries[name];
    if (!entry || entry.type !== type)
      throw new AppError('INDEX_DAMAGED', `The index file has no ${type} section ${name}`);
    const size = CONSTRUCTORS[type].BYTES_PER_ELEMENT * entry.length;
    if (base + entry.offset + size > bytes.byteLength)
      throw new AppError('INDEX_DAMAGED', 'The index file is cut short');
    return new CONSTRUCTORS[type](
      bytes.buffer as ArrayBuffer,
      bytes.byteOffset + base + entry.offset,
      entry.length,
    ) as Arrays[T];
  };

  return {
    has: (name) => name in entries,
    get,
    strings(name) {
      const offsets = get(`${name}#offsets`, 'u32');
      const text = get(`${name}#text`, 'u8');
      const buffer = Buffer.from(text.buffer, text.byteOffset, text.byteLength);
      return Array.from({ length: offsets.length - 1 }, (_, at) =>
        buffer.toString('utf8', offsets[at], offsets[at + 1]),
      );
    },
    json: (name) => JSON.parse(Buffer.from(get(name, 'u8')).toString()),
  };
}

function parseHeader(text: string): Record<string, Entry> {
  try {
    return JSON.parse(text) as Record<string, Entry>;
  } catch (cause) {
    throw new AppError('INDEX_DAMAGED', 'The index file has no readable header', { cause });
  }
}

function padding(length: number): number {
  return (ALIGNMENT - (length % ALIGNMENT)) % ALIGNMENT;
}

function typeOf(data: SectionData): keyof Arrays {
  if (data instanceof Uint16Array) return 'u16';
  if (data instanceof Uint32Array) return 'u32';
  if (data instanceof Float32Array) return 'f32';
  if (data instanceof Float64Array) return 'f64';
  return 'u8';
}
