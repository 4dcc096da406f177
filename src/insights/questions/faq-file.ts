import { statSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../errors.ts';
import { createReport } from '../../knowledge/ingestion/report.ts';
import type { FaqEntry } from '../../knowledge/pack.ts';
import { readFaq } from '../../knowledge/packs/faq.ts';
import type { ReplyLanguage } from '../../understanding/understanding.ts';

/** A question with its answer, as it goes into a pack's faq.md (docs/PACKS.md). */
export interface NewEntry {
  id: string;
  question: Partial<Record<ReplyLanguage, string>>;
  answer: Partial<Record<ReplyLanguage, string>>;
  /** Other ways to ask it. */
  variants: Partial<Record<ReplyLanguage, string[]>>;
}

/**
 * Adds an entry to a faq.md, whole or not at all: what would be written is first read back as the pack reader does, and must give
 * the old entries and this one. Throws INPUT_INVALID where it does not: an answer that begins with a list, an open code fence.
 */
export async function addToFaq(path: string, entry: NewEntry): Promise<void> {
  const old = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const text = `${old.trimEnd()}${old.trim() === '' ? '' : '\n\n'}${entryText(entry)}`;
  const before = await entriesOf(old);
  const after = await entriesOf(text);
  const added = after.at(-1);
  const kept = JSON.stringify(after.slice(0, -1)) === JSON.stringify(before);
  const whole = Object.entries(entry.answer).every(
    ([language, answer]) =>
      answer === undefined || plain(added?.answer[language as ReplyLanguage]) === plain(lines(answer)),
  );
  if (!kept || added?.id !== entry.id || !whole) {
    throw new AppError(
      'INPUT_INVALID',
      'The answer cannot be kept as it is: begin it with a sentence, not with a list, and close every code block',
    );
  }
  const fresh = `${path}.new`;
  await writeFile(fresh, text);
  await rename(fresh, path);
}

/** The file a pack's questions are in. Throws INPUT_INVALID for a pack that is one product file: there is no place for them. */
export function faqFileOf(packPath: string): string {
  if (statSync(packPath).isDirectory()) return join(packPath, 'faq.md');
  throw new AppError('INPUT_INVALID', 'The pack is a single product file: put it into a folder to add answers');
}

/** An id that no entry has, of the question's own words. */
export function faqId(question: NewEntry['question'], taken: ReadonlySet<string>): string {
  const words = (question.en ?? question.zh ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const base = words.slice(0, 6).join('-').slice(0, 50).replace(/-+$/, '') || 'question';
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}

function entryText({ id, question, answer, variants }: NewEntry): string {
  const parts = (['en', 'zh'] as const).flatMap((language) => {
    const [asked, said] = [question[language], answer[language]];
    if (asked === undefined || said === undefined) return [];
    const others = (variants[language] ?? []).map((variant) => `- ${oneLine(variant)}`);
    return [`### ${language}: ${oneLine(asked)}`, ...others, '', lines(said)];
  });
  return [`## ${id}`, ...parts, ''].join('\n');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A heading in an answer would end it. */
function lines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/^(\s{0,3})(#{1,6}\s)/gm, '$1\\$2')
    .trim();
}

const plain = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

async function entriesOf(text: string): Promise<Omit<FaqEntry, 'source'>[]> {
  const folder = await mkdtemp(join(tmpdir(), 'faq-'));
  try {
    const path = join(folder, 'faq.md');
    await writeFile(path, text);
    const report = createReport();
    const entries = await readFaq({ path, file: 'faq.md' }, report);
    const [first] = report.mistakes;
    if (first)
      throw new AppError('INPUT_INVALID', `The questions file has a mistake in line ${first.line}: ${first.message}`);
    return entries.map(({ source: _, ...entry }) => entry);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
