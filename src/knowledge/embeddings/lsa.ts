import { analyze } from '../lexical/analyzer.ts';
import { createGrowingArray } from '../lexical/growing.ts';
import { createRandom } from './random.ts';
import { rightSingularVectors, type SparseMatrix } from './svd.ts';

/** A latent semantic model: one row of `basis` a feature; a text is the weighted sum of its features' rows, at unit length. */
export interface LsaModel {
  dimension: number;
  features: readonly string[];
  featureIds: ReadonlyMap<string, number>;
  idf: Float32Array;
  /** features x dimension, by rows. */
  basis: Float32Array;
}

export interface LsaSettings {
  /** Default 128. */
  dimension?: number;
  /** Default 40,000: the most frequent features are kept. */
  maxFeatures?: number;
  /** Default 30,000: a larger collection is learnt from a sample, drawn by `seed`. */
  maxDocuments?: number;
  seed?: number;
}

/**
 * Learns a model from texts (Deerwester et al. 1990, with log-frequency and idf weights). A text in two languages, or a group of
 * translations, teaches that its words belong together, so one space holds both languages.
 */
export function trainLsa(texts: readonly string[], settings: LsaSettings = {}): LsaModel {
  const { dimension = 128, maxFeatures = 40_000, maxDocuments = 30_000, seed = 7 } = settings;
  const documents = sample(texts, maxDocuments, seed).map(featuresOf);
  const frequencies = new Map<string, number>();
  for (const document of documents)
    for (const feature of document.keys()) frequencies.set(feature, (frequencies.get(feature) ?? 0) + 1);
  const least = documents.length > 2000 ? 3 : documents.length > 200 ? 2 : 1;
  const features = [...frequencies]
    .filter(([, frequency]) => frequency >= least)
    .sort((a, b) => b[1] - a[1])
    .slice(0, maxFeatures)
    .map(([feature]) => feature);
  const featureIds = new Map(features.map((feature, id) => [feature, id]));
  const idf = Float32Array.from(features, (feature) => Math.log(1 + documents.length / frequencies.get(feature)!));
  const matrix = matrixOf(documents, featureIds, idf);
  const rank = Math.max(1, Math.min(dimension, Math.floor(documents.length * 0.8), Math.floor(features.length * 0.8)));
  const { vectors, values } = rightSingularVectors(matrix, rank, seed);
  return { dimension: values.length, features, featureIds, idf, basis: vectors };
}

function sample(texts: readonly string[], most: number, seed: number): readonly string[] {
  if (texts.length <= most) return texts;
  const random = createRandom(seed);
  const chosen: string[] = [];
  for (let i = 0; i < texts.length; i++)
    if (random() < (most - chosen.length) / (texts.length - i)) chosen.push(texts[i]);
  return chosen;
}

function featuresOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of analyze(text)) {
    for (const form of token.forms) if (form.length > 1 || token.han) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return counts;
}

function matrixOf(
  documents: Map<string, number>[],
  featureIds: ReadonlyMap<string, number>,
  idf: Float32Array,
): SparseMatrix {
  const offsets = new Uint32Array(documents.length + 1);
  const columns = createGrowingArray(1 << 14);
  const values: number[] = [];
  documents.forEach((document, row) => {
    const start = columns.length;
    let norm = 0;
    for (const [feature, count] of document) {
      const id = featureIds.get(feature);
      if (id === undefined) continue;
      const value = Math.log1p(count) * idf[id];
      columns.push(id);
      values.push(value);
      norm += value * value;
    }
    const scale = norm > 0 ? 1 / Math.sqrt(norm) : 0;
    for (let at = start; at < columns.length; at++) values[at] *= scale;
    offsets[row + 1] = columns.length;
  });
  return {
    rows: documents.length,
    columnCount: featureIds.size,
    offsets,
    columns: columns.toArray(),
    values: Float32Array.from(values),
  };
}

/** The vector of a text, unit length; all zeros when the model knows none of its words. */
export function lsaVector(model: LsaModel, text: string): Float32Array {
  const vector = new Float32Array(model.dimension);
  for (const [feature, count] of featuresOf(text)) {
    const id = model.featureIds.get(feature);
    if (id === undefined) continue;
    const weight = Math.log1p(count) * model.idf[id];
    const from = id * model.dimension;
    for (let i = 0; i < model.dimension; i++) vector[i] += weight * model.basis[from + i];
  }
  return toUnitLength(vector);
}

/** Scales a vector to length 1, in place; zeros stay zeros. */
export function toUnitLength(vector: Float32Array): Float32Array {
  let norm = 0;
  for (let i = 0; i < vector.length; i++) norm += vector[i] * vector[i];
  if (norm > 0) {
    const scale = 1 / Math.sqrt(norm);
    for (let i = 0; i < vector.length; i++) vector[i] *= scale;
  }
  return vector;
}
