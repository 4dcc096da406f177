import type { FeatureScheme } from '../models/features.ts';
import { type QuantizedLinear, quantize, scoreQuantized } from '../models/quantized.ts';
import { trainRegression } from '../models/regression.ts';
import { fitVectorizer, type SparseVector, type Vectorizer, vectorize } from '../models/vector.ts';
import { type Feelings, feelingScore, readFeelings } from './feelings.ts';
import type { Lexicon } from './lexicon.ts';

/** A text with how it feels, -1 .. 1, and whether it says a feeling at all; undefined where that is not known. */
export interface SentimentExample {
  text: string;
  valence?: number | undefined;
  coloured?: boolean | undefined;
  weight?: number;
}

/** One language's linear model of n-grams and lexicon sums, with two outputs: valence, and whether the text is coloured at all. */
export interface Polarity {
  vectorizer: Vectorizer;
  /** Weight of the lexicon's sums beside the n-grams. */
  lexiconWeight: number;
  linear: QuantizedLinear;
}

export interface RawPolarity {
  /** About -1 .. 1. */
  valence: number;
  /** About -1 (plain) .. 1 (coloured). */
  colour: number;
}

export interface TrainPolarityOptions {
  scheme: FeatureScheme;
  lexicon: Lexicon;
  characterWeight?: number;
  lexiconWeight?: number;
  cost?: number;
  seed?: number;
}

/** The lexicon's part in a vector. */
const SUMS = 12;
/** Counts before the first example, and a valence too small to count as a side. */
const PRIOR = 0.5;
const CLEAR = 0.15;

/** Trains one language's model; the same examples give the same model. */
export function trainPolarity(examples: SentimentExample[], options: TrainPolarityOptions): Polarity {
  const { scheme, lexicon, characterWeight = 0.5, lexiconWeight = 1, cost = 1, seed = 1 } = options;
  const vectorizer = fitVectorizer(
    examples.map((example) => example.text),
    scheme,
    characterWeight,
  );
  const vectors = examples.map(({ text }) =>
    polarityVector(text, readFeelings(text, lexicon), { vectorizer, lexiconWeight }),
  );
  const dimension = 2 ** scheme.bits + SUMS;
  const learn = (inputs: SparseVector[], target: (example: SentimentExample) => number | undefined) => {
    const known = examples.flatMap((example, index) => (target(example) === undefined ? [] : [index]));
    return trainRegression(
      known.map((index) => inputs[index]),
      known.map((index) => target(examples[index]) ?? 0),
      { dimension, cost, seed, weights: Float32Array.from(known, (index) => examples[index].weight ?? 1) },
    );
  };
  const colour = learn(vectors, ({ coloured }) => (coloured === undefined ? undefined : coloured ? 1 : -1));
  const trust = trustOf(vectors, examples, dimension);
  const trusted = vectors.map(({ ids, values }) => ({ ids, values: values.map((value, i) => value * trust[ids[i]]) }));
  const valence = learn(trusted, (example) => example.valence);
  const weights = new Float32Array(dimension * 2);
  for (let id = 0; id < dimension; id++) {
    weights[id * 2] = valence.weights[id] * trust[id];
    weights[id * 2 + 1] = colour.weights[id];
  }
  const bias = Float32Array.of(valence.bias, colour.bias);
  return { vectorizer, lexiconWeight, linear: quantize({ classes: 2, dimension, weights, bias }) };
}

/**
 * How freely a feature may take weight: more, the further its share of positive texts is from that of all. The log-count ratios of
 * NB-SVM (Wang and Manning, ACL 2012), half interpolated, as a prior: the trained weights take them in. The lexicon's sums have 1.
 */
function trustOf(vectors: SparseVector[], examples: SentimentExample[], dimension: number): Float32Array {
  const positive = new Float32Array(dimension).fill(PRIOR);
  const negative = new Float32Array(dimension).fill(PRIOR);
  examples.forEach(({ valence = 0, weight = 1 }, index) => {
    if (Math.abs(valence) < CLEAR) return;
    const counts = valence > 0 ? positive : negative;
    for (const id of vectors[index].ids) counts[id] += weight;
  });
  const sum = (counts: Float32Array) => counts.subarray(0, dimension - SUMS).reduce((total, count) => total + count, 0);
  const shift = Math.log(sum(positive) / sum(negative));
  return Float32Array.from(positive, (count, id) =>
    id >= dimension - SUMS ? 1 : 0.5 + 0.5 * Math.abs(Math.log(count / negative[id]) - shift),
  );
}

export function scorePolarity(text: string, feelings: Feelings, model: Polarity): RawPolarity {
  const [valence, colour] = scoreQuantized(polarityVector(text, feelings, model), model.linear);
  return { valence, colour };
}

function polarityVector(
  text: string,
  feelings: Feelings,
  { vectorizer, lexiconWeight }: Omit<Polarity, 'linear'>,
): SparseVector {
  const ngrams = vectorize(text, vectorizer);
  const sums = lexiconFeatures(feelings);
  const ids = new Int32Array(ngrams.ids.length + SUMS);
  const values = new Float32Array(ids.length);
  ids.set(ngrams.ids);
  values.set(ngrams.values);
  for (let i = 0; i < SUMS; i++) {
    ids[ngrams.ids.length + i] = vectorizer.idf.length + i;
    values[ngrams.ids.length + i] = sums[i] * lexiconWeight;
  }
  return { ids, values };
}

/** The sums as numbers of about -1 .. 1. */
function lexiconFeatures(feelings: Feelings): number[] {
  const { positive, negative, last, highest, lowest, tokens } = feelings;
  const balance = positive - negative;
  const length = Math.max(1, tokens);
  return [
    feelingScore(feelings),
    saturate(positive, 2),
    -saturate(negative, 2),
    saturate(last, 2),
    highest / 4,
    lowest / 4,
    Math.min(1, feelings.negations / 3),
    Math.min(1, feelings.exclamations / 3) * Math.sign(balance),
    Math.min(1, feelings.questions / 2),
    saturate(balance / Math.sqrt(length), 0.5),
    Math.max(-1, Math.min(1, (2 * balance) / length)),
    positive + negative === 0 ? 0 : balance / (positive + negative),
  ];
}

function saturate(x: number, half: number): number {
  return x / (Math.abs(x) + half);
}
