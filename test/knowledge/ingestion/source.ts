import { createReport, type Report } from '../../../src/knowledge/ingestion/report.ts';
import type { SourceFile } from '../../../src/knowledge/ingestion/text-file.ts';
import { withFolder } from '../packs/pack-folder.ts';

/** Runs a reader on a file of that content; what it read, and what it reported as `line: message`. */
export async function reading<T>(
  name: string,
  content: string | Uint8Array,
  read: (source: SourceFile, report: Report) => AsyncIterable<T> | Promise<T[]>,
): Promise<{ items: T[]; mistakes: string[]; warnings: string[] }> {
  const report = createReport();
  const items = await withFolder({ [name]: content }, async (folder) => {
    const result = read({ path: `${folder}/${name}`, file: name }, report);
    if (result instanceof Promise) return result;
    const all: T[] = [];
    for await (const item of result) all.push(item);
    return all;
  });
  const said = (list: readonly { line: number; message: string }[]) =>
    list.map(({ line, message }) => `${line}: ${message}`);
  return { items, mistakes: said(report.mistakes), warnings: said(report.warnings) };
}
