import type { Lexicon } from '../lexicon/lexicon.ts';
import {
  type AnswerCalibration,
  type AnswerFeatures,
  answerFeatures,
  fitAnswerCalibration,
} from './answer-calibration.ts';
import type { EvidenceReader } from './evidence.ts';
import type { PassageUnit } from './passage-units.ts';
import { type AskedQuestion, NO_ENTRY, trainQuestionClassifier } from './question-classifier.ts';

export interface CalibrateAnswersOptions {
  questions: readonly AskedQuestion[];
  reader: EvidenceReader;
  lexicon: Lexicon;
  vectorOf: (text: string) => Float32Array;
}

const FOLDS = 3;
/** Wordings asked; more would not change the fit. */
const ASKED = 450;

/**
 * Learns from a pack's own wordings when an answer can be trusted: each wording is asked of a classifier and an index that have not
 * seen it, once with its entry there, and once with the entry gone, so that nothing answers.
 */
export function calibrateAnswers({ questions, reader, lexicon, vectorOf }: CalibrateAnswersOptions): AnswerCalibration {
  const step = FOLDS * Math.max(1, Math.floor(questions.length / ASKED));
  const examples: { features: AnswerFeatures; answers: boolean }[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const classifier = trainQuestionClassifier(
      questions.filter((_, at) => at % FOLDS !== fold),
      lexicon,
    );
    for (let at = fold; at < questions.length; at += step) {
      const { text, id } = questions[at];
      const ask = (without: (unit: PassageUnit) => boolean) => {
        const { evidence, none } = reader.read(text, vectorOf(text), { classifier, without });
        const [first, second] = evidence;
        if (first) examples.push({ features: answerFeatures(first, second, none), answers: first.unit.id === id });
      };
      ask((unit) => unit.heading === text);
      if (id !== NO_ENTRY) ask((unit) => unit.id === id || unit.kind === 'section');
    }
  }
  return fitAnswerCalibration(examples);
}
