import { isStopWord, isWeakWord } from '../knowledge/lexical/stop-words.ts';

/** What is read of a turn to tell what it wished for. */
export interface Wishing {
  intent?: string;
  route?: string;
  understanding?: {
    keywords: string[];
    filters?: { category?: string };
    entities?: { relativePrice?: string; more?: boolean; references?: unknown[] };
  };
}

/** Intents of who looks for something to buy. */
const WANTING = new Set(['recommend', 'search', 'ask_stock', 'ask_price', 'ask_product']);

/**
 * What somebody wished for that no category of the pack has: "sell bicycles" is a wish for bicycles. Undefined for "cheaper",
 * "another one", and wishes for goods the pack has, only not such ones.
 */
export function wishFor({ intent, understanding }: Wishing): string | undefined {
  if (!WANTING.has(intent ?? '') || !understanding) return undefined;
  const { keywords, filters, entities } = understanding;
  if (filters?.category !== undefined || entities?.relativePrice !== undefined || entities?.more) return undefined;
  return keywords.map(withoutVerb).find((phrase) => phrase.split(' ').some((word) => word !== '' && !says(word)));
}

/** A turn that asks something one could answer for everybody: no wish that was only too narrow, nothing about "the second one". */
export function isQuestion(turn: Wishing): boolean {
  if ((turn.understanding?.entities?.references?.length ?? 0) > 0) return false;
  return turn.route !== 'recommend' || wishFor(turn) !== undefined;
}

const says = (word: string): boolean => isStopWord(word) || isWeakWord(word);

const withoutVerb = (phrase: string): string =>
  phrase.toLowerCase().replace(/^(?:sell|buy|carry|stock|need|want|find|get)\b\s*/, '');
