import { hiddenUnits } from '../models/network.ts';
import { dequantize, quantize } from '../models/quantized.ts';
import { trainSvm } from '../models/svm.ts';
import { vectorize } from '../models/vector.ts';
import { widenOutput } from '../models/widen-output.ts';
import { type IntentClassifier, type IntentExample, labelsOf } from './intent-classifier.ts';

/** An intent of a pack's own, with examples in one or both languages. */
export interface PackIntentExamples {
  name: string;
  examples: Partial<Record<'en' | 'zh', string[]>>;
}

const EPOCHS = 10;
/** Packs have few examples: each of them counts as much as this many of the base's. */
const EXAMPLE_WEIGHT = 4;
/** What is out of scope for the base may well be what the pack is about, so it counts for less against the new intents. */
const OUT_OF_SCOPE_WEIGHT = 0.3;

/**
 * The base classifier extended by a pack's own intents, in well under a second. The base intents keep what they know and learn to leave
 * the pack's examples alone; the new ones learn against the base examples. An intent the base already has gets further examples.
 */
export function trainPackIntents(base: IntentClassifier, packIntents: readonly PackIntentExamples[]): IntentClassifier {
  const added: IntentExample[] = packIntents.flatMap(({ name, examples }) =>
    [...(examples.en ?? []), ...(examples.zh ?? [])].map((text) => ({ text, intent: name })),
  );
  if (added.length === 0) return base;
  const names = [...base.names];
  for (const { intent } of added) if (!names.includes(intent)) names.push(intent);
  const examples = [...added, ...base.background];
  const vectors = examples.map(({ text }) => vectorize(text, base.vectorizer));
  const labels = labelsOf(examples, names);
  const weights = Float32Array.from(examples, ({ intent }, index) =>
    index < added.length ? EXAMPLE_WEIGHT : intent === 'out_of_scope' ? OUT_OF_SCOPE_WEIGHT : 1,
  );
  const linear = trainSvm(vectors, labels, {
    classes: names.length,
    dimension: base.vectorizer.idf.length,
    epochs: EPOCHS,
    initial: dequantize(base.linear),
    learnt: Int32Array.from(examples, (_, index) => (index < added.length ? 0 : base.names.length)),
    weights,
  });
  const units = vectors.map((vector) => hiddenUnits(vector, base.network));
  const output = widenOutput(base.network.output, names.length, units, labels, { epochs: EPOCHS, weights });
  return { ...base, names, linear: quantize(linear), network: { input: base.network.input, output } };
}
