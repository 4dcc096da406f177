import type { Sections, SectionWriter } from '../storage/sections.ts';
import type { QuestionClassifier } from './question-classifier.ts';

/** Adds a classifier to a file. */
export function putQuestionClassifier(writer: SectionWriter, { ids, idf, linear }: QuestionClassifier): void {
  writer.putStrings('questions.ids', ids);
  writer.put('questions.idf', idf);
  writer.put(
    'questions.weights',
    new Uint8Array(linear.weights.buffer, linear.weights.byteOffset, linear.weights.length),
  );
  writer.put('questions.scales', linear.scales);
  writer.put('questions.bias', linear.bias);
}

/** The classifier stored in a file; undefined when the pack had no FAQ. */
export function getQuestionClassifier(sections: Sections): QuestionClassifier | undefined {
  if (!sections.has('questions.idf')) return undefined;
  const ids = sections.strings('questions.ids');
  const bytes = sections.get('questions.weights', 'u8');
  return {
    ids,
    idf: sections.get('questions.idf', 'f32'),
    linear: {
      classes: ids.length,
      weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
      scales: sections.get('questions.scales', 'f32'),
      bias: sections.get('questions.bias', 'f32'),
    },
  };
}
