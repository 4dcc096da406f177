import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { detectEncoding } from './encoding.ts';
import type { Report } from './report.ts';

/** A line longer than this is not read: no sane file has one, and it would have to fit in memory. */
const MAX_LINE_CHARACTERS = 8 << 20;
/** Documents and settings are read whole; feeds are streamed instead and have no limit. */
const MAX_DOCUMENT_BYTES = 8 << 20;

export interface SourceFile {
  /** Absolute. */
  path: string;
  /** As reports name it. */
  file: string;
  /** Told how many bytes were read, as they are. */
  onRead?: (bytes: number) => void;
}

/** The text in chunks, whatever its encoding; broken UTF-8, a foreign encoding and an empty file are reported. */
export async function* openText(source: SourceFile, report: Report): AsyncGenerator<string> {
  const { size } = await stat(source.path);
  if (size === 0) report.mistake(source.file, 1, 'the file is empty');
  const decoder = iconv.getDecoder(await encodingOf(source, report));
  for await (const bytes of createReadStream(source.path, { highWaterMark: 1 << 18 })) {
    source.onRead?.(bytes.length);
    yield decoder.write(bytes);
  }
  yield decoder.end() ?? '';
}

async function encodingOf(source: SourceFile, report: Report): Promise<string> {
  const { name, brokenLines } = await detectEncoding(source.path);
  for (const line of brokenLines) report.mistake(source.file, line, 'broken UTF-8: bytes that are no character');
  if (name !== 'utf-8') report.warn(source.file, 1, `read as ${name}; UTF-8 is safer`);
  return name;
}

/** The whole text, line ends as \n; '' when it is empty or too large, which is reported. */
export async function readText(source: SourceFile, report: Report): Promise<string> {
  const { size } = await stat(source.path);
  if (size > MAX_DOCUMENT_BYTES) {
    report.mistake(source.file, 1, `larger than ${MAX_DOCUMENT_BYTES >> 20} MB; split it`);
    return '';
  }
  const encoding = await encodingOf(source, report);
  const text = iconv.decode(await readFile(source.path), encoding).replace(/\r\n?/g, '\n');
  if (text.trim() === '') report.mistake(source.file, 1, 'the file is empty');
  return text;
}

/** Line by line, without line ends; the line number is the place in the sequence, from 1. */
export async function* readLines(source: SourceFile, report: Report): AsyncGenerator<string> {
  let rest = '';
  let line = 0;
  for await (const chunk of openText(source, report)) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    for (const text of lines) {
      line += 1;
      yield text.endsWith('\r') ? text.slice(0, -1) : text;
    }
    if (rest.length > MAX_LINE_CHARACTERS) {
      report.mistake(source.file, line + 1, `a line longer than ${MAX_LINE_CHARACTERS} characters`);
      return;
    }
  }
  if (rest !== '') yield rest;
}
