import { Parser } from 'htmlparser2';
import type { Report } from './report.ts';
import type { Row } from './row.ts';
import { openText, type SourceFile } from './text-file.ts';

/** Longest text kept of one element; the rest is dropped. */
const MAX_TEXT_CHARACTERS = 1 << 20;

/**
 * The `<item>`s (RSS) or `<entry>`s (Atom) of an XML feed, streamed, their elements by name without prefix; of a
 * repeated element the first counts. No document types or own entities are expanded.
 */
export async function* readXmlRows(source: SourceFile, report: Report): AsyncGenerator<Row> {
  const ready: Row[] = [];
  let line = 1;
  let item: Row | undefined;
  let path: string[] = [];
  let text = '';
  let found = 0;

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const local = name.replace(/^.*:/, '');
        if (local === 'item' || local === 'entry') {
          if (item !== undefined) report.mistake(source.file, item.line, `<${name}> is not closed`);
          item = { line, fields: {} };
          found += 1;
          path = [];
          return;
        }
        if (item === undefined) return;
        path.push(local);
        text = local === 'link' && attributes.href !== undefined ? attributes.href : '';
      },
      ontext(data) {
        if (item !== undefined && text.length < MAX_TEXT_CHARACTERS) text += data;
      },
      onclosetag(name, implied) {
        const local = name.replace(/^.*:/, '');
        if (item === undefined) return;
        if (local === 'item' || local === 'entry') {
          if (implied) report.mistake(source.file, item.line, `<${name}> is not closed`);
          else ready.push(item);
          item = undefined;
          return;
        }
        // Only direct children are fields; what is nested (shipping, tax) is passed over.
        if (path.length === 1 && item.fields[local] === undefined) item.fields[local] = text.trim();
        path.pop();
      },
    },
    { xmlMode: true },
  );

  // Cut at line ends to know the line; a feed without any is still read piece by piece.
  for await (const chunk of openText(source, report)) {
    for (const [at, piece] of chunk.split('\n').entries()) {
      if (at > 0) {
        line += 1;
        parser.write('\n');
      }
      parser.write(piece);
      while (ready.length > 0) yield ready.shift()!;
    }
  }
  parser.end();
  yield* ready;
  if (found === 0) report.mistake(source.file, 1, 'no <item> or <entry> of a product feed in it');
}
