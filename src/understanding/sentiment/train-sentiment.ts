import { loadBaseExamples } from '../intent/base-examples.ts';
import { fitPlatt } from '../models/calibration.ts';
import type { Datasets, SentimentRow } from '../models/datasets.ts';
import type { FeatureScheme } from '../models/features.ts';
import { createRandom, shuffle } from '../models/random.ts';
import { loadBaseFeelings } from './base-feelings.ts';
import type { Calibration, SentimentClassifier } from './classifier.ts';
import { readFeelings } from './feelings.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import {
  type Polarity,
  type SentimentExample,
  scorePolarity,
  type TrainPolarityOptions,
  trainPolarity,
} from './polarity.ts';

export interface TrainSentimentOptions {
  data: Datasets;
  /** English words with a valence of -4 .. 4, beside our own lexicon. */
  addedWords: [string, number][];
  /** What people of the business corrected. */
  corrected?: Record<'en' | 'zh', SentimentExample[]>;
  seed?: number;
}

const SCHEMES: Record<'en' | 'zh', FeatureScheme> = {
  en: { words: 3, characters: [2, 6], han: 2, pairs: 0, stems: true, bits: 20, maxLength: 20_000 },
  zh: { words: 2, characters: [0, 0], han: 3, pairs: 0, stems: false, bits: 20, maxLength: 20_000 },
};
/** Chinese has more reviews to learn from, so the lexicon need say less. */
const LEXICON_WEIGHTS = { en: 1, zh: 0.5 };
const FOLDS = 4;
/** A graded sentence of 3 or more (of 4) is as good as good gets. */
const FULL_VALENCE = 3;

/** Intents of BANKING77 whose texts tell of something gone wrong. */
const MISHAP =
  /declined|failed|not_working|wrong|charged|charge_on|lost|compromised|not_recognised|not_received|not_updated|not_showing|reverted|pending|unable|blocked|swallowed|arrival/;
/** Intents of ours in which a mishap may be told instead of a question asked. */
const SERVICE = new Set(['order_status', 'return_refund', 'warranty', 'payment']);
const REPORT =
  /still|never|n't|no one|nobody|broke|wrong|missing|damaged|\blate\b|waiting|twice|crack|dead|died|stopped|fault|lost|stuck|ago|没|坏|错|少了|破|裂|不了|一直|到现在|卡住/i;
const ASKS =
  /\?|？|^(?:can|could|do|does|is|are|how|what|when|where|will|would|if)\b|吗|呢|么|多少|怎么|怎样|哪|几|能不能|可不可以|没$/i;

/** Trains both languages' models and calibrates them on folds they have not seen. */
export function trainSentiment(options: TrainSentimentOptions): SentimentClassifier {
  const { data, addedWords, corrected, seed = 1 } = options;
  const lexicon = createLexicon(addedWords);
  const train = (language: 'en' | 'zh') => {
    // Corrections first: of the same text twice the first counts.
    const examples = withoutRepeats([...(corrected?.[language] ?? []), ...examplesOf(language, data)]);
    const settings = { ...polaritySettings(language, lexicon), seed };
    return {
      polarity: trainPolarity(examples, settings),
      calibration: calibrate(examples, lexicon, seed, (part) => trainPolarity(part, settings)),
    };
  };
  const en = train('en');
  const zh = train('zh');
  return {
    en: en.polarity,
    zh: zh.polarity,
    lexicon,
    addedWords,
    calibration: { en: en.calibration, zh: zh.calibration },
  };
}

/** How one language's model is trained. */
export function polaritySettings(language: 'en' | 'zh', lexicon: Lexicon): TrainPolarityOptions {
  return { scheme: SCHEMES[language], lexicon, lexiconWeight: LEXICON_WEIGHTS[language] };
}

/**
 * Reviews and graded sentences of one language, and our own utterances: most of what customers write in a chat is neutral.
 * @param isLeftOut what of the public sets to do without, to measure on what is then unseen
 */
