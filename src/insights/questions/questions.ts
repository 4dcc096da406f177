import type { Connection } from 'mongoose';
import type { Lexicon } from '../../knowledge/lexicon/lexicon.ts';
import type { ReplyLanguage } from '../../understanding/understanding.ts';
import type { Daily } from '../figures/daily.ts';
import type { Period } from '../overview.ts';
import { isQuestion, type Wishing } from '../wish.ts';
import { clusterQuestions } from './cluster.ts';

/** `unanswered`: the pack knew nothing. `not understood`: the bot asked back. `badly answered`: the customer was unhappy at once. */
export type Why = 'unanswered' | 'not understood' | 'badly answered';

export interface OpenQuestion {
  turnId: string;
  conversationId: string;
  customerId: string;
  at: Date;
  text: string;
  language: ReplyLanguage;
  why: Why;
}

/** Questions about one thing. */
export interface QuestionGroup {
  /** The most typical question in each language it was asked in. */
  question: Partial<Record<ReplyLanguage, string>>;
  size: number;
  customers: number;
  why: Partial<Record<Why, number>>;
  questions: OpenQuestion[];
}

/** The newest so many are grouped: what is older matters less than a quick page. */
const READ = 400;
const SHOWN = 30;
const HAS_WORDS = /\p{L}{2}/u;
/** Noted while the days are counted; the unanswered ones have an index. */
const NOTED = ['not understood', 'badly answered'] as const satisfies readonly Why[];

/** Questions of a period that got no good answer, grouped over both languages; the most asked first. */
export async function openQuestionsIn(
  connection: Connection,
  daily: Daily,
  lexicon: Lexicon,
  { from, to, channel }: Period,
): Promise<QuestionGroup[]> {
  const own = channel === undefined ? {} : { channel: { $eq: channel } };
  const noted = new Map<string, Why>();
  for (const why of NOTED) {
    for (const { id } of await daily.examples(from, to, why, channel)) noted.set(id, why);
  }
  const [unanswered, others] = await Promise.all([
    turnsOf(connection, { unanswered: true, receivedAt: { $gte: from, $lt: to }, ...own }),
    turnsOf(connection, { _id: { $in: [...noted.keys()].slice(-READ) } }),
  ]);
  const questions = [
    ...unanswered.filter(isQuestion).map((turn) => questionOf(turn, 'unanswered')),
    ...others.filter(isQuestion).map((turn) => questionOf(turn, noted.get(turn._id)!)),
  ].filter(({ text }) => HAS_WORDS.test(text));
  return clusterQuestions(questions, lexicon)
    .slice(0, SHOWN)
    .map(({ questions: group }) => groupOf(group));
}

interface Row extends Wishing {
  _id: string;
  conversationId: string;
  customerId: string;
  receivedAt: Date;
  message: { text: string };
  understanding?: { replyLanguage: ReplyLanguage } & NonNullable<Wishing['understanding']>;
}

async function turnsOf(connection: Connection, filter: object): Promise<Row[]> {
  const found = connection
    .collection('turns')
    .find(filter, {
      projection: {
        conversationId: 1,
        customerId: 1,
        receivedAt: 1,
        intent: 1,
        route: 1,
        message: 1,
        understanding: 1,
      },
    })
    .sort({ receivedAt: -1 })
    .limit(READ);
  return (await found.toArray()) as unknown as Row[];
}

function questionOf(
  { _id, conversationId, customerId, receivedAt, message, understanding }: Row,
  why: Why,
): OpenQuestion {
  const language = understanding?.replyLanguage ?? 'en';
  return { turnId: _id, conversationId, customerId, at: receivedAt, text: message.text, language, why };
}

function groupOf(questions: OpenQuestion[]): QuestionGroup {
  const why: QuestionGroup['why'] = {};
  for (const one of questions) why[one.why] = (why[one.why] ?? 0) + 1;
  const typical = (language: ReplyLanguage) => questions.find((one) => one.language === language)?.text;
  const [en, zh] = [typical('en'), typical('zh')];
  return {
    question: { ...(en !== undefined && { en }), ...(zh !== undefined && { zh }) },
    size: questions.length,
    customers: new Set(questions.map(({ customerId }) => customerId)).size,
    why,
    questions,
  };
}
