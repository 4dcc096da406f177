import type { Pack } from '../../knowledge/pack.ts';
import type { ReplyLanguage } from '../../understanding/understanding.ts';
import type { Brief, BriefContext } from '../brief.ts';
import { createLexicon, type Lexicon } from '../format.ts';
import type { Reply } from '../reply.ts';
import { createSay } from '../wording/wording.ts';
import { writeAnswer, writeFixedAnswer, writeOrder, writeUnanswered } from './answers.ts';
import { writeLinking } from './linking.ts';
import { writeNothingFound } from './nothing-found.ts';
import { writePrivacy } from './privacy.ts';
import { writeComparison, writeFacts, writeStockAlert } from './products.ts';
import { writeRecommendation } from './recommendations.ts';
import { writeSimple } from './simple.ts';

/** The parts of a reply that a brief's kind decides. */
export type Draft = Omit<Reply, 'language' | 'by'>;

/** What the functions of this folder get. */
export interface Scene extends BriefContext {
  pack: Pack;
  lexicon: Lexicon;
  shop: string;
}

export interface BuiltInWriter {
  /** Words a brief; never fails, never states what the brief and the pack do not hold. */
  write(brief: Brief, context: BriefContext): Reply;
}

/** The writer that needs no model: fixed sentences of the pack's wording, filled with the brief's facts. */
export function createBuiltInWriter({ pack }: { pack: Pack }): BuiltInWriter {
  return {
    write(brief, context) {
      const say = createSay(pack, context.language, context.seed);
      const lexicon = createLexicon(pack, context.language, say);
      const draft = draftOf(brief, { ...context, pack, lexicon, shop: shopName(pack, context.language) });
      return { ...draft, text: draft.text.trim(), language: context.language, by: 'built-in' };
    },
  };
}

function draftOf(brief: Brief, scene: Scene): Draft {
  switch (brief.kind) {
    case 'recommend':
      return writeRecommendation(brief, scene);
    case 'nothing_found':
      return writeNothingFound(brief, scene);
    case 'answer':
      return writeAnswer(brief, scene);
    case 'fixed_answer':
      return writeFixedAnswer(brief, scene);
    case 'unanswered':
      return writeUnanswered(scene);
    case 'compare':
      return writeComparison(brief, scene);
    case 'product_facts':
      return writeFacts(brief, scene);
    case 'stock_alert':
      return writeStockAlert(brief, scene);
    case 'order':
    case 'order_unknown':
    case 'order_which':
      return writeOrder(brief, scene);
    case 'privacy_export':
    case 'privacy_erase_confirm':
    case 'privacy_erased':
    case 'privacy_kept':
    case 'privacy_why':
    case 'marketing_stopped':
    case 'consent_set':
    case 'preference_noted':
    case 'preference_undone':
      return writePrivacy(brief, scene);
    case 'account_link':
      return writeLinking(brief, scene);
    default:
      return writeSimple(brief, scene);
  }
}

function shopName(pack: Pack, language: ReplyLanguage): string {
  return pack.name[language] ?? pack.name.en ?? pack.name.zh ?? pack.id;
}
