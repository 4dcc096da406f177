import type { Report } from './report.ts';
import type { SourceFile } from './text-file.ts';

/** A piece of a document that stands under one heading. */
export interface Section {
  /** Headings from the document's title down; [] before the first heading. */
  headingPath: string[];
  text: string;
  /** 1-based; of a PDF the page. */
  line: number;
}

/** Reads a document as sections; what is wrong goes to the report. */
export type DocumentReader = (source: SourceFile, report: Report) => Promise<Section[]>;

/** A block of a document in reading order. */
export type Block = { line: number; text: string } & ({ kind: 'heading'; depth: number } | { kind: 'text' });

/** Sections longer than this are split between blocks, so that a passage stays about one thing. */
const MAX_SECTION_CHARACTERS = 1500;

/** Puts blocks under their headings; a long section becomes several with the same path. */
export function toSections(blocks: Iterable<Block>): Section[] {
  const sections: Section[] = [];
  const headings: { depth: number; text: string }[] = [];
  let open: Section | undefined;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      while (headings.length > 0 && headings[headings.length - 1].depth >= block.depth) headings.pop();
      headings.push({ depth: block.depth, text: block.text });
      open = undefined;
      continue;
    }
    for (const text of cut(block.text)) {
      if (open === undefined || open.text.length + text.length > MAX_SECTION_CHARACTERS) {
        open = { headingPath: headings.map((heading) => heading.text), text, line: block.line };
        sections.push(open);
      } else open.text += `\n\n${text}`;
    }
  }
  return sections;
}

/** Cuts a block that alone is too long, after a sentence where there is one. */
function cut(text: string): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > MAX_SECTION_CHARACTERS) {
    const head = rest.slice(0, MAX_SECTION_CHARACTERS);
    const end = /^.*([.!?](?=\s|$)|[。！？\n])/su.exec(head)?.[0].length ?? head.lastIndexOf(' ') + 1;
    const at = end > MAX_SECTION_CHARACTERS / 4 ? end : MAX_SECTION_CHARACTERS;
    pieces.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  if (rest !== '') pieces.push(rest);
  return pieces;
}
