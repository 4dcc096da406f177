import { readFile, stat } from 'node:fs/promises';
import { messageOf } from '../../errors.ts';
import { type PdfLimits, type PdfLine, readPdfText } from './pdf-text.ts';
import type { Report } from './report.ts';
import { type Block, type Section, toSections } from './section.ts';
import type { SourceFile } from './text-file.ts';

const MAX_FILE_BYTES = 64 << 20;
const LIMITS: PdfLimits = { maxPages: 500, timeoutMs: 60_000, maxMemoryBytes: 768 << 20 };

/** PDF by its headings, which are short lines in larger print; the line of a section is its page. */
export async function readPdf(source: SourceFile, report: Report, limits: Partial<PdfLimits> = {}): Promise<Section[]> {
  const { size } = await stat(source.path);
  if (size > MAX_FILE_BYTES) {
    report.mistake(source.file, 1, `larger than ${MAX_FILE_BYTES >> 20} MB; split it`);
    return [];
  }
  try {
    const { pageCount, pages } = await readPdfText(new Uint8Array(await readFile(source.path)), {
      ...LIMITS,
      ...limits,
    });
    if (pages.length < pageCount)
      report.warn(source.file, pages.length, `only ${pages.length} of ${pageCount} pages are read`);
    return toSections(blocksOf(pages));
  } catch (error) {
    report.mistake(source.file, 1, `PDF: ${messageOf(error)}`);
    return [];
  }
}

function blocksOf(pages: PdfLine[][]): Block[] {
  const body = bodySize(pages.flat());
  const sizes = headingSizes(pages.flat(), body);
  const blocks: Block[] = [];
  for (const [at, lines] of pages.entries()) {
    let previous: PdfLine | undefined;
    for (const line of lines) {
      const depth = sizes.indexOf(Math.round(line.size)) + 1;
      const text = line.text.replace(/\s+/g, ' ').trim();
      const last = blocks.at(-1);
      const near = previous !== undefined && Math.abs(previous.y - line.y) < 1.7 * Math.max(line.size, previous.size);
      const joins =
        near &&
        last !== undefined &&
        (depth > 0 ? last.kind === 'heading' && last.depth === depth : last.kind === 'text');
      if (joins) last.text = joinLines(last.text, text);
      else
        blocks.push(depth > 0 ? { kind: 'heading', depth, text, line: at + 1 } : { kind: 'text', text, line: at + 1 });
      previous = line;
    }
  }
  return blocks;
}

/** The size most characters are printed in. */
function bodySize(lines: PdfLine[]): number {
  const characters = new Map<number, number>();
  for (const { size, text } of lines)
    characters.set(Math.round(size), (characters.get(Math.round(size)) ?? 0) + text.length);
  return [...characters].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

/** Sizes of headings, largest first: clearly above the body, and of short lines only. */
function headingSizes(lines: PdfLine[], body: number): number[] {
  const sizes = [...new Set(lines.map((line) => Math.round(line.size)))]
    .filter((size) => size > body * 1.12)
    .sort((a, b) => b - a);
  return sizes
    .filter((size) => lines.every((line) => Math.round(line.size) !== size || line.text.length <= 120))
    .slice(0, 5);
}

/** Chinese runs on without a space; a word divided at the line's end is put together. */
function joinLines(before: string, after: string): string {
  if (/\p{Script=Han}[，。、；：]?$/u.test(before) || /^[\p{Script=Han}，。、；：]/u.test(after)) return before + after;
  if (/\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(after)) return before.slice(0, -1) + after;
  return `${before} ${after}`;
}
