import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../paths.ts';
import { readFilters } from '../../understanding/filters/read-filters.ts';
import { compileVocabulary } from '../../understanding/filters/vocabulary-index.ts';
import { cleanText } from '../../understanding/text/clean.ts';
import type { ReplyLanguage } from '../../understanding/understanding.ts';
import type { Pack } from '../pack.ts';
import { vocabularyOf } from '../packs/vocabulary.ts';
import type { Retriever } from '../retriever.ts';
import type { Engine } from './engines.ts';
import { readLines } from './judged-queries.ts';

const querySchema = z.object({ query: z.string(), relevant: z.array(z.string()) });
const questionSchema = z.object({ question: z.string(), faq: z.string().nullable(), pack: z.string().default('shop') });

/** Shares of a set, 0..1. */
export interface ShopFigures {
  /** A right product among the first three, of the queries that have one. */
  top3: number;
  /** The same of another engine, which reads no filters. */
  baselineTop3: number;
  /** Nothing offered, of the queries that nothing in the shop fits. */
  nothing: number;
}

export interface FaqFigures {
  /** The right entry first, of the questions the FAQ answers. */
  first: number;
  /** Nothing answered, of the questions that nothing answers. */
  unanswered: number;
}

const file = (set: string, language: ReplyLanguage) =>
  join(projectRoot, 'test', 'knowledge', `${set}.${language}.jsonl`);

/** Runs the shop's chat-like queries as the bot does: filters are read from the text first. */
export async function shopFigures(
  pack: Pack,
  retriever: Retriever,
  baseline: Engine,
  language: ReplyLanguage,
): Promise<ShopFigures | undefined> {
  if (!existsSync(file('shop-queries', language))) return undefined;
  const queries = readLines(file('shop-queries', language), querySchema);
  const vocabulary = compileVocabulary(vocabularyOf(pack));
  const found = { top3: 0, baselineTop3: 0, nothing: 0 };
  for (const { query, relevant } of queries) {
    const { text } = cleanText(query);
    const { filters } = readFilters(text, vocabulary);
    const { hits } = await retriever.search({ text, filters, inferred: ['category'], language, limit: 10 });
    const first = hits.slice(0, 3).map(({ product }) => product.id);
    if (relevant.length === 0) found.nothing += hits.length === 0 ? 1 : 0;
    else {
      if (first.some((id) => relevant.includes(id))) found.top3++;
      if ((await baseline.search(query, 3)).some((id) => relevant.includes(id))) found.baselineTop3++;
    }
  }
  const fitting = queries.filter(({ relevant }) => relevant.length > 0).length;
  return {
    top3: found.top3 / fitting,
    baselineTop3: found.baselineTop3 / fitting,
    nothing: found.nothing / (queries.length - fitting),
  };
}

/**
 * Asks paraphrased questions: the shop's ('shop-faq'), a set over all shipped packs ('packs-faq'), or one whose unanswerable questions
 * sound like answerable ones ('near-faq'). `retrieverOf` gives the retriever of a pack by its name.
 */
export async function faqFigures(
  retrieverOf: (pack: string) => Promise<Retriever>,
  set: 'shop-faq' | 'packs-faq' | 'near-faq',
  language: ReplyLanguage,
): Promise<FaqFigures | undefined> {
  if (!existsSync(file(set, language))) return undefined;
  const questions = readLines(file(set, language), questionSchema);
  let first = 0;
  let unanswered = 0;
  for (const { question, faq, pack } of questions) {
    const [passage] = await (await retrieverOf(pack)).answer(question, language, 1);
    if (faq === null) unanswered += passage ? 0 : 1;
    else if (passage?.id === faq) first++;
  }
  const answerable = questions.filter(({ faq }) => faq !== null).length;
  return { first: first / answerable, unanswered: unanswered / (questions.length - answerable) };
}
