import { openDatasets } from '../models/datasets.ts';
import type { EvaluationOptions, EvaluationRow } from './evaluation-row.ts';
import { evaluateIntents } from './intent-evaluation.ts';
import { evaluateSentiment } from './sentiment-evaluation.ts';
import { evaluateTransfer } from './sentiment-transfer.ts';

export type { EvaluationOptions, EvaluationRow } from './evaluation-row.ts';

/** Measures intent and sentiment beside their baselines, row by row as they come. What the folder lacks is left out. */
export async function* evaluateUnderstanding(options: EvaluationOptions): AsyncGenerator<EvaluationRow> {
  const { dataDir, split = 'dev', quick = false } = options;
  const data = openDatasets(dataDir);
  yield* evaluateSentiment(data, split);
  if (!quick) yield* evaluateTransfer(data, split);
  yield* evaluateIntents(data, split, quick);
}
