import type { SparseVector } from '../../understanding/models/vector.ts';
import type { HybridIndex } from '../hybrid/hybrid-index.ts';
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { createEntryWords } from './entry-words.ts';
import type { PassageUnit } from './passage-units.ts';
import { classifyQuestion, NO_ENTRY, type QuestionClassifier } from './question-classifier.ts';
import { featureVector, questionFeatures } from './question-features.ts';
import type { VectorScale } from './vector-scale.ts';

/** What speaks for an entry, each about 0..1. */
export interface EvidenceParts {
  /** BM25F of the best wording. */
  lexical: number;
  /** Cosine of the best wording on the scale of the embedding: 0 = unrelated, 1 = as close as two wordings of one entry. */
  vector: number;
  /** The classifier's chance, by its logarithm: 1 = certain, .75 = 10 %, 0 = none. */
  known: number;
  /** Likeness of the question and the answer. */
  answer: number;
  /** Share of the question's words in the wordings and the answer together. */
  words: number;
}

/** What speaks for one FAQ entry or section as the answer to a question. */
export interface Evidence {
  /** The entry's best wording. */
  unit: PassageUnit;
  parts: EvidenceParts;
  /** Of the best wording: what the hybrid index gave, and the share of the question's content in it. */
  found: number;
  coverage: number;
}

export interface EvidenceReader {
  /** FAQ entries and sections with any evidence, in no order; `none` is the classifier's chance that no entry answers. */
  read(question: string, vector: Float32Array): { evidence: Evidence[]; none: number };
}

export interface EvidenceReaderOptions {
  /** The documents of `index` and `lexical`. */
  units: readonly PassageUnit[];
  index: HybridIndex;
  lexical: LexicalIndex;
  lexicon: Lexicon;
  classifier: QuestionClassifier | undefined;
  scale: VectorScale;
}

const CANDIDATES = 600;

/** Gathers evidence over a pack's passages. */
export function createEvidenceReader(options: EvidenceReaderOptions): EvidenceReader {
  const { units, index, lexical, lexicon, classifier, scale } = options;
  const numbers = new Map<string, number>();
  const firsts: PassageUnit[] = [];
  const entryOf = Uint32Array.from(units, (unit) => {
    const key = `${unit.kind}:${unit.id}`;
    let number = numbers.get(key);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(key, number);
      firsts.push(unit);
    }
    return number;
  });
  const words = createEntryWords(lexical, entryOf, firsts.length);
  let answers: SparseVector[] | undefined;

  /** Made when first asked for: Chinese answers need the dictionary of the segmenter. */
  const answerVectors = (idf: Float32Array): SparseVector[] => {
    const texts = firsts.map(() => new Set<string>());
    for (const [at, { text }] of units.entries()) texts[entryOf[at]].add(text);
    return texts.map((each) => featureVector(questionFeatures([...each].join('\n'), lexicon), idf));
  };

  return {
    read(question, vector) {
      const { candidates, plan } = index.search({ text: question, vector, limit: CANDIDATES });
      const shares = words.shares(plan);
      const evidence = firsts.map((unit, entry): Evidence => {
        const parts = { lexical: 0, vector: 0, known: 0, answer: 0, words: shares[entry] };
        return { unit, parts, found: 0, coverage: 0 };
      });
      for (const { document, score, parts } of candidates) {
        const one = evidence[entryOf[document]];
        if (one.found === 0) Object.assign(one, { unit: units[document], found: score, coverage: parts.coverage });
        one.parts.lexical = Math.max(one.parts.lexical, parts.lexical);
        one.parts.vector = Math.max(one.parts.vector, parts.vector);
      }
      for (const { parts } of evidence)
        parts.vector = Math.max(0, (parts.vector - scale.unrelated) / (scale.related - scale.unrelated)) * scale.trust;
      let none = 0;
      if (classifier) {
        const asked = featureVector(questionFeatures(question, lexicon), classifier.idf);
        answers ??= answerVectors(classifier.idf);
        for (const [entry, { parts }] of evidence.entries()) parts.answer = likeness(asked, answers[entry]);
        const chances = classifyQuestion(question, classifier, lexicon);
        classifier.ids.forEach((id, at) => {
          const entry = numbers.get(`faq:${id}`);
          if (id === NO_ENTRY) none = chances[at];
          else if (entry !== undefined) evidence[entry].parts.known = Math.max(0, 1 + Math.log10(chances[at]) / 4);
        });
      }
      return { evidence: evidence.filter(({ parts }) => Object.values(parts).some((part) => part > 0)), none };
    },
  };
}

/** The cosine of two unit vectors with ascending ids. */
function likeness(a: SparseVector, b: SparseVector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    if (a.ids[i] === b.ids[j]) sum += a.values[i++] * b.values[j++];
    else if (a.ids[i] < b.ids[j]) i++;
    else j++;
  }
  return sum;
}
