import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { messageOf } from '../../errors.ts';
import type { Report } from '../ingestion/report.ts';
import { readText, type SourceFile } from '../ingestion/text-file.ts';

/** A checked YAML file, with the line on which any value of it stands. */
export interface YamlFile<T> {
  value: T;
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads and checks a YAML file; every mistake is reported with its line, and then the result is undefined. */
export async function readYaml<T>(
  source: SourceFile,
  schema: z.ZodType<T>,
  report: Report,
): Promise<YamlFile<T> | undefined> {
  const text = await readText(source, report);
  if (text.trim() === '') return undefined;
  const deep = lineTooDeep(text);
  if (deep !== undefined) {
    report.mistake(source.file, deep, 'nested too deep');
    return undefined;
  }
  const lines = new LineCounter();
  // Aliases are limited by the library, so that a few lines cannot unfold into gigabytes.
  const document = parseDocument(text, { lineCounter: lines });
  for (const error of document.errors) {
    report.mistake(source.file, error.linePos?.[0].line ?? 1, error.message.split('\n')[0].replace(/ at line.*$/, ''));
  }
  if (document.errors.length > 0) return undefined;

  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      const range = (node as { range?: [number, number, number] } | undefined)?.range;
      if (range) return lines.linePos(range[0]).line;
    }
    return 1;
  };

  let content: unknown;
  try {
    content = document.toJS();
  } catch (error) {
    report.mistake(source.file, 1, messageOf(error));
    return undefined;
  }
  const result = schema.safeParse(content);
  if (result.success) return { value: result.data, lineOf };
  for (const issue of result.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        report.mistake(source.file, lineOf([...issue.path, key]), `unknown key "${key}"${at(issue.path)}`);
    } else report.mistake(source.file, lineOf(issue.path), `${issue.message}${at(issue.path)}`);
  }
  return undefined;
}

/** The first line nested deeper than any pack is: the parser would exhaust the stack or the memory on it. */
function lineTooDeep(text: string): number | undefined {
  let open = 0;
  for (const [at, line] of text.split('\n').entries()) {
    if (/^[\s?:-]{200}/.test(line)) return at + 1;
    for (const mark of line.match(/[[\]{}]/g) ?? []) {
      open = mark === '[' || mark === '{' ? open + 1 : Math.max(0, open - 1);
      if (open > 100) return at + 1;
    }
  }
  return undefined;
}

function at(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '' : ` (${path.map(String).join('.')})`;
}
