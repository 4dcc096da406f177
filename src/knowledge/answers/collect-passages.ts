import { loadBaseExamples } from '../../understanding/intent/base-examples.ts';
import { PASSAGE_WEIGHTS } from '../hybrid/fusion-weights.ts';
import { createHybridIndex } from '../hybrid/hybrid-index.ts';
import { buildLexicalIndex } from '../lexical/lexical-index.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Pack } from '../pack.ts';
import { createVectorTable } from '../vectors/vector-table.ts';
import { type BorrowOptions, borrowWordings } from './borrow-wordings.ts';
import { PASSAGE_FIELDS, type PassageUnit, passageUnits, unitFields } from './passage-units.ts';
import {
  type AskedQuestion,
  classifyQuestion,
  NO_ENTRY,
  type QuestionClassifier,
  trainQuestionClassifier,
} from './question-classifier.ts';
import { type Topic, topicsOf, wordingsOf } from './topics.ts';

/** A pack's passages with every wording that leads to them. */
export interface PassageCollection {
  /** The pack's own units, then borrowed ones. */
  units: readonly PassageUnit[];
  borrowed: readonly PassageUnit[];
  /** Absent when the pack has no FAQ. */
  classifier: QuestionClassifier | undefined;
  /** What the classifier learnt from. */
  questions: readonly AskedQuestion[];
}

/** How many utterances of these base intents, in each language, teach what no entry answers. */
export const NO_QUESTIONS: Readonly<Record<string, number>> = {
  out_of_scope: 60,
  smalltalk: 40,
  greet: 20,
  thanks: 20,
  goodbye: 20,
};

/** Gathers a pack's passages, lends them the shipped wordings, and trains the classifier of its questions. */
export function collectPassages(pack: Pick<Pack, 'domain' | 'faq' | 'sections'>, lexicon: Lexicon): PassageCollection {
  const own = passageUnits(pack);
  if (pack.faq.length === 0) return { units: own, borrowed: [], classifier: undefined, questions: [] };
  const topics = topicsOf(pack.domain);
  const { units: borrowed, unanswered } = borrowWordings({
    topics,
    find: byWords(own, lexicon),
    chancesOf: byTopic(own, topics, lexicon),
  });
  const units = [...own, ...borrowed];
  const questions = [...questionsOf(units), ...unsaid(unanswered), ...noQuestions()];
  return { units, borrowed, classifier: trainQuestionClassifier(questions, lexicon), questions };
}

function questionsOf(units: readonly PassageUnit[]): AskedQuestion[] {
  return units.filter(({ kind }) => kind === 'faq').map(({ heading, id }) => ({ text: heading, id }));
}

/** Topics that the pack says nothing about are questions that it cannot answer. */
function unsaid(topics: readonly Topic[]): AskedQuestion[] {
  return topics.flatMap((topic) => wordingsOf(topic).map(({ heading }) => ({ text: heading, id: NO_ENTRY })));
}

function noQuestions(): AskedQuestion[] {
  const taken = new Map<string, number>();
  return (['en', 'zh'] as const).flatMap((language) => {
    taken.clear();
    return loadBaseExamples('train', [language])
      .filter(({ intent }) => {
        const count = taken.get(intent) ?? 0;
        taken.set(intent, count + 1);
        return count < (NO_QUESTIONS[intent] ?? 0);
      })
      .map(({ text }) => ({ text, id: NO_ENTRY }));
  });
}

/** Finds entries by words alone: no embedding is needed to see what a pack's questions are about. */
function byWords(units: readonly PassageUnit[], lexicon: Lexicon): BorrowOptions['find'] {
  const lexical = buildLexicalIndex(units.map(unitFields), { fields: PASSAGE_FIELDS, k1: 0.8 });
  const vectors = createVectorTable(
    { dimension: 1 },
    { ids: units.map((_, at) => String(at)), matrix: new Float32Array(units.length) },
  );
  const index = createHybridIndex({ lexical, lexicon, vectors, weights: PASSAGE_WEIGHTS });
  return (wording) => {
    const found = index
      .search({ text: wording, vector: new Float32Array(1), limit: 20 })
      .candidates.find(({ document }) => units[document].kind === 'faq');
    return found && units[found.document].id;
  };
}

/** Which topics an entry's own questions are about, the mean over them. */
function byTopic(units: readonly PassageUnit[], topics: readonly Topic[], lexicon: Lexicon) {
  const lessons = topics.flatMap((topic, place) =>
    wordingsOf(topic).map(({ heading }) => ({ text: heading, id: String(place) })),
  );
  const classifier = trainQuestionClassifier(lessons, lexicon);
  const known = new Map<string, Float64Array>();
  return (id: string): Float64Array => {
    let chances = known.get(id);
    if (!chances) {
      const own = units.filter((unit) => unit.kind === 'faq' && unit.id === id);
      chances = new Float64Array(topics.length);
      for (const { heading } of own) {
        const each = classifyQuestion(heading, classifier, lexicon);
        for (let place = 0; place < topics.length; place++) chances[place] += each[place] / own.length;
      }
      known.set(id, chances);
    }
    return chances;
  };
}
