import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { decodeModel, encodeModel, type ModelArray } from '../models/model-file.ts';
import { schemeSchema } from '../models/scheme-schema.ts';
import type { SentimentClassifier } from './classifier.ts';
import { createLexicon } from './lexicon.ts';
import type { Polarity } from './polarity.ts';

const calibrationSchema = z.object({
  colour: z.tuple([z.number(), z.number()]),
  valence: z.tuple([z.number(), z.number()]),
});
const polaritySchema = z.object({ scheme: schemeSchema, characterWeight: z.number(), lexiconWeight: z.number() });
const metaSchema = z.object({
  kind: z.literal('sentiment'),
  en: polaritySchema,
  zh: polaritySchema,
  calibration: z.object({ en: calibrationSchema, zh: calibrationSchema }),
  addedWords: z.array(z.tuple([z.string(), z.number()])),
});

/** The classifier as bytes with their own checksum. */
export function encodeSentimentClassifier(classifier: SentimentClassifier): Buffer {
  const { en, zh, calibration, addedWords } = classifier;
  return encodeModel({
    meta: { kind: 'sentiment', en: polarityMeta(en), zh: polarityMeta(zh), calibration, addedWords },
    arrays: { ...polarityArrays('en', en), ...polarityArrays('zh', zh) },
  });
}

/** @throws AppError MODEL_FILE_INVALID when the bytes are damaged or of another kind. */
export function decodeSentimentClassifier(bytes: Uint8Array, name = 'sentiment model'): SentimentClassifier {
  const { meta, arrays } = decodeModel(bytes, name);
  const parsed = metaSchema.safeParse(meta);
  if (!parsed.success) throw new AppError('MODEL_FILE_INVALID', `${name} holds no sentiment classifier`);
  const { en, zh, calibration, addedWords } = parsed.data;
  return {
    en: polarityFrom('en', en, arrays),
    zh: polarityFrom('zh', zh, arrays),
    lexicon: createLexicon(addedWords),
    addedWords,
    calibration,
  };
}

function polarityMeta({ vectorizer, lexiconWeight }: Polarity): z.infer<typeof polaritySchema> {
  return { scheme: vectorizer.scheme, characterWeight: vectorizer.characterWeight, lexiconWeight };
}

function polarityArrays(prefix: string, { vectorizer, linear }: Polarity): Record<string, ModelArray> {
  return {
    [`${prefix}.idf`]: vectorizer.idf,
    [`${prefix}.weights`]: linear.weights,
    [`${prefix}.scales`]: linear.scales,
    [`${prefix}.bias`]: linear.bias,
  };
}

function polarityFrom(
  prefix: string,
  meta: z.infer<typeof polaritySchema>,
  arrays: Record<string, ModelArray>,
): Polarity {
  return {
    vectorizer: {
      scheme: meta.scheme,
      characterWeight: meta.characterWeight,
      idf: arrays[`${prefix}.idf`] as Uint8Array,
    },
    lexiconWeight: meta.lexiconWeight,
    linear: {
      classes: 2,
      weights: arrays[`${prefix}.weights`] as Int8Array,
      scales: arrays[`${prefix}.scales`] as Float32Array,
      bias: arrays[`${prefix}.bias`] as Float32Array,
    },
  };
}
