import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { type ModelAnswer, type ModelServer, startModelServer, textOf } from '../support/model-server.ts';

jest.setTimeout(90_000);

let server: ModelServer;
let bot: TestBot;

const ANSWER = {
  intent: 'recommend',
  confidence: 0.9,
  sentiment: 'neutral',
  score: 0,
  angry: false,
  filters: null,
  keywords: ['gift'],
};

/** Answers analyses with `analysis`, everything else with a plain sentence. */
function answering(analysis: object | (() => ModelAnswer)): void {
  server.answer(({ model }) => {
    if (model !== 'test-fast') return { content: 'How can I help you?' };
    return typeof analysis === 'function' ? analysis() : { content: JSON.stringify({ ...ANSWER, ...analysis }) };
  });
}

const analyses = () => server.requests.filter(({ model }) => model === 'test-fast');

beforeAll(async () => {
  server = await startModelServer();
  bot = await startTestBot('shop', { llm: server.settings() });
});

afterAll(async () => {
  await bot.close();
  await server.stop();
});

beforeEach(() => {
  server.requests.length = 0;
});

describe('the cascade', () => {
  test.each(['I want a phone under $400', '我想买一个手机', 'where is my order?', '你们怎么退货？', 'hello'])(
    'spares the model where the built-in models are sure: %s',
    async (text) => {
      answering({});
      const turn = await bot.customer().say(text);
      expect(turn.llm?.analysis).toBe('spared');
      expect(turn.llm?.savedTokens).toBeGreaterThan(100);
      expect(turn.understanding?.intent.by).toBe('built-in');
      expect(analyses()).toEqual([]);
    },
  );

  test.each([
    ['je cherche un cadeau pour ma mère', 'gift'],
    ['hmm the thing my aunt had', 'gift'],
  ])('asks it once for all that is missing: %s', async (text, keyword) => {
    answering({ intent: 'recommend', filters: { category: 'gift', maxPrice: 60 }, keywords: [keyword] });
    const turn = await bot.customer().say(text);
    expect(analyses()).toHaveLength(1);
    expect(turn.llm?.analysis).toBe('asked');
    expect(turn.route).toBe('recommend');
    expect(turn.understanding?.intent).toMatchObject({ name: 'recommend', confidence: 0.9, by: 'test-fast' });
    expect(turn.understanding?.filters).toMatchObject({ category: 'gift', maxPrice: 60 });
    expect(turn.cost?.calls).toBe(2);
  });

  test('an identical question is answered from the cache', async () => {
    answering({ intent: 'recommend' });
    const text = 'quiero un regalo bonito para mi hermana';
    expect((await bot.customer().say(text)).llm?.analysis).toBe('asked');
    expect((await bot.customer().say(text)).llm?.analysis).toBe('cached');
    expect(analyses()).toHaveLength(1);
  });

  test('what the pack does not have is dropped from the answer', async () => {
    answering({
      intent: 'hack_the_shop',
      filters: { category: 'spaceships', brandInclude: ['Nokia'], minPrice: 90, maxPrice: 10 },
    });
    const turn = await bot.customer().say('vorrei qualcosa di bello per la casa nuova');
    expect(turn.understanding?.intent.by).toBe('built-in');
    const { category, brandInclude, minPrice, maxPrice } = turn.understanding?.filters ?? {};
    expect([category, brandInclude, minPrice, maxPrice]).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('anger that the model sees keeps the bot from selling', async () => {
    answering({ intent: 'recommend', sentiment: 'negative', score: -0.9, angry: true });
    const turn = await bot.customer().say('vous êtes des voleurs, montrez-moi un téléphone qui marche');
    expect(turn.understanding?.sentiment.angry).toBe(true);
    expect(turn.route).toBe('complaint');
    expect(turn.reply?.products ?? []).toEqual([]);
  });

  test.each([
    ['a text that is no JSON', () => ({ content: 'It is a recommendation, I think.' })],
    ['JSON of another schema', () => ({ content: '{"intent": 7}' })],
    ['an error', () => ({ error: { message: 'oops' }, status: 500 })],
  ])('%s leaves the built-in understanding', async (name, answer) => {
    answering(answer);
    const turn = await bot.customer().say(`ich suche etwas Schönes für meinen Vater, ${name}`);
    expect(turn.llm?.analysis).toBe('failed');
    expect(turn.understanding?.intent.by).toBe('built-in');
    expect(turn.status).toBe('sent');
    expect(turn.reply?.text).not.toBe('');
  });

  test('JSON within prose is read, where a server does not keep to a schema', async () => {
    answering(() => ({ content: `Sure!\n\`\`\`json\n${JSON.stringify(ANSWER)}\n\`\`\`` }));
    const turn = await bot.customer().say('ik zoek een mooi cadeau voor mijn broer');
    expect(turn.understanding?.intent.by).toBe('test-fast');
  });

  test('is told the message as data and no private values', async () => {
    answering({});
    await bot.customer().say('mi correo es ana.ruiz@example.com, ¿tenéis algo bonito?');
    const [asked] = analyses();
    expect(textOf(asked)).toContain('<customer_message>');
    expect(textOf(asked)).toContain('[EMAIL_1]');
    expect(textOf(asked)).not.toContain('ana.ruiz');
  });
});

describe('the budget', () => {
  const limited = async (limits: Partial<{ perTurn: number; perCustomerDay: number; perDay: number }>) =>
    startTestBot('shop', {
      llm: server.settings({ limits: { perTurn: 100_000, perCustomerDay: 1_000_000, perDay: 1_000_000, ...limits } }),
    });

  test('of a turn: over it the built-in reply answers, and the model is not asked', async () => {
    answering({});
    const poor = await limited({ perTurn: 1000 });
    const turn = await poor.customer().say('Please recommend a phone for my mother, she wants a big screen');
    expect(turn.llm).toMatchObject({ reply: 'failed', failure: 'budget' });
    expect(turn.reply?.by).toBe('built-in');
    expect(server.requests).toEqual([]);
    await poor.close();
  });

  test('of a customer’s day: others are still answered by the model', async () => {
    answering({});
    const careful = await limited({ perCustomerDay: 3000 });
    const eager = careful.customer();
    const by: (string | undefined)[] = [];
    for (let turns = 0; turns < 4; turns++) by.push((await eager.say('I want a phone under $400')).reply?.by);
    expect(by[0]).toBe('test-model');
    expect(by.at(-1)).toBe('built-in');
    expect((await careful.customer().say('I want a phone under $400')).reply?.by).toBe('test-model');
    await careful.close();
  });

  test('of a customer’s day: calls that brought nothing count as well', async () => {
    server.answer(() => ({ content: '' }));
    const careful = await limited({ perCustomerDay: 3000 });
    const unlucky = careful.customer();
    const failures: (string | undefined)[] = [];
    for (let turns = 0; turns < 4; turns++)
      failures.push((await unlucky.say('I want a phone under $400')).llm?.failure);
    expect(failures[0]).toBe('empty');
    expect(failures.at(-1)).toBe('budget');
    await careful.close();
  });

  test('of a day, over all customers', async () => {
    answering({});
    const careful = await limited({ perDay: 3000 });
    const by: (string | undefined)[] = [];
    for (let people = 0; people < 4; people++) {
      by.push((await careful.customer().say('I want a phone under $400')).reply?.by);
    }
    expect(by[0]).toBe('test-model');
    expect(by.at(-1)).toBe('built-in');
    await careful.close();
  });

  test('what a turn cost is in its record, at the configured prices', async () => {
    server.answer(() => ({ content: 'How can I help?', usage: { prompt_tokens: 1000, completion_tokens: 100 } }));
    const turn = await bot.customer().say('I want a phone under $400');
    expect(turn.cost).toEqual({ calls: 1, inputTokens: 1000, outputTokens: 100, usd: 0.0012 });
  });

  test('erasing a customer takes their spending along', async () => {
    answering({});
    const customer = bot.customer();
    const { customerId } = await customer.say('I want a phone under $400');
    const spending = bot.bot.store.connection.collection('spending');
    expect(await spending.countDocuments({ customerId })).toBe(1);
    await customer.say('delete my data');
    // The turn that erases is erased, too.
    await expect(customer.press('erase:yes')).rejects.toThrow('not in the store');
    expect(await spending.countDocuments({ customerId })).toBe(0);
  });
});
