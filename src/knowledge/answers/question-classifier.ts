import { type QuantizedLinear, quantize, scoreQuantized } from '../../understanding/models/quantized.ts';
import { trainSvm } from '../../understanding/models/svm.ts';
import type { SparseVector } from '../../understanding/models/vector.ts';
import { analyze } from '../lexical/analyzer.ts';
import { hasHan } from '../lexical/fold.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';

/** Tells which FAQ entry a question is about, learnt from all its wordings: words, pairs, characters and what the lexicon knows. */
export interface QuestionClassifier {
  /** Entry ids by class. */
  ids: readonly string[];
  idf: Float32Array;
  linear: QuantizedLinear;
}

/** The class of what no entry answers. */
export const NO_ENTRY = '';

export interface AskedQuestion {
  text: string;
  id: string;
}

const BITS = 15;
const SIZE = 2 ** BITS;
const EPOCHS = 10;
/** What the lexicon knows of a question counts more than one of its words. */
const CONCEPT_WEIGHT = 1.4;
const CHARACTER_WEIGHT = 0.5;
const SHARPNESS = 8;

/** Trains on wordings with the entry each asks for; the same wordings give the same classifier. */
export function trainQuestionClassifier(questions: readonly AskedQuestion[], lexicon: Lexicon): QuestionClassifier {
  const ids = [...new Set(questions.map(({ id }) => id))];
  const places = new Map(ids.map((id, place) => [id, place]));
  const features = questions.map(({ text }) => featuresOf(text, lexicon));
  const idf = new Float32Array(SIZE);
  for (const weights of features) for (const id of weights.keys()) idf[id]++;
  for (let id = 0; id < SIZE; id++) idf[id] = Math.log((1 + questions.length) / (1 + idf[id]));
  const labels = Int32Array.from(questions, ({ id }) => places.get(id)!);
  const vectors = features.map((weights) => vectorOf(weights, idf));
  return {
    ids,
    idf,
    linear: quantize(trainSvm(vectors, labels, { classes: ids.length, dimension: SIZE, epochs: EPOCHS })),
  };
}

/** The chance of each entry, by class. */
export function classifyQuestion(text: string, { idf, linear }: QuestionClassifier, lexicon: Lexicon): Float64Array {
  const scores = scoreQuantized(vectorOf(featuresOf(text, lexicon), idf), linear);
  const highest = Math.max(...scores);
  const chances = Float64Array.from(scores, (score) => Math.exp(SHARPNESS * (score - highest)));
  const sum = chances.reduce((total, chance) => total + chance, 0);
  return chances.map((chance) => chance / sum);
}

function featuresOf(text: string, lexicon: Lexicon): Map<number, number> {
  const weights = new Map<number, number>();
  const put = (feature: string, weight: number) => {
    const id = hash(feature);
    weights.set(id, Math.max(weights.get(id) ?? 0, weight));
  };
  const tokens = analyze(text);
  const terms = tokens.map((token) => token.forms[0]);
  terms.forEach((term, at) => {
    put(term, 1);
    put(`${terms[at - 1] ?? '^'} ${term}`, 0.8);
    if (hasHan(term)) return;
    const padded = `^${term}$`;
    for (let from = 0; from + 4 <= padded.length; from++) put(`#${padded.slice(from, from + 4)}`, CHARACTER_WEIGHT);
  });
  for (const [run] of text.matchAll(/\p{Script=Han}+/gu)) {
    for (let size = 1; size <= 3; size++)
      for (let from = 0; from + size <= run.length; from++)
        put(`#${run.slice(from, from + size)}`, size === 1 ? CHARACTER_WEIGHT : 0.8);
  }
  for (const group of lexicon.groupsIn(terms)) put(`@${group}`, CONCEPT_WEIGHT);
  return weights;
}

function vectorOf(weights: ReadonlyMap<number, number>, idf: Float32Array): SparseVector {
  const ids = Int32Array.from(weights.keys()).sort();
  const values = Float32Array.from(ids, (id) => weights.get(id)! * idf[id]);
  const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return { ids, values: values.map((value) => value / norm) };
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> BITS)) & (SIZE - 1);
}
