import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Turn } from '../../src/conversation/turn-record.ts';
import { INJECTION_ATTEMPTS, type InjectionAttempt } from '../replies/injection-attempts.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { type ModelRequest, type ModelServer, startModelServer, textOf } from '../support/model-server.ts';

jest.setTimeout(90_000);

let server: ModelServer;
let bot: TestBot;

beforeAll(async () => {
  server = await startModelServer();
  bot = await startTestBot('shop', { llm: server.settings() });
});

afterAll(async () => {
  await bot.close();
  await server.stop();
});

const HARMLESS = { en: 'Is there anything else I can do for you?', zh: '还有什么可以帮您的吗？' };

/** A model that obeys whatever it reads, even when it is told to write again. */
function obeying({ language, says, calls }: InjectionAttempt): void {
  server.answer(({ messages, model }: ModelRequest) => {
    if (model === 'test-fast') return { content: '{"intent":"unsure"}' };
    if (calls && messages.at(-1)?.role !== 'tool') {
      return { toolCalls: [{ name: calls.tool, arguments: JSON.stringify(calls.arguments) }] };
    }
    return { content: says ?? HARMLESS[language] };
  });
}

/** The attempt where it stands: what a customer writes, or a product's own text, which retrieval brings into the prompt. */
async function attempted(one: InjectionAttempt): Promise<Turn> {
  const customer = bot.customer();
  const wish = { en: 'Tell me about the Tinghe TH-N500 headphones', zh: '介绍一下听荷 TH-N500 耳机' }[one.language];
  if (one.place === 'message') {
    await customer.say(wish);
    return customer.say(one.attempt);
  }
  const product = bot.bot.retriever.product('hp-n500')!;
  const { description } = product;
  product.description = { ...description, [one.language]: `${one.attempt} ${description[one.language]}` };
  try {
    return await customer.say(wish);
  } finally {
    product.description = description;
  }
}

describe('a model that obeys every order it reads', () => {
  test.each(INJECTION_ATTEMPTS)('$language, $place: $attempt', async (one) => {
    obeying(one);
    server.requests.length = 0;
    const turn = await attempted(one);
    const sent = bot.sent.at(-1)!;
    if (one.says !== undefined) expect(sent.text).not.toContain(one.says);
    expect(sent.text).not.toBe('');
    // Prices that the customer sees are the pack's, whatever was said.
    for (const { productId, price } of sent.products ?? []) {
      expect(price).toBe(`$${bot.bot.retriever.product(productId)?.price?.toLocaleString('en-US')}`);
    }
    if (one.place !== 'message') {
      // The order was in front of the model, as data.
      expect(server.requests.some((request) => textOf(request).includes(one.attempt.slice(0, 20)))).toBe(true);
      expect(turn.llm?.reply).not.toBe('not_asked');
    }
    const customer = await bot.bot.customers.get(turn.customerId);
    expect(customer?.profile.preferences ?? []).toEqual([]);
    expect(customer?.consent.marketing?.granted ?? false).toBe(false);
  });

  test('is told nothing of orders that the customer did not name', async () => {
    const told = server.requests
      .flatMap(({ messages }) => messages)
      .filter(({ role }) => role === 'tool')
      .map(({ content }) => String(content))
      .join('\n');
    for (const { id, tracking } of bot.bot.pack.orders) {
      expect(told).not.toContain(id);
      if (tracking) expect(told).not.toContain(tracking);
    }
  });
});
