import type { Intent, ScoredIntent } from '../understanding.ts';
import { clausesOf } from './clauses.ts';
import { classifyIntent, type IntentClassifier } from './intent-classifier.ts';

/** The intents read from one message. */
export interface IntentReading {
  /** The main one; its name is 'unsure' when none is likely enough. */
  intent: Intent;
  /** All that are likely enough, most likely first. */
  intents: ScoredIntent[];
}

/** Reads intents from a cleaned text. Never throws, whatever the text. */
export interface IntentModel {
  /** Names it can give, 'unsure' aside. */
  names: readonly string[];
  read(text: string): IntentReading;
}

export interface IntentModelOptions {
  /** The base classifier, or a base classifier extended by a pack's own intents. */
  classifier: IntentClassifier;
  /** Abstain below this probability. */
  unsureBelow?: number;
  /** A further intent of the same message is named from this probability. */
  secondAbove?: number;
  /** From this probability another intent goes before a courtesy ("hi, where is my order"). */
  wishAbove?: number;
}

export const UNSURE = 'unsure';
const OUT_OF_SCOPE = 'out_of_scope';
/** Courtesies: beside another intent they are not what the message is about. */
const COURTESIES = new Set(['greet', 'thanks', 'goodbye', 'smalltalk']);
const ALTERNATIVES = 4;
/** A part of a message says less than the whole: its vote is worth a little less. */
const PART_WEIGHT = 0.95;
const MEANINGFUL = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/** An intent model over a trained classifier. */
export function createIntentModel(options: IntentModelOptions): IntentModel {
  const { classifier, unsureBelow = 0.35, secondAbove = 0.6, wishAbove = 0.8 } = options;
  const { names } = classifier;

  return {
    names,
    read(text) {
      if (!MEANINGFUL.test(text.slice(0, 2_000))) return unsure([]);
      const ranked = rank(text);
      const [first, ...others] = ranked;
      if (first.confidence < unsureBelow) return unsure(ranked);
      const also = others.filter((other) => other.confidence >= secondAbove);
      return {
        intent: { ...first, by: 'built-in', alternatives: others.slice(0, ALTERNATIVES) },
        intents: [first, ...also],
      };
    },
  };

  /** Most likely first: by the whole and its likeliest part together; courtesies after another intent that is likely enough. */
  function rank(text: string): ScoredIntent[] {
    const whole = classifyIntent(text, classifier);
    const parts = likeliestParts(text, whole);
    const ranked = names
      .map((name, k) => ({ name, confidence: parts[k], order: 2 * whole[k] + parts[k] }))
      .sort((a, b) => b.order - a.order)
      .map(({ name, confidence }) => ({ name, confidence }));
    // "Perfect, thanks" praises out of courtesy, too.
    const isWish = ({ name }: ScoredIntent) =>
      !COURTESIES.has(name) && (name !== 'feedback' || ranked[0].name !== 'thanks');
    const wish = ranked.findIndex((scored) => isWish(scored) && scored.confidence >= wishAbove);
    if (wish > 0 && COURTESIES.has(ranked[0].name)) ranked.unshift(...ranked.splice(wish, 1));
    return ranked;
  }

  /** Probability of each intent in the part of the text, or the whole, where it is likeliest. */
  function likeliestParts(text: string, whole: Float64Array): Float64Array {
    const clauses = clausesOf(text);
    if (clauses.length < 2) return whole;
    const best = whole.slice();
    for (const clause of clauses) {
      const part = classifyIntent(clause, classifier);
      // Out of context most fragments look out of scope, so only the whole may say so.
      for (let k = 0; k < best.length; k++) {
        if (names[k] !== OUT_OF_SCOPE) best[k] = Math.max(best[k], part[k] * PART_WEIGHT);
      }
    }
    return best;
  }
}

function unsure(ranked: ScoredIntent[]): IntentReading {
  const confidence = 1 - (ranked[0]?.confidence ?? 0);
  return {
    intent: { name: UNSURE, confidence, by: 'built-in', alternatives: ranked.slice(0, ALTERNATIVES) },
    intents: [],
  };
}
