import { loadBaseExamples } from '../../understanding/intent/base-examples.ts';
import type { ReplyLanguage } from '../../understanding/understanding.ts';
import { NO_QUESTIONS } from '../answers/collect-passages.ts';
import { createEvidenceReader, type EvidenceParts } from '../answers/evidence.ts';
import type { BuiltInEmbeddings } from '../embeddings/built-in-embeddings.ts';
import { createHybridIndex } from '../hybrid/hybrid-index.ts';
import { computeParts } from '../index/index-parts.ts';
import { createPackLexicon } from '../lexicon/pack-lexicon.ts';
import type { FaqEntry, Localized, Pack } from '../pack.ts';

/** A question asked of an index that had not seen it. */
export interface AnswerLesson {
  pack: string;
  language: ReplyLanguage;
  question: string;
  /** Whether its entry was there ('held'), had been taken out ('gone'), or never was in any pack ('foreign'). */
  kind: 'held' | 'gone' | 'foreign';
  entries: { id: string; parts: EvidenceParts }[];
  none: number;
  /** Of the entry that answers. */
  id?: string;
}

const FOLDS = 4;
const LANGUAGES = ['en', 'zh'] as const;

/** Asks a pack's own questions: each wording of an index without it, then of an index without its entry; and what no pack answers. */
export async function* answerLessons(pack: Pack): AsyncGenerator<AnswerLesson> {
  const foreign = LANGUAGES.flatMap((language) =>
    loadBaseExamples('train', [language])
      .filter(({ intent }) => intent === 'out_of_scope')
      .slice(NO_QUESTIONS.out_of_scope)
      .map(({ text }) => ({ language, question: text })),
  );
  for (let fold = 0; fold < FOLDS; fold++) {
    const { kept, held } = withhold(pack.faq, fold);
    const whole = await readerOf({ ...pack, products: [], faq: kept });
    for (const each of held) yield { ...whole(each.question), pack: pack.id, kind: 'held', ...each };
    if (fold === 0)
      for (const each of foreign) yield { ...whole(each.question), pack: pack.id, kind: 'foreign', ...each };
    const without = await readerOf({
      ...pack,
      products: [],
      sections: [],
      faq: pack.faq.filter((_, at) => at % FOLDS !== fold),
    });
    for (const entry of pack.faq.filter((_, at) => at % FOLDS === fold))
      for (const { language, question } of wordingsOf(entry))
        yield { ...without(question), pack: pack.id, kind: 'gone', question, language };
  }
}

function wordingsOf({ question, variants }: FaqEntry): { language: ReplyLanguage; question: string }[] {
  return LANGUAGES.flatMap((language) =>
    [question, ...variants].flatMap((wording) => {
      const text = wording[language];
      return text === undefined ? [] : [{ language, question: text }];
    }),
  );
}

/** Takes every fourth variant out of the entries. */
function withhold(faq: readonly FaqEntry[], fold: number) {
  const held: { language: ReplyLanguage; question: string; id: string }[] = [];
  let count = 0;
  const kept = faq.map((entry) => ({
    ...entry,
    variants: entry.variants.map((variant) => {
      const left: Localized = {};
      for (const language of LANGUAGES) {
        const question = variant[language];
        if (question === undefined) continue;
        if (count++ % FOLDS === fold) held.push({ language, question, id: entry.id });
        else left[language] = question;
      }
      return left;
    }),
  }));
  return { kept, held };
}

async function readerOf(pack: Pack) {
  const parts = await computeParts(pack);
  const lexicon = createPackLexicon(pack);
  const { units, passageIndex: lexical, passageVectors: vectors, passageWeights: weights, classifier } = parts;
  const reader = createEvidenceReader({
    units,
    lexical,
    lexicon,
    classifier,
    index: createHybridIndex({ lexical, lexicon, vectors, weights }),
    scale: parts.passageScale,
  });
  const embeddings = parts.embeddings as BuiltInEmbeddings;
  return (question: string) => {
    const { evidence, none } = reader.read(question, embeddings.vectorOf(question));
    const entries = evidence.filter(({ unit }) => unit.kind === 'faq');
    return { none, entries: entries.map(({ unit, parts: each }) => ({ id: unit.id, parts: each })) };
  };
}
