import { isPlain } from '../bson-key.ts';
import { CODES, CommandFailure, toFailure, unsupported } from '../failure.ts';
import type { Document } from '../query.ts';
import type { UpdateSpec } from '../update.ts';
import { RawDocument } from '../wire.ts';
import { type Command, type CommandWorld, countAt, documentAt, listAt, namespaceOf, plainNumbers } from './command.ts';

/** Runs statements one by one in one write job; failures are told by index, and end it when it is `ordered`. */
function runStatements<T>(statements: T[], ordered: boolean, run: (statement: T, index: number) => void): Document {
  const writeErrors: Document[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index);
    } catch (error) {
      writeErrors.push(toWriteError(index, error));
      if (ordered) break;
    }
  }
  return writeErrors.length > 0 ? { writeErrors } : {};
}

function toWriteError(index: number, error: unknown): Document {
  const { codeName, message, details } = toFailure(error);
  return { index, code: CODES[codeName], errmsg: message, ...details };
}

const insert: Command = {
  options: ['documents', 'ordered', 'bypassDocumentValidation'],
  run(command, { storage, writer }) {
    const namespace = namespaceOf(command, 'insert');
    const documents = listAt(command, 'documents') as Uint8Array[];
    return storage.write(() => {
      let n = 0;
      const failures = runStatements(documents, command.ordered !== false, (raw) => {
        writer.insert(namespace, raw);
        n++;
      });
      return { n, ...failures };
    });
  },
};

const UPDATE_KEYS = new Set(['q', 'u', 'multi', 'upsert', 'arrayFilters', 'hint', 'sort', 'collation']);
const DELETE_KEYS = new Set(['q', 'limit', 'hint', 'collation']);

function assertStatement(statement: unknown, keys: Set<string>): asserts statement is Document {
  if (!isPlain(statement)) throw new CommandFailure('TypeMismatch', 'A statement must be an object');
  const unknown = Object.keys(statement).find((key) => !keys.has(key));
  if (unknown) throw unsupported(`${unknown} in a statement`);
  if (isPlain(statement.collation) && statement.collation.locale !== 'simple') throw unsupported('collation');
}

function updateSpec(filter: Document, update: unknown, arrayFilters: unknown, { now }: CommandWorld): UpdateSpec {
  if (!isPlain(update) && !Array.isArray(update)) {
    throw new CommandFailure('FailedToParse', 'An update must be an object or a pipeline');
  }
  return {
    filter,
    update: (Array.isArray(update) ? plainNumbers(update) : update) as Document | Document[],
    arrayFilters: (plainNumbers(arrayFilters ?? []) as Document[]) ?? [],
    now: now(),
  };
}

const update: Command = {
  options: ['updates', 'ordered', 'bypassDocumentValidation'],
  run(command, world) {
    const namespace = namespaceOf(command, 'update');
    const statements = listAt(command, 'updates');
    return world.storage.write(() => {
      let n = 0;
      let nModified = 0;
      const upserted: Document[] = [];
      const failures = runStatements(statements, command.ordered !== false, (statement, index) => {
        assertStatement(statement, UPDATE_KEYS);
        const spec = updateSpec(documentAt(statement, 'q'), statement.u, statement.arrayFilters, world);
        const { matched, modified, upsertedId } = world.writer.update(namespace, spec, {
          multi: statement.multi === true,
          upsert: statement.upsert === true,
          ...(statement.sort !== undefined && { sort: documentAt(statement, 'sort') }),
        });
        n += matched + (upsertedId === undefined ? 0 : 1);
        nModified += modified;
        if (upsertedId !== undefined) upserted.push({ index, _id: upsertedId });
      });
      return { n, nModified, ...(upserted.length > 0 && { upserted }), ...failures };
    });
  },
};

/** Documents of a large delete that go in one transaction: others may write in between, as with MongoDB. */
const DELETED_AT_ONCE = 500;

const remove: Command = {
  options: ['deletes', 'ordered'],
  async run(command, { storage, writer }) {
    const namespace = namespaceOf(command, 'delete');
    const writeErrors: Document[] = [];
    let n = 0;
    for (const [index, statement] of listAt(command, 'deletes').entries()) {
      try {
        assertStatement(statement, DELETE_KEYS);
        const filter = documentAt(statement, 'q');
        if (countAt(statement, 'limit') === 1) {
          if (await storage.write(() => writer.removeOne(namespace, filter))) n++;
          continue;
        }
        let count: number;
        do {
          count = await storage.write(() => writer.removeSome(namespace, filter, DELETED_AT_ONCE));
          n += count;
        } while (count === DELETED_AT_ONCE);
      } catch (error) {
        writeErrors.push(toWriteError(index, error));
        if (command.ordered !== false) break;
      }
    }
    return { n, ...(writeErrors.length > 0 && { writeErrors }) };
  },
};

const findAndModify: Command = {
  options: [
    ...['query', 'sort', 'remove', 'update', 'new', 'fields', 'upsert', 'arrayFilters', 'hint'],
    'bypassDocumentValidation',
  ],
  run(command, world) {
    const { reader, storage, writer } = world;
    const namespace = namespaceOf(command, 'findAndModify');
    const filter = documentAt(command, 'query');
    const sort = documentAt(command, 'sort');
    const fields = documentAt(command, 'fields');
    const shown = (raw: Uint8Array | undefined): RawDocument | null => {
      if (raw === undefined) return null;
      return new RawDocument(reader.project(fields, raw));
    };
    return storage.write((): Document => {
      if (command.remove === true) {
        const removed = writer.removeOne(namespace, filter, sort);
        return { lastErrorObject: { n: removed ? 1 : 0 }, value: shown(removed) };
      }
      const spec = updateSpec(filter, command.update, command.arrayFilters, world);
      const changed = writer.update(namespace, spec, { multi: false, upsert: command.upsert === true, sort });
      const { before, after, upsertedId, matched } = changed;
      return {
        lastErrorObject: {
          n: matched + (upsertedId === undefined ? 0 : 1),
          updatedExisting: matched > 0,
          ...(upsertedId !== undefined && { upserted: upsertedId }),
        },
        value: shown(command.new === true ? after : before),
      };
    });
  },
};

export const WRITING: Readonly<Record<string, Command>> = {
  insert,
  update,
  delete: remove,
  findAndModify,
  findandmodify: findAndModify,
};
