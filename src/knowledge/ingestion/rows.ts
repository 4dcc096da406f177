import { extname } from 'node:path';
import { readCsvRows } from './csv-rows.ts';
import { readJsonArray, readJsonLines } from './json-rows.ts';
import type { Report } from './report.ts';
import type { Row } from './row.ts';
import type { SourceFile } from './text-file.ts';
import { readXmlRows } from './xml-rows.ts';

type RowReader = (source: SourceFile, report: Report) => AsyncGenerator<Row>;

const READERS: Record<string, RowReader> = {
  '.csv': readCsvRows,
  '.tsv': readCsvRows,
  '.txt': readCsvRows,
  '.jsonl': readJsonLines,
  '.ndjson': readJsonLines,
  '.json': readJsonArray,
  '.xml': readXmlRows,
};

/** Whether rows can be read from a file of this name. */
export function isRowFile(name: string): boolean {
  return Object.hasOwn(READERS, extname(name).toLowerCase());
}

/** Whether the file's first line names its columns. */
export function hasHeader(name: string): boolean {
  return READERS[extname(name).toLowerCase()] === readCsvRows;
}

/** The rows of a feed, by the file's extension. */
export function readRows(source: SourceFile, report: Report): AsyncGenerator<Row> {
  const reader = READERS[extname(source.path).toLowerCase()];
  if (reader === undefined) throw new Error(`No reader for ${source.file}`);
  return reader(source, report);
}
