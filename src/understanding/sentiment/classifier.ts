import { sigmoid } from '../models/calibration.ts';
import { characterKind, HAN, LETTER } from '../models/tokens.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { SentimentLabel } from '../understanding.ts';
import { type Feelings, readFeelings } from './feelings.ts';
import type { Lexicon } from './lexicon.ts';
import { type Polarity, type RawPolarity, scorePolarity } from './polarity.ts';

/** Two languages' models, the words of feeling, and how raw outputs become probabilities. */
export interface SentimentClassifier {
  en: Polarity;
  zh: Polarity;
  lexicon: Lexicon;
  /** English words with their valence that training added to our own lexicon. */
  addedWords: [word: string, valence: number][];
  calibration: Record<'en' | 'zh', Calibration>;
}

/** P(coloured) = sigmoid(colour[0] * raw + colour[1]); P(positive if coloured) likewise from the valence. */
export interface Calibration {
  colour: [number, number];
  valence: [number, number];
}

export interface SentimentScores {
  label: SentimentLabel;
  /** -1 .. 1. */
  score: number;
  /** Probability that the label is right. */
  confidence: number;
  feelings: Feelings;
  /** Whether it says a feeling at all. */
  coloured: boolean;
}

/** From so many sentences on, an English text is read by sentence too; from so many on, by sentence alone. */
const LONG_TEXT = 5;
const LONGER_TEXT = 10;
/** Sentences read, so that cost is bounded. */
const MOST_SENTENCES = 60;
/** A sentence's valence is bent so that one loud sentence does not outweigh the others. */
const BEND = 2;

/** A language with less of a text's letters than this has no say: brands and units are no opinion. */
const LEAST_SHARE = 0.3;

/** What is left of the score of a text that surely says no feeling. */
const NEUTRAL_SHARE = 0.3;

/** Probability from which a text counts as saying a feeling. */
const COLOURED = 0.5;

const IRONY =
  /\byeah,? right\b|\bthanks for (?:nothing|losing|ruining|wasting|cancell?ing|making me|the delay)|just what i (?:needed|wanted)|\boh (?:great|joy|perfect|fantastic)\b|\bso much for\b|\b(?:great|nice|awesome|fantastic|wonderful|lovely|brilliant)[,.!]* (?:another|yet another|now (?:my|the|it|i)\b|so now)|\/s\s*$|^呵呵|真是服了|可真行|真有你的|好一个|也是没谁了|可真棒啊|谢谢你们让我/i;

/** Reads how a text, or a part of it, feels. */
export function classifySentiment(text: string, classifier: SentimentClassifier): SentimentScores {
  const feelings = readFeelings(text, classifier.lexicon);
  const share = hanShare(text);
  const parts: { weight: number; raw: RawPolarity; calibration: Calibration }[] = [];
  for (const [language, weight] of [
    ['zh', share],
    ['en', 1 - share],
  ] as const) {
    if (weight < LEAST_SHARE) continue;
    const raw = scorePolarity(text, feelings, classifier[language]);
    // The Chinese model is trained on whole reviews, the English one on sentences.
    if (language === 'en') raw.valence = withSentences(text, raw.valence, classifier);
    parts.push({ weight, raw, calibration: classifier.calibration[language] });
  }
  const total = parts.reduce((sum, part) => sum + part.weight, 0);
  const mean = (value: (part: (typeof parts)[number]) => number) =>
    parts.reduce((sum, part) => sum + part.weight * value(part), 0) / total;
  let valence = mean(({ raw }) => raw.valence);
  let positive = mean(({ raw, calibration }) => sigmoid(calibration.valence[0] * raw.valence + calibration.valence[1]));
  const coloured = mean(({ raw, calibration }) => sigmoid(calibration.colour[0] * raw.colour + calibration.colour[1]));
  if (IRONY.test(text.slice(0, 2_000))) {
    valence = -Math.abs(valence) - 0.2;
    positive = Math.min(positive, 1 - positive);
  }
  const score = valence * (NEUTRAL_SHARE + (1 - NEUTRAL_SHARE) * coloured);
  return {
    ...labelOf(coloured, positive),
    score: Math.max(-1, Math.min(1, score)),
    feelings,
    coloured: coloured >= COLOURED,
  };
}

/** A long text's valence as a whole and the mean of its sentences'. */
function withSentences(text: string, whole: number, { en, lexicon }: SentimentClassifier): number {
  const sentences = sentencesOf(text);
  if (sentences.length < LONG_TEXT) return whole;
  const read = sentences.slice(0, MOST_SENTENCES);
  const sum = read.reduce((total, sentence) => {
    const { valence } = scorePolarity(sentence, readFeelings(sentence, lexicon), en);
    return total + Math.tanh(BEND * valence) / BEND;
  }, 0);
  const share = Math.min(1, sentences.length / LONGER_TEXT);
  return (1 - share) * whole + (share * sum) / read.length;
}

/** Whether a text says a feeling is settled before which: a doubtful side makes nothing neutral. */
function labelOf(coloured: number, positive: number): { label: SentimentLabel; confidence: number } {
  if (coloured < COLOURED) return { label: 'neutral', confidence: 1 - coloured };
  return positive >= 0.5
    ? { label: 'positive', confidence: coloured * positive }
    : { label: 'negative', confidence: coloured * (1 - positive) };
}

/** How much of a text is Chinese, 0 .. 1; a character says about as much as two Latin letters. */
function hanShare(text: string): number {
  let han = 0;
  let latin = 0;
  for (let i = 0; i < Math.min(text.length, 5_000); i++) {
    const kind = characterKind(text.charCodeAt(i));
    if (kind === HAN) han += 2;
    else if (kind === LETTER) latin++;
  }
  return han + latin === 0 ? 0 : han / (han + latin);
}
