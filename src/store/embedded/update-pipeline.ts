import { unsupported } from './failure.ts';
import { compilePipeline } from './pipeline.ts';
import type { Document } from './query.ts';

const STAGES = new Set(['$set', '$addFields', '$unset', '$project', '$replaceRoot', '$replaceWith']);

export function isPipelineUpdate(update: Document | Document[]): update is Document[] {
  return Array.isArray(update);
}

/** The document after the stages; `_id` is kept when they drop it. */
export function runPipelineUpdate(stages: Document[], document: Document): Document {
  for (const stage of stages) {
    const name = Object.keys(stage)[0] ?? '';
    if (!STAGES.has(name)) throw unsupported(`the stage ${name} in an update`);
  }
  const [updated = {}] = compilePipeline(stages)([{ ...document }]);
  return '_id' in document && !('_id' in updated) ? { _id: document._id, ...updated } : updated;
}
