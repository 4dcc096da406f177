import { sentencesOf } from '../text/sentences.ts';
import type { Aspect, AspectSentiment, Sentiment, SentimentLabel } from '../understanding.ts';
import { isAngry } from './anger.ts';
import { aspectsOf, opinionClauses } from './aspects.ts';
import { classifySentiment, type SentimentClassifier, type SentimentScores } from './classifier.ts';

/** How one sentence of a text feels. */
export interface SentenceSentiment extends Pick<Sentiment, 'label' | 'score' | 'confidence'> {
  sentence: string;
}

/** Reads sentiment from a cleaned text. Never throws, whatever the text. */
export interface SentimentModel {
  read(text: string): Sentiment;
  /** Sentence by sentence, for long texts. */
  readSentences(text: string): SentenceSentiment[];
}

const LONGEST_READ = 20_000;
const MOST_SENTENCES = 100;
const CLEAR_SCORE = 0.1;

/** A sentiment model over a trained classifier. */
export function createSentimentModel(options: { classifier: SentimentClassifier }): SentimentModel {
  const { classifier } = options;

  return {
    read(text) {
      const read = text.slice(0, LONGEST_READ);
      const whole = classifySentiment(read, classifier);
      return {
        label: whole.label,
        score: whole.score,
        confidence: whole.confidence,
        angry: isAngry(read, whole.score, whole.feelings),
        aspects: readAspects(read, whole),
        by: 'built-in',
      };
    },
    readSentences(text) {
      return sentencesOf(text.slice(0, LONGEST_READ))
        .slice(0, MOST_SENTENCES)
        .map((sentence) => {
          const { label, score, confidence } = classifySentiment(sentence, classifier);
          return { sentence, label, score, confidence };
        });
    },
  };

  function readAspects(text: string, whole: SentimentScores): AspectSentiment[] {
    const found: AspectSentiment[] = [];
    for (const sentence of sentencesOf(text).slice(0, MOST_SENTENCES)) {
      const clauses = opinionClauses(sentence).map((clause) => ({ clause, aspects: aspectsOf(clause) }));
      const named = clauses.filter(({ aspects }) => aspects.length > 0);
      for (const { clause, aspects } of named) {
        // A sentence about one thing is read as a whole: its feeling may stand in another clause.
        const read = readPart(named.length === 1 ? sentence : clause);
        for (const aspect of aspects) found.push({ aspect, ...opinion(read), sentence });
      }
      if (named.length > 0) continue;
      const read = readPart(sentence);
      if (read.coloured) found.push({ aspect: 'other', ...opinion(read), sentence });
    }
    return strongest(found);

    function readPart(part: string): SentimentScores {
      return part.length >= text.trim().length ? whole : classifySentiment(part, classifier);
    }

    /** A clause is short: in a text that says a feeling, its score alone decides. */
    function opinion({ score, coloured }: SentimentScores): { label: SentimentLabel; score: number } {
      const clear = (whole.coloured || coloured) && Math.abs(score) >= CLEAR_SCORE;
      return { label: !clear ? 'neutral' : score > 0 ? 'positive' : 'negative', score };
    }
  }
}

/** One entry an aspect: the one that says most. */
function strongest(found: AspectSentiment[]): AspectSentiment[] {
  const best = new Map<Aspect, AspectSentiment>();
  for (const entry of found) {
    const before = best.get(entry.aspect);
    if (!before || Math.abs(entry.score) > Math.abs(before.score)) best.set(entry.aspect, entry);
  }
  return [...best.values()];
}
