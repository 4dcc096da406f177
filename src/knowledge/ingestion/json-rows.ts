import { messageOf } from '../../errors.ts';
import type { Report } from './report.ts';
import type { Row } from './row.ts';
import { openText, readLines, type SourceFile } from './text-file.ts';

/** Longest JSON record read. */
const MAX_RECORD_CHARACTERS = 8 << 20;

/** One JSON object a line; blank lines are passed over, a malformed line is reported. */
export async function* readJsonLines(source: SourceFile, report: Report): AsyncGenerator<Row> {
  let line = 0;
  for await (const text of readLines(source, report)) {
    line += 1;
    if (text.trim() === '') continue;
    const row = parseRecord(text, line, source, report);
    if (row !== undefined) yield row;
  }
}

/**
 * The objects of a JSON array, or of the first array in an object ({"products": [...]}), streamed: a large
 * file never has to fit in memory.
 */
export async function* readJsonArray(source: SourceFile, report: Report): AsyncGenerator<Row> {
  let line = 1;
  let start = 1;
  let depth = 0;
  let record = '';
  let inString = false;
  let escaped = false;
  let arrayDepth = -1;
  let recordFrom = -1;

  for await (const chunk of openText(source, report)) {
    recordFrom = record === '' ? -1 : 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const mark = chunk[at];
      if (mark === '\n') line += 1;
      if (inString) {
        if (escaped) escaped = false;
        else if (mark === '\\') escaped = true;
        else if (mark === '"') inString = false;
        continue;
      }
      if (mark === '"') inString = true;
      else if (mark === '[' && arrayDepth < 0) arrayDepth = depth;
      else if (mark === '{' || mark === '[') {
        depth += 1;
        if (mark === '{' && arrayDepth >= 0 && depth === arrayDepth + 1) {
          recordFrom = at;
          start = line;
        }
      } else if (mark === ']' && depth === arrayDepth) {
        return;
      } else if (mark === '}' || mark === ']') {
        depth -= 1;
        if (recordFrom >= 0 && depth === arrayDepth) {
          const row = parseRecord(record + chunk.slice(recordFrom, at + 1), start, source, report);
          if (row !== undefined) yield row;
          record = '';
          recordFrom = -1;
        }
      }
    }
    if (recordFrom >= 0) record += chunk.slice(recordFrom);
    if (record.length > MAX_RECORD_CHARACTERS) break;
  }
  if (arrayDepth < 0) report.mistake(source.file, 1, 'no JSON array of products');
  else report.mistake(source.file, recordFrom >= 0 || record !== '' ? start : line, 'the JSON array is not closed');
}

function parseRecord(text: string, line: number, source: SourceFile, report: Report): Row | undefined {
  try {
    const fields: unknown = JSON.parse(text);
    if (typeof fields === 'object' && fields !== null && !Array.isArray(fields)) {
      return { line, fields: fields as Record<string, unknown> };
    }
    report.mistake(source.file, line, 'not a JSON object');
  } catch (error) {
    report.mistake(source.file, line, `malformed JSON: ${messageOf(error).slice(0, 120)}`);
  }
  return undefined;
}
