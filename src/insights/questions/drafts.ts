import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { defineModel, rawCollection, toRecord, toStored } from '../../store/records.ts';
import type { ReplyLanguage } from '../../understanding/understanding.ts';
import { addToFaq, faqId, type NewEntry } from './faq-file.ts';

/** An answer somebody wrote, which goes into the pack's questions once it is approved. */
export interface FaqDraft extends Omit<NewEntry, 'id'> {
  id: string;
  status: 'draft' | 'published';
  writtenBy: string;
  writtenAt: Date;
  approvedBy?: string;
  approvedAt?: Date;
  /** Its id in faq.md, once it is there. */
  faqId?: string;
}

export interface DraftsOptions {
  connection: Connection;
  /** The pack's questions: where they are, and the ids that are taken. */
  faq(): { path: string; taken: ReadonlySet<string> };
  /** Builds the index anew from the pack's files; the bot serves on meanwhile. */
  reindex(): Promise<void>;
  now?(): Date;
}

const line = z.string().trim().max(300);
const schema = z
  .object({
    question: z.object({ en: line.optional(), zh: line.optional() }),
    answer: z.object({ en: z.string().trim().max(8_000).optional(), zh: z.string().trim().max(8_000).optional() }),
    variants: z.object({ en: z.array(line).max(30).optional(), zh: z.array(line).max(30).optional() }).default({}),
  })
  .transform(({ question, answer, variants }) => ({
    question: filled(question),
    answer: filled(answer),
    variants: {
      ...(variants.en && { en: variants.en.filter((one) => one !== '') }),
      ...(variants.zh && { zh: variants.zh.filter((one) => one !== '') }),
    },
  }))
  .refine(({ question, answer }) => Object.keys(question).length > 0 && keysOf(question) === keysOf(answer), {
    message: 'a question and its answer are needed in the same language',
  });

export type Drafts = ReturnType<typeof createDrafts>;

/** Answers on their way into the pack: written by one, approved by one, then in faq.md and in the index. */
export function createDrafts({ connection, faq, reindex, now = () => new Date() }: DraftsOptions) {
  const model = defineModel(connection, 'faq_drafts', { writtenAt: Date }, [[{ writtenAt: -1 }]]);
  const drafts = rawCollection(model);
  /** One change of the file at a time. */
  let publishing: Promise<unknown> = Promise.resolve();

  async function get(id: string): Promise<FaqDraft> {
    const found = await drafts.findOne({ _id: id });
    if (!found) throw new AppError('NOT_FOUND', 'There is no such draft');
    return toRecord<FaqDraft>(found);
  }

  async function editable(id: string): Promise<FaqDraft> {
    const draft = await get(id);
    if (draft.status === 'published') throw new AppError('INPUT_INVALID', 'The answer is in the pack already');
    return draft;
  }

  async function publish(id: string, by: string): Promise<FaqDraft> {
    const draft = await editable(id);
    const { path, taken } = faq();
    const entry: NewEntry = { ...draft, id: faqId(draft.question, taken) };
    await addToFaq(path, entry);
    const published = { status: 'published' as const, approvedBy: by, approvedAt: now(), faqId: entry.id };
    await drafts.updateOne({ _id: id }, { $set: published });
    await reindex();
    return { ...draft, ...published };
  }

  return {
    createIndexes: () => model.createIndexes(),
    get,
    /** Newest first. */
    async list(status?: FaqDraft['status'], limit = 100): Promise<FaqDraft[]> {
      const found = drafts
        .find(status ? { status: { $eq: status } } : {})
        .sort({ writtenAt: -1 })
        .limit(limit);
      return (await found.toArray()).map((one) => toRecord<FaqDraft>(one));
    },
    /** Throws INPUT_INVALID. */
    async create(input: unknown, by: string): Promise<FaqDraft> {
      const draft: FaqDraft = { ...parsed(input), id: randomUUID(), status: 'draft', writtenBy: by, writtenAt: now() };
      await drafts.insertOne(toStored(draft));
      return draft;
    },
    /** Throws NOT_FOUND, or INPUT_INVALID when it is published. */
    async update(id: string, input: unknown, by: string): Promise<FaqDraft> {
      const draft = await editable(id);
      const changes = { ...parsed(input), writtenBy: by, writtenAt: now() };
      await drafts.updateOne({ _id: id }, { $set: changes });
      return { ...draft, ...changes };
    },
    async remove(id: string): Promise<void> {
      await editable(id);
      await drafts.deleteOne({ _id: id });
    },
    /** Writes the answer into the pack's faq.md and has the index built anew. Throws NOT_FOUND or INPUT_INVALID. */
    publish(id: string, by: string): Promise<FaqDraft> {
      const result = publishing.then(() => publish(id, by));
      publishing = result.catch(() => undefined);
      return result;
    },
  };
}

function parsed(input: unknown): Omit<NewEntry, 'id'> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new AppError('INPUT_INVALID', `The answer is not complete: ${result.error.issues[0]!.message}`);
}

function filled(texts: Partial<Record<ReplyLanguage, string | undefined>>): Partial<Record<ReplyLanguage, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined && text !== ''));
}

const keysOf = (texts: object): string => Object.keys(texts).sort().join();
