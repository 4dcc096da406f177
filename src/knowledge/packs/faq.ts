import type { Tokens } from 'marked';
import type { ReplyLanguage } from '../../understanding/understanding.ts';
import { headingText, type LocatedToken, plainText, readMarkdownTokens } from '../ingestion/markdown-tokens.ts';
import type { Report } from '../ingestion/report.ts';
import type { SourceFile } from '../ingestion/text-file.ts';
import type { FaqEntry } from '../pack.ts';

/** Reads faq.md in the form of docs/PACKS.md: `## id`, then `### en: question`, its other wordings, its answer. */
export async function readFaq(source: SourceFile, report: Report): Promise<FaqEntry[]> {
  const tokens = await readMarkdownTokens(source, report);
  const mistake = (line: number, message: string) => report.mistake(source.file, line, message);
  const entries: FaqEntry[] = [];
  const lines = new Map<string, number>();

  for (const part of splitAt(tokens, 2)) {
    const id = headingText(part[0].token);
    const { line } = part[0];
    if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u.test(id)) {
      mistake(line, `"${id.slice(0, 60)}" is no id: one word of letters, digits, ".", "_" or "-" stands after ##`);
      continue;
    }
    if (lines.has(id)) mistake(line, `duplicate id "${id}", first in line ${lines.get(id)}`);
    else lines.set(id, line);
    const entry: FaqEntry = { id, question: {}, answer: {}, variants: [], source: { file: source.file, line } };
    const topic = topicOf(part);
    if (topic !== undefined) entry.topic = topic;
    for (const question of splitAt(part.slice(1), 3)) readQuestion(question, entry, mistake);
    if (Object.keys(entry.question).length === 0)
      mistake(line, `"${id}" has no question: write "### en: ..." or "### zh: ..."`);
    entries.push(entry);
  }
  if (entries.length === 0 && tokens.length > 0) mistake(1, 'no entries: each begins with "## id"');
  return entries;
}

function readQuestion(tokens: LocatedToken[], entry: FaqEntry, mistake: (line: number, message: string) => void) {
  const [{ token, line }, ...body] = tokens;
  const heading = /^(\w+)\s*[:：]\s*(.+)$/s.exec(headingText(token));
  const language = heading?.[1].toLowerCase();
  if (heading === null || (language !== 'en' && language !== 'zh')) {
    mistake(line, 'a question begins with its language: "### en: ..." or "### zh: ..."');
    return;
  }
  if (entry.question[language] !== undefined) mistake(line, `"${entry.id}" has two questions in ${language}`);
  entry.question[language] = heading[2].trim();
  if (body[0]?.token.type === 'list') {
    const list = body.shift()!.token as Tokens.List;
    list.items.forEach((item, at) => {
      const text = plainText(item.text);
      if (text !== '') entry.variants[at] = { ...entry.variants[at], [language as ReplyLanguage]: text };
    });
  }
  const answer = body.map(({ token: each }) => each.raw.trim()).join('\n\n');
  if (answer === '') mistake(line, `"${entry.id}" has no answer in ${language}`);
  else entry.answer[language] = answer;
}

function topicOf(part: LocatedToken[]): string | undefined {
  for (const { token } of part.slice(1)) {
    if (token.type === 'heading') return undefined;
    const topic = token.type === 'paragraph' ? /^topic:\s*(.+)$/m.exec(token.raw) : null;
    if (topic !== null) return topic[1].trim();
  }
  return undefined;
}

/** The parts that begin with a heading of that depth; what stands before the first is left out. */
function splitAt(tokens: LocatedToken[], depth: number): LocatedToken[][] {
  const parts: LocatedToken[][] = [];
  for (const located of tokens) {
    const { token } = located;
    if (token.type === 'heading' && token.depth === depth) parts.push([located]);
    else parts.at(-1)?.push(located);
  }
  return parts;
}
