import type { Connection } from 'mongoose';
import { AppError } from '../../errors.ts';
import type { ConversationRepository, ConversationStatus, StoredConversation } from '../../store/conversations.ts';
import { defineModel, rawCollection, toRecord } from '../../store/records.ts';
import type { DialogueState } from '../dialogue/dialogue.ts';
import { PERSON } from '../visits/visit.ts';
import type { Proactive, ProactiveOutcome } from './proactive.ts';

/** A person of the business, as the customer's conversation knows them. */
export interface Colleague {
  login: string;
  name: string;
}

/** Who answers a conversation in the bot's place, and since when. */
export interface Assignment {
  /** The conversation's. */
  id: string;
  customerId: string;
  by: Colleague;
  at: Date;
}

/** People answering in the bot's place. */
export interface Takeover {
  /** The bot falls silent. Throws NOT_FOUND, or INPUT_INVALID when a colleague was faster. */
  take(conversationId: string, by: Colleague): Promise<void>;
  /** Writes to the customer on their channel. Throws INPUT_INVALID unless the conversation is taken by this person. */
  write(conversationId: string, by: Colleague, text: string): Promise<ProactiveOutcome>;
  /** The bot answers again. Anybody may hand back: people go home. */
  handBack(conversationId: string): Promise<void>;
  assignments(conversationIds: readonly string[]): Promise<Assignment[]>;
  /** Conversations of a status, spoken in longest ago first. */
  list(status: Exclude<ConversationStatus, 'bot'>, limit: number): Promise<StoredConversation<DialogueState>[]>;
  /** How many wait for a person, counted up to `most`. */
  countWaiting(most: number): Promise<number>;
}

const LONGEST_TEXT = 4000;

export function createTakeover(options: {
  connection: Connection;
  conversations: ConversationRepository<DialogueState>;
  proactive: Pick<Proactive, 'send'>;
  now?(): Date;
}): Takeover {
  const { connection, conversations, proactive, now = () => new Date() } = options;
  const takeovers = rawCollection(defineModel(connection, 'takeovers', {}, []));
  const stored = connection.collection<{ _id: string }>('conversations');

  async function existing(id: string): Promise<StoredConversation<DialogueState>> {
    const found = await conversations.get(id);
    if (!found) throw new AppError('NOT_FOUND', 'There is no such conversation');
    return found;
  }

  async function assignmentOf(id: string): Promise<Assignment | undefined> {
    const found = await takeovers.findOne({ _id: { $eq: id } });
    return found ? toRecord<Assignment>(found) : undefined;
  }

  return {
    async take(conversationId, by) {
      const { customerId } = await existing(conversationId);
      // Only the first of two who press at once writes the record.
      await takeovers.updateOne(
        { _id: { $eq: conversationId } },
        { $setOnInsert: { customerId, by: { login: by.login, name: by.name }, at: now() } },
        { upsert: true },
      );
      const assignment = await assignmentOf(conversationId);
      if (assignment?.by.login !== by.login) {
        throw new AppError(
          'INPUT_INVALID',
          `${assignment?.by.name ?? 'A colleague'} has taken this conversation already`,
        );
      }
      await conversations.save(conversationId, { status: 'human' });
    },

    async write(conversationId, by, text) {
      const conversation = await existing(conversationId);
      const assignment = await assignmentOf(conversationId);
      if (conversation.status !== 'human' || assignment?.by.login !== by.login) {
        throw new AppError('INPUT_INVALID', 'Take the conversation over before you write');
      }
      const said = text.trim();
      if (said === '' || said.length > LONGEST_TEXT) {
        throw new AppError('INPUT_INVALID', `Write between 1 and ${LONGEST_TEXT} characters`);
      }
      const language = conversation.state?.language ?? (conversation.language === 'zh' ? 'zh' : 'en');
      return proactive.send({
        conversationId,
        reply: { text: said, language, by: `${PERSON}${by.login}` },
        purpose: 'service',
        author: by.login,
      });
    },

    async handBack(conversationId) {
      await existing(conversationId);
      await takeovers.deleteOne({ _id: { $eq: conversationId } });
      await conversations.save(conversationId, { status: 'bot' });
    },

    async assignments(conversationIds) {
      const found = await takeovers.find({ _id: { $in: [...conversationIds] } }).toArray();
      return found.map((one) => toRecord<Assignment>(one));
    },

    async list(status, limit) {
      const found = await stored.find({ status }).sort({ lastAt: 1 }).limit(limit).toArray();
      return found.map((one) => toRecord<StoredConversation<DialogueState>>(one, ['lease']));
    },

    countWaiting: (most) => stored.countDocuments({ status: 'waiting' }, { limit: most }),
  };
}