export function examplesOf(
  language: 'en' | 'zh',
  data: Datasets,
  isLeftOut: (set: string, text: string) => boolean = () => false,
): SentimentExample[] {
  const reviews = data
    .sets('sentiment', 'train')
    .filter((set) => set.startsWith(`${language}-`))
    .flatMap((set) => withoutDisputes(data.sentiment(set, 'train').filter(({ text }) => !isLeftOut(set, text))))
    .flatMap(exampleOf);
  const requests =
    language === 'zh'
      ? []
      : ['banking77', 'clinc150', 'massive_en'].flatMap((set) =>
          data
            .intent(set, 'train')
            .flatMap(({ text, intent }, index) =>
              index % 10 === 0 && !MISHAP.test(intent ?? '') ? [plain(text, 0.5)] : [],
            ),
        );
  return [
    ...reviews,
    ...requests,
    ...loadBaseExamples('train', [language]).flatMap(utteranceOf),
    ...loadBaseFeelings(language),
  ];
}

/** Without the texts that stand in a set as positive and as negative. */
function withoutDisputes(rows: SentimentRow[]): SentimentRow[] {
  const said = new Map<string, SentimentRow['sentiment']>();
  const disputed = new Set<string>();
  for (const { text, sentiment } of rows) {
    if (said.has(text) && said.get(text) !== sentiment) disputed.add(text);
    said.set(text, sentiment);
  }
  return rows.filter(({ text }) => !disputed.has(text));
}

function exampleOf({ text, sentiment, valence }: SentimentRow): SentimentExample[] {
  if (valence !== undefined) {
    const graded = Math.max(-1, Math.min(1, valence / FULL_VALENCE));
    const size = Math.abs(valence);
    return [{ text, valence: graded, coloured: size < 0.35 ? false : size > 0.8 ? true : undefined }];
  }
  if (sentiment === undefined) return [];
  if (sentiment === 'neutral') return [plain(text, 1)];
  return [{ text, valence: sentiment === 'positive' ? 0.75 : -0.75, coloured: true }];
}

function utteranceOf({ text, intent }: { text: string; intent: string }): SentimentExample[] {
  if (intent === 'feedback' || (SERVICE.has(intent) && REPORT.test(text) && !ASKS.test(text))) return [];
  if (intent === 'complaint') return [{ text, valence: -0.6, coloured: true }];
  if (intent === 'thanks') return [{ text, valence: 0.5, coloured: true }];
  return [plain(text, 1)];
}

function plain(text: string, weight: number): SentimentExample {
  return { text, coloured: false, weight };
}

function withoutRepeats(examples: SentimentExample[]): SentimentExample[] {
  const seen = new Set<string>();
  return examples.filter(({ text }) => !seen.has(text) && seen.add(text));
}

function calibrate(
  examples: SentimentExample[],
  lexicon: Lexicon,
  seed: number,
  train: (part: SentimentExample[]) => Polarity,
): Calibration {
  const order = Int32Array.from(examples, (_, index) => index);
  shuffle(order, createRandom(seed));
  const colours: { score: number; positive: boolean }[] = [];
  const valences: { score: number; positive: boolean }[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = train(
      Array.from(
        order.filter((_, place) => place % FOLDS !== fold),
        (index) => examples[index],
      ),
    );
    for (const index of order.filter((_, place) => place % FOLDS === fold)) {
      const { text, coloured, valence } = examples[index];
      const raw = scorePolarity(text, readFeelings(text, lexicon), model);
      if (coloured !== undefined) colours.push({ score: raw.colour, positive: coloured });
      if (coloured && valence !== undefined) valences.push({ score: raw.valence, positive: valence > 0 });
    }
  }
  return { colour: platt(colours), valence: platt(valences) };
}

function platt(held: { score: number; positive: boolean }[]): [number, number] {
  const { a, b } = fitPlatt(
    held.map(({ score }) => score),
    held.map(({ positive }) => positive),
  );
  return [a, b];
}
