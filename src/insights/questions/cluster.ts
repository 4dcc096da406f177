import { analyze } from '../../knowledge/lexical/analyzer.ts';
import { isStopWord, isWeakWord } from '../../knowledge/lexical/stop-words.ts';
import type { Lexicon } from '../../knowledge/lexicon/lexicon.ts';

type Vector = Map<string, number>;

/** Questions about one thing, the most typical first. */
export interface Cluster<Q> {
  questions: Q[];
}

/** A question joins a group it is so near to (cosine), and groups so near to each other become one. */
const JOINS = 0.42;
const MERGES = 0.55;
const WEAK = 0.3;

/**
 * Groups questions in both languages: words that the lexicon holds for the same thing count as one, whatever their language.
 * The biggest group first. Deterministic.
 */
export function clusterQuestions<Q extends { text: string }>(questions: readonly Q[], lexicon: Lexicon): Cluster<Q>[] {
  const counted = questions.map((question) => ({ question, counts: termsOf(question.text, lexicon) }));
  const frequency = new Map<string, number>();
  for (const { counts } of counted)
    for (const term of counts.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const points = counted.map(({ question, counts }) => ({
    question,
    vector: unit(
      new Map([...counts].map(([term, n]) => [term, n * Math.log(1 + questions.length / frequency.get(term)!)])),
    ),
  }));
  const groups: { sum: Vector; members: typeof points }[] = [];
  for (const point of points) {
    const near = nearest(point.vector, groups, JOINS);
    if (near) {
      add(near.sum, point.vector);
      near.members.push(point);
    } else groups.push({ sum: new Map(point.vector), members: [point] });
  }
  const merged: typeof groups = [];
  for (const group of groups.toSorted((a, b) => b.members.length - a.members.length)) {
    const near = nearest(unit(group.sum), merged, MERGES);
    if (near) {
      add(near.sum, group.sum);
      near.members.push(...group.members);
    } else merged.push(group);
  }
  return merged
    .sort((a, b) => b.members.length - a.members.length)
    .map(({ sum, members }) => ({
      questions: members.toSorted((a, b) => dot(b.vector, sum) - dot(a.vector, sum)).map(({ question }) => question),
    }));
}

/** Words that tell what is asked, each once; a word of the lexicon stands for everything that means the same. */
function termsOf(text: string, lexicon: Lexicon): Vector {
  const tokens = analyze(text);
  const terms = tokens.map(({ forms }) => forms[0]!);
  const counts: Vector = new Map();
  for (const [at, { surface, forms, han }] of tokens.entries()) {
    if (isStopWord(surface)) continue;
    // 开发票 holds 发票, which the lexicon knows.
    const groups = lexicon.groupsIn(han ? forms.filter((form) => form.length > 1) : [terms[at]!]);
    // A Chinese word of one character says little alone.
    const weak = isWeakWord(surface) || (han && surface.length === 1);
    if (groups.length === 0) counts.set(terms[at]!, weak ? WEAK : 1);
    for (const group of groups) counts.set(`#${group}`, 1);
  }
  for (const group of lexicon.groupsIn(terms)) counts.set(`#${group}`, 1);
  // "How much is it?" is nothing but stop words, and a question still.
  if (counts.size === 0) for (const term of terms) counts.set(term, WEAK);
  return counts;
}

function nearest<G extends { sum: Vector }>(vector: Vector, groups: readonly G[], least: number): G | undefined {
  let best: { group: G; cosine: number } | undefined;
  for (const group of groups) {
    const cosine = dot(vector, group.sum) / (lengthOf(group.sum) || 1);
    if (cosine >= least && (!best || cosine > best.cosine)) best = { group, cosine };
  }
  return best?.group;
}

function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return sum;
}

function add(sum: Vector, vector: Vector): void {
  for (const [term, weight] of vector) sum.set(term, (sum.get(term) ?? 0) + weight);
}

const lengthOf = (vector: Vector): number => Math.sqrt(dot(vector, vector));

function unit(vector: Vector): Vector {
  const length = lengthOf(vector) || 1;
  return new Map([...vector].map(([term, weight]) => [term, weight / length]));
}
