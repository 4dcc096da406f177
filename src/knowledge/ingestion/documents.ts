import { extname } from 'node:path';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { readPdf } from './pdf.ts';
import type { Report } from './report.ts';
import type { DocumentReader, Section } from './section.ts';
import type { SourceFile } from './text-file.ts';

const READERS: Record<string, DocumentReader> = {
  '.md': readMarkdown,
  '.markdown': readMarkdown,
  '.html': readHtml,
  '.htm': readHtml,
  '.pdf': readPdf,
};

/** Whether a text can be read from a file of this name. */
export function isDocument(name: string): boolean {
  return Object.hasOwn(READERS, extname(name).toLowerCase());
}

/** The sections of a document, by the file's extension; a document without any text is reported. */
export async function readDocument(source: SourceFile, report: Report): Promise<Section[]> {
  const before = report.mistakeCount;
  const sections = await READERS[extname(source.path).toLowerCase()](source, report);
  if (sections.length === 0 && report.mistakeCount === before) report.mistake(source.file, 1, 'no text in it');
  return sections;
}
