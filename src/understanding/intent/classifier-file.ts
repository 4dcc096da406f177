import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { decodeModel, encodeModel } from '../models/model-file.ts';
import { schemeSchema } from '../models/scheme-schema.ts';
import type { IntentClassifier } from './intent-classifier.ts';

const metaSchema = z.object({
  kind: z.literal('intent'),
  names: z.array(z.string()),
  svmWeight: z.number(),
  sharpness: z.number(),
  characterWeight: z.number(),
  scheme: schemeSchema,
  background: z.array(z.object({ text: z.string(), intent: z.string() })),
});

/** The classifier as bytes with their own checksum, for a model file or an index. */
export function encodeIntentClassifier(classifier: IntentClassifier): Buffer {
  const { names, svmWeight, sharpness, vectorizer, linear, network, background } = classifier;
  const { scheme, characterWeight, idf } = vectorizer;
  return encodeModel({
    meta: { kind: 'intent', names, svmWeight, sharpness, characterWeight, scheme, background },
    arrays: {
      idf,
      weights: linear.weights,
      scales: linear.scales,
      bias: linear.bias,
      'input.weights': network.input.weights,
      'input.scales': network.input.scales,
      'input.bias': network.input.bias,
      'output.weights': network.output.weights,
      'output.bias': network.output.bias,
    },
  });
}

/** @throws AppError MODEL_FILE_INVALID when the bytes are damaged or of another kind. */
export function decodeIntentClassifier(bytes: Uint8Array, name = 'intent model'): IntentClassifier {
  const { meta, arrays } = decodeModel(bytes, name);
  const parsed = metaSchema.safeParse(meta);
  if (!parsed.success) throw new AppError('MODEL_FILE_INVALID', `${name} holds no intent classifier`);
  const { names, svmWeight, sharpness, scheme, characterWeight, background } = parsed.data;
  const hidden = arrays['input.bias'].length;
  return {
    names,
    svmWeight,
    sharpness,
    background,
    vectorizer: { scheme, characterWeight, idf: arrays.idf as Uint8Array },
    linear: {
      classes: names.length,
      weights: arrays.weights as Int8Array,
      scales: arrays.scales as Float32Array,
      bias: arrays.bias as Float32Array,
    },
    network: {
      input: {
        classes: hidden,
        weights: arrays['input.weights'] as Int8Array,
        scales: arrays['input.scales'] as Float32Array,
        bias: arrays['input.bias'] as Float32Array,
      },
      output: {
        hidden,
        weights: arrays['output.weights'] as Float32Array,
        bias: arrays['output.bias'] as Float32Array,
      },
    },
  };
}
