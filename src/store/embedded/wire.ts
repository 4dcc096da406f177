import { deserialize, serialize } from 'bson';
import { CommandFailure } from './failure.ts';
import type { Document } from './query.ts';

/** MongoDB's wire protocol, as far as drivers use it today: OP_MSG, and OP_QUERY for the first hello. */
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;

const HEADER_BYTES = 16;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
export const MAX_MESSAGE_BYTES = 48_000_000;

/** One command as it arrived. `raw` has the documents of inserts, as bytes. */
export interface Request {
  id: number;
  opcode: number;
  command: Document;
  /** The client wants no answer. */
  silent: boolean;
}

/** Cuts a byte stream into messages; give it chunks, take whole messages. Throws on a length that cannot be. */
export function createFramer(): (chunk: Buffer) => Buffer[] {
  let chunks: Buffer[] = [];
  let size = 0;
  return (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    const messages: Buffer[] = [];
    while (size >= HEADER_BYTES) {
      if (chunks[0]!.length < HEADER_BYTES) chunks = [Buffer.concat(chunks)];
      const length = chunks[0]!.readInt32LE(0);
      if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES)
        throw new CommandFailure('BadValue', 'Invalid message length');
      if (size < length) break;
      const all = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
      messages.push(all.subarray(0, length));
      chunks = all.length > length ? [all.subarray(length)] : [];
      size -= length;
    }
    return messages;
  };
}

export function parseRequest(message: Buffer): Request {
  const id = message.readInt32LE(4);
  const opcode = message.readInt32LE(12);
  if (opcode === OP_QUERY) return { id, opcode, command: parseQuery(message), silent: false };
  if (opcode !== OP_MSG) throw new CommandFailure('CommandNotFound', `Unsupported wire opcode ${opcode}`);
  const flags = message.readUInt32LE(HEADER_BYTES);
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0);
  const command: Document = {};
  let at = HEADER_BYTES + 4;
  while (at < end) {
    const kind = message[at++];
    const size = message.readInt32LE(at);
    const section = message.subarray(at, at + size);
    if (kind === 0) Object.assign(command, decodeCommand(section));
    else if (kind === 1) {
      const nameEnd = section.indexOf(0, 4);
      const name = section.toString('utf8', 4, nameEnd);
      const documents = splitDocuments(section.subarray(nameEnd + 1));
      command[name] = name === 'documents' ? documents : documents.map(decodeCommand);
    } else throw new CommandFailure('BadValue', `Unsupported OP_MSG section ${kind}`);
    at += size;
  }
  return { id, opcode, command, silent: (flags & MORE_TO_COME) !== 0 };
}

function parseQuery(message: Buffer): Document {
  const nameEnd = message.indexOf(0, HEADER_BYTES + 4);
  return decodeCommand(message.subarray(nameEnd + 1 + 8));
}

/** Documents to insert stay bytes: they are stored as they came. */
function decodeCommand(bytes: Uint8Array): Document {
  return deserialize(bytes, { promoteLongs: false, fieldsAsRaw: { documents: true } }) as Document;
}

function splitDocuments(bytes: Buffer): Buffer[] {
  const documents: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += bytes.readInt32LE(at)) {
    documents.push(bytes.subarray(at, at + bytes.readInt32LE(at)));
  }
  return documents;
}

/** A document that is bytes already, inside an answer. */
export class RawDocument {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

export function encodeReply(request: Pick<Request, 'id' | 'opcode'>, reply: Document): Buffer {
  const body = encodeDocument(reply);
  const isQuery = request.opcode === OP_QUERY;
  const prefix = Buffer.alloc(HEADER_BYTES + (isQuery ? 20 : 5));
  prefix.writeInt32LE(prefix.length + body.length, 0);
  prefix.writeInt32LE(request.id, 8);
  prefix.writeInt32LE(isQuery ? OP_REPLY : OP_MSG, 12);
  // OP_REPLY: flags, cursor id, starting from, and one document; OP_MSG: flags and a section of kind 0.
  if (isQuery) prefix.writeInt32LE(1, HEADER_BYTES + 16);
  return Buffer.concat([prefix, body]);
}

/** BSON of a document whose values may be raw documents, or lists and documents with raw documents in them. */
function encodeDocument(document: Document): Uint8Array {
  const entries = Object.entries(document);
  if (!entries.some(([, value]) => hasRaw(value))) return serialize(document, { ignoreUndefined: true });
  const parts: Uint8Array[] = [];
  for (const [name, value] of entries) {
    if (!hasRaw(value)) {
      parts.push(serialize({ [name]: value }, { ignoreUndefined: true }).slice(4, -1));
      continue;
    }
    const isList = Array.isArray(value);
    const body =
      value instanceof RawDocument ? value.bytes : encodeDocument(isList ? { ...value } : (value as Document));
    parts.push(Buffer.from([isList ? 0x04 : 0x03]), Buffer.from(`${name}\0`, 'utf8'), body);
  }
  const size = parts.reduce((sum, part) => sum + part.length, 5);
  const head = Buffer.alloc(4);
  head.writeInt32LE(size);
  return Buffer.concat([head, ...parts, Buffer.from([0])], size);
}

function hasRaw(value: unknown): boolean {
  if (value instanceof RawDocument) return true;
  if (Array.isArray(value)) return value.length > 0 && value[0] instanceof RawDocument;
  return typeof value === 'object' && value !== null && 'firstBatch' in value
    ? hasRaw(value.firstBatch)
    : hasNext(value);
}

const hasNext = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'nextBatch' in value && hasRaw(value.nextBatch);
