import { parse } from 'csv-parse/sync';
import type { Report } from './report.ts';
import type { Row } from './row.ts';
import { readLines, type SourceFile } from './text-file.ts';

/** A quoted field that runs over more lines than this was never closed. */
const MAX_ROW_LINES = 2000;
const BATCH_ROWS = 256;

interface RawRow {
  line: number;
  text: string;
}

/**
 * Rows of a CSV or TSV file, each with the line it starts on, also after quoted line breaks. A broken row is
 * reported and reading goes on with the next line, so that one open quote does not swallow the file.
 */
export async function* readCsvRows(source: SourceFile, report: Report): AsyncGenerator<Row> {
  let header: Header | undefined;
  let batch: RawRow[] = [];
  for await (const raw of rawRows(readLines(source, report), source, report)) {
    // Excel writes its delimiter into a line of its own.
    if (header === undefined && /^sep=.$/.test(raw.text)) continue;
    if (header === undefined) {
      header = readHeader(raw, source, report);
      if (header === undefined) return;
      continue;
    }
    batch.push(raw);
    if (batch.length < BATCH_ROWS) continue;
    yield* toRows(batch, header, source, report);
    batch = [];
  }
  if (header !== undefined) yield* toRows(batch, header, source, report);
}

interface Header {
  columns: string[];
  delimiter: string;
}

function readHeader(raw: RawRow, source: SourceFile, report: Report): Header | undefined {
  const delimiter = delimiterOf(raw.text);
  const columns = parseBatch([raw], delimiter, source, report)[0]?.values.map((name) => name.trim());
  for (const name of repeated(columns ?? [])) report.mistake(source.file, raw.line, `column "${name}" appears twice`);
  return columns && { columns, delimiter };
}

function* toRows(batch: RawRow[], { columns, delimiter }: Header, source: SourceFile, report: Report): Generator<Row> {
  for (const { line, values } of parseBatch(batch, delimiter, source, report)) {
    // Spreadsheets fill up with empty cells to the right and below.
    while (values.length > columns.length && values.at(-1) === '') values.pop();
    if (values.every((value) => value === '')) continue;
    if (values.length === columns.length)
      yield { line, fields: Object.fromEntries(columns.map((name, at) => [name, values[at]])) };
    else report.mistake(source.file, line, `${values.length} fields where the header has ${columns.length}`);
  }
}

/** Joins lines while a quote is open. Quotes inside a field are doubled, so a whole row has an even number. */
async function* rawRows(lines: AsyncIterable<string>, source: SourceFile, report: Report): AsyncGenerator<RawRow> {
  const pending: RawRow[] = [];
  let line = 0;
  let open = false;
  let tabs = false;

  function* settle(end: boolean): Generator<RawRow> {
    while (pending.length > 0) {
      let odd = false;
      let last = -1;
      for (const [at, { text }] of pending.entries()) {
        odd = endsOpen(text, odd, tabs);
        if (!odd) {
          last = at;
          break;
        }
      }
      if (last < 0) {
        if (!end && pending.length < MAX_ROW_LINES) return;
        report.mistake(source.file, pending[0].line, 'a quote is opened and never closed');
        pending.shift();
        continue;
      }
      const text = pending
        .slice(0, last + 1)
        .map((each) => each.text)
        .join('\n');
      if (last > 0 && !isOneRow(text)) {
        report.mistake(source.file, pending[0].line, 'a quote is opened and never closed');
        pending.shift();
        continue;
      }
      const first = pending[0].line;
      pending.splice(0, last + 1);
      yield { line: first, text };
    }
  }

  for await (const text of lines) {
    line += 1;
    if (line === 1) tabs = delimiterOf(text) === '\t';
    if (!open && text.trim() === '') continue;
    pending.push({ line, text });
    // Only a line with a quote of its own can close what is open.
    if (open && !hasOddQuotes(text) && pending.length < MAX_ROW_LINES) continue;
    yield* settle(false);
    open = pending.length > 0;
  }
  yield* settle(true);
}

/** Whether a quoted field is still open at the line's end. */
function endsOpen(text: string, open: boolean, tabs: boolean): boolean {
  if (!tabs) return hasOddQuotes(text) !== open;
  // An inch mark within a tab-separated field is no quote: only one at the field's start is.
  return text
    .split('\t')
    .reduce((inside, field) => (hasOddQuotes(field) && (inside || field.startsWith('"')) ? !inside : inside), open);
}

function hasOddQuotes(text: string): boolean {
  let odd = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
}

/** Whether the quotes over several lines belong together: each stands at a field's edge or is doubled. */
function isOneRow(text: string): boolean {
  return /^(?:"[^"]*(?:""[^"]*)*"|[^",;\t]*)(?:[,;\t](?:"[^"]*(?:""[^"]*)*"|[^",;\t]*))*$/.test(text);
}

function parseBatch(
  rows: RawRow[],
  delimiter: string,
  source: SourceFile,
  report: Report,
): { line: number; values: string[] }[] {
  if (rows.length === 0) return [];
  const options = { delimiter, relax_column_count: true, relax_quotes: delimiter === '\t' };
  try {
    const parsed: string[][] = parse(rows.map((row) => row.text).join('\n'), options);
    if (parsed.length === rows.length) return parsed.map((values, at) => ({ line: rows[at].line, values }));
  } catch {}
  return rows.flatMap((row) => {
    try {
      const values: string[] | undefined = (parse(row.text, options) as string[][])[0];
      return values === undefined ? [] : [{ line: row.line, values }];
    } catch {
      report.mistake(source.file, row.line, 'broken quotes: a field with a quote must be quoted, its quotes doubled');
      return [];
    }
  });
}

function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const count = (mark: string) => bare.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function repeated(names: string[]): Set<string> {
  return new Set(names.filter((name, at) => name !== '' && names.indexOf(name) !== at));
}
