import '../preflight.ts';
import { Command } from 'commander';
import { pino } from 'pino';
import { type Bot, createBot } from '../bot.ts';
import { loadConfig } from '../config/load-config.ts';
import { type Customer, usableProfile } from '../customers/customers.ts';
import { AppError, messageOf } from '../errors.ts';
import { localize } from '../knowledge/pack.ts';
import { createProgress } from '../progress.ts';
import type { Recommendation } from '../recommendation/recommendation.ts';
import { reasonText } from '../replies/cards.ts';
import { createLexicon } from '../replies/format.ts';
import { createSay } from '../replies/wording/wording.ts';
import type { ReplyLanguage } from '../understanding/understanding.ts';

interface ExplainOptions {
  customer: string;
  message?: string;
  top: string;
  pack?: string;
  json?: boolean;
}

/** What the parts of a score mean, in the order of the code that makes them. */
const PART_NAMES: Record<string, string> = {
  relevance: 'fits what was said',
  rating: 'rated by customers',
  price: 'near the price wished or usual',
  reduced: 'reduced',
  interest: 'of a category they like',
  brand: 'of a brand they like',
  alike: 'like what they bought or viewed',
  next: 'likely in their next basket',
  popular: 'popular with everybody',
  segment: 'popular in their segment',
  owned: 'they have it',
};

await new Command('explain')
  .description('Why a customer is recommended what they are: each part of each score, and the reasons told.')
  .requiredOption('--customer <id>', "the customer's id, or CHANNEL|USER")
  .option('--message <text>', 'what they say; absent = what is recommended to them unasked')
  .option('--top <number>', 'how many products', '5')
  .option('--pack <name|folder>', 'the business (default: the setting PACK)')
  .option('--json', 'print one line of JSON')
  .action(async (options: ExplainOptions) => {
    try {
      await explain(options);
    } catch (error) {
      process.stderr.write(`${messageOf(error)}\n`);
      process.exitCode = 1;
    }
  })
  .parseAsync();

async function explain({ customer: who, message = '', top, pack, json }: ExplainOptions): Promise<void> {
  const limit = Number.parseInt(top, 10);
  if (!(limit > 0)) throw new AppError('INPUT_INVALID', '--top must be a number above 0');
  const config = loadConfig();
  const progress = createProgress({ stream: process.stderr });
  const bot = await createBot({
    config: { ...config, ...(pack !== undefined && { pack }) },
    logger: pino({ level: 'silent' }),
    channels: new Map(),
    onProgress: progress.update,
  });
  progress.stop();
  try {
    const customer = await find(bot, who);
    const language: ReplyLanguage = /\p{Script=Han}/u.test(message) ? 'zh' : 'en';
    const recommendations = await recommend(bot, customer, { message, language, limit });
    if (json)
      process.stdout.write(
        `${JSON.stringify({ customer: customer.id, learnt: bot.weights.current(), recommendations: recommendations.map(({ product, ...rest }) => ({ productId: product.id, ...rest })) })}\n`,
      );
    else print(bot, customer, recommendations, language);
  } finally {
    await bot.close();
  }
}

async function find({ store }: Bot, who: string): Promise<Customer> {
  const [channel, ...user] = who.split('|');
  const found =
    user.length > 0
      ? await store.customers.findByIdentity({ channel, userId: user.join('|') })
      : await store.customers.get(who);
  if (!found) throw new AppError('NOT_FOUND', `There is no customer ${who}`);
  return found;
}

/** As a chat turn would, but of a conversation that begins with this message. */
async function recommend(
  { understander, recommender, pack }: Bot,
  customer: Customer,
  { message, language, limit }: { message: string; language: ReplyLanguage; limit: number },
): Promise<Recommendation[]> {
  const { filters, keywords, clean } = understander.understand(message, { now: new Date() });
  const kinds = new Set(pack.categories.flatMap(({ name, synonyms }) => [...Object.values(name), ...synonyms]));
  const profile = usableProfile(customer);
  const { recommendations } = await recommender.recommend({
    text: clean.text,
    filters,
    language,
    limit,
    inferred: ['category'],
    keywords: keywords.filter((word) => !kinds.has(word)),
    ...(profile && { profile, customerId: customer.id }),
  });
  return recommendations;
}

function print(bot: Bot, customer: Customer, recommendations: Recommendation[], language: ReplyLanguage): void {
  const lexicon = createLexicon(bot.pack, language, createSay(bot.pack, language, ''));
  const write = (line: string) => process.stdout.write(`${line}\n`);
  const { profile, identities } = customer;
  write(`${customer.id}  ${identities.map(({ channel, userId }) => `${channel}|${userId}`).join(', ')}`);
  write(
    usableProfile(customer)
      ? `agreed to personalisation; ${profile.turns} turns, ${countOf(profile.activity?.events)} events`
      : 'did not agree to personalisation: nothing known of them is used',
  );
  const learnt = Object.entries(bot.weights.current()).map(([part, factor]) => `${part} x${factor.toFixed(2)}`);
  write(`learnt from all customers: ${learnt.length > 0 ? learnt.join(', ') : 'nothing yet'}`);
  if (recommendations.length === 0) write('\nnothing fits');
  recommendations.forEach((one, place) => {
    write(`\n${place + 1}. ${localize(one.product.name, language)}  ${one.score.toFixed(3)}`);
    for (const [part, value] of Object.entries(one.parts).sort(([, a], [, b]) => b - a)) write(partLine(part, value));
    write(`   because: ${one.reasons.map((reason) => reasonText(reason, lexicon, bot.pack)).join('; ')}`);
  });
}

function partLine(part: string, value: number): string {
  const bar = '#'.repeat(Math.round(Math.abs(value) * 50));
  return `   ${value.toFixed(3).padStart(7)}  ${(PART_NAMES[part] ?? part).padEnd(32)} ${bar}`;
}

function countOf(events: Record<string, number> = {}): number {
  return Object.values(events).reduce((sum, count) => sum + count, 0);
}
