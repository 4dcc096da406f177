import { serialize } from 'bson';
import { isPlain } from '../bson-key.ts';
import { CommandFailure, unsupported } from '../failure.ts';
import type { Document } from '../query.ts';
import type { CommandWorld } from './command.ts';

const MATCHED = ['replace', 'keepExisting', 'merge', 'fail'];
const NOT_MATCHED = ['insert', 'discard', 'fail'];
const BATCH = 500;

/** A pipeline that ends in `$merge`, on `_id`: its results go into a collection, in batches of one transaction each. */
export async function runMerge(namespace: string, stages: Document[], world: CommandWorld): Promise<void> {
  const { into, whenMatched, whenNotMatched } = parseMerge(stages.at(-1)!.$merge);
  const target = `${namespace.slice(0, namespace.indexOf('.'))}.${into}`;
  const results = world.reader.aggregate(namespace, stages.slice(0, -1));
  for (;;) {
    const batch: Document[] = [];
    while (batch.length < BATCH) {
      const { value, done } = results.next();
      if (done) break;
      batch.push(value);
    }
    if (batch.length === 0) return;
    await world.storage.write(() => {
      for (const document of batch) mergeOne(document);
    });
  }

  function mergeOne(document: Document): void {
    const [known] = world.reader.match(target, { filter: { _id: document._id }, limit: 1 });
    if (!known) {
      if (whenNotMatched === 'fail') throw new CommandFailure('BadValue', '$merge found no matching document');
      if (whenNotMatched === 'insert') world.writer.insert(target, serialize(document, { ignoreUndefined: true }));
      return;
    }
    if (whenMatched === 'fail') throw new CommandFailure('DuplicateKey', '$merge found a matching document');
    if (whenMatched === 'keepExisting') return;
    const update = whenMatched === 'merge' ? { $set: withoutId(document) } : document;
    world.writer.update(
      target,
      { filter: { _id: document._id }, update, arrayFilters: [], now: world.now() },
      { multi: false, upsert: false },
    );
  }
}

function parseMerge(spec: unknown): { into: string; whenMatched: string; whenNotMatched: string } {
  const options: Document = isPlain(spec) ? spec : { into: spec };
  const { into, on = '_id', whenMatched = 'merge', whenNotMatched = 'insert', ...more } = options;
  if (typeof into !== 'string') throw unsupported('$merge into another database');
  if (on !== '_id') throw unsupported('$merge on anything but _id');
  if (Object.keys(more).length > 0) throw unsupported(`${Object.keys(more).join()} in $merge`);
  if (typeof whenMatched !== 'string' || !MATCHED.includes(whenMatched))
    throw unsupported('this whenMatched of $merge');
  if (typeof whenNotMatched !== 'string' || !NOT_MATCHED.includes(whenNotMatched)) {
    throw unsupported('this whenNotMatched of $merge');
  }
  return { into, whenMatched, whenNotMatched };
}

function withoutId({ _id, ...fields }: Document): Document {
  return fields;
}
