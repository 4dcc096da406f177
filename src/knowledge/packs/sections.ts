import type { ReplyLanguage } from '../../understanding/understanding.ts';
import { readDocument } from '../ingestion/documents.ts';
import type { Report } from '../ingestion/report.ts';
import type { SourceFile } from '../ingestion/text-file.ts';
import type { PackSection } from '../pack.ts';
import { slug } from './category.ts';
import { languageOf } from './language.ts';

/** The sections of a text of the pack; its language is said by the file's name (`policies.zh.md`), else by its script. */
export async function readSections(source: SourceFile, report: Report): Promise<PackSection[]> {
  const named = /\.(en|zh)\.\w+$/i.exec(source.file)?.[1].toLowerCase() as ReplyLanguage | undefined;
  const taken = new Map<string, number>();
  const stem = source.file.replace(/\.\w+$/, '');
  return (await readDocument(source, report)).map(({ headingPath, text, line }) => {
    const base = `${stem}#${headingPath.length === 0 ? 'top' : slug(headingPath.slice(-2).join(' '))}`;
    const times = (taken.get(base) ?? 0) + 1;
    taken.set(base, times);
    return {
      id: times === 1 ? base : `${base}-${times}`,
      language: named ?? languageOf(`${headingPath.join(' ')} ${text}`),
      headingPath,
      text,
      source: { file: source.file, line },
    };
  });
}
