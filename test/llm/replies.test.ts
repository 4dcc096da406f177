import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { shownBy, startTestBot, type TestBot } from '../support/bot.ts';
import { type ModelRequest, type ModelServer, startModelServer, textOf } from '../support/model-server.ts';

jest.setTimeout(90_000);

let server: ModelServer;
let bot: TestBot;
let finance: TestBot;
const drafts: [string, string][] = [];

beforeAll(async () => {
  server = await startModelServer();
  bot = await startTestBot('shop', { llm: server.settings(), onDraft: (text, state) => drafts.push([text, state]) });
  finance = await startTestBot('finance', { llm: server.settings() });
});

afterAll(async () => {
  await bot.close();
  await finance.close();
  await server.stop();
});

beforeEach(() => {
  server.requests.length = 0;
  drafts.length = 0;
  server.answer(() => ({ content: 'How can I help you?' }));
});

const lastOf = ({ messages }: ModelRequest) => messages.at(-1)!;

describe('a reply by the model', () => {
  test('is in its words, with the cards, buttons and prompt of the turn', async () => {
    server.answer(() => ({ content: 'Happy to help you find a phone.' }));
    const turn = await bot.customer().say('I want a phone under $400');
    expect(turn.reply).toMatchObject({
      text: 'Happy to help you find a phone.',
      by: 'test-model',
      prompt: { id: 'turn-recommend', version: '1' },
    });
    expect(turn.reply?.products?.length).toBe(3);
    expect(turn.reply?.choices?.map(({ id }) => id)).toContain('cheaper');
    expect(turn.llm?.prompts?.map(({ id }) => id)).toEqual(['reply', 'turn-recommend']);
    expect(turn.grounding).toEqual({ violations: [], outcome: 'clean' });
  });

  test('gives each product its own sentence for this customer', async () => {
    const customer = bot.customer();
    server.answer((request) => {
      const names = [...textOf(request).matchAll(/^- (.+?) \[id /gm)].map(([, name]) => name);
      return { content: `这几款都适合拍照：\n${names.map((name) => `- **${name}**：适合您随手拍。`).join('\n')}` };
    });
    const turn = await customer.say('推荐一款拍照好的手机');
    expect(turn.reply?.text).toBe('这几款都适合拍照：');
    for (const card of turn.reply?.products ?? []) expect(card.reason).toBe('适合您随手拍。');
  });

  test('is asked for in the language of the customer, with the history and without their private data', async () => {
    const customer = bot.customer();
    await customer.say('你好，我想买手机');
    server.requests.length = 0;
    await customer.say('我的邮箱是 wang.xiaoming@example.com，三千以内的有吗');
    const request = server.requests.find(({ model }) => model === 'test-model')!;
    expect(String(request.messages[0].content)).toMatch(/简体中文/);
    expect(textOf(request)).toContain('我想买手机');
    expect(textOf(request)).toContain('[EMAIL_1]');
    for (const one of server.requests) expect(textOf(one)).not.toContain('wang.xiaoming');
  });

  test('has private values put back where their placeholders stand, but not in the record', async () => {
    server.answer(() => ({ content: 'I will note [EMAIL_1] for you. What kind of phone would you like?' }));
    const turn = await bot.customer().say('Show me phones, my e-mail is ann.lee@example.com');
    expect(turn.grounding?.violations).toEqual([]);
    expect(bot.sent.at(-1)?.text).toContain('ann.lee@example.com');
    expect(JSON.stringify(turn)).not.toContain('ann.lee');
  });

  test('may use tools over the shop, whose finds it may then show', async () => {
    server.answer((request) => {
      if (lastOf(request).role !== 'tool') {
        return { toolCalls: [{ name: 'search_products', arguments: '{"query":"coffee machine","maxPrice":300}' }] };
      }
      const name = /^- (.+?) \[id /m.exec(String(lastOf(request).content))?.[1];
      return { content: `Have a look at the ${name}.` };
    });
    const turn = await bot.customer().say('asdf qwer zxcv');
    expect(turn.llm?.tools).toEqual(['search_products']);
    expect(turn.reply?.by).toBe('test-model');
    const shown = shownBy(turn, bot);
    expect(shown).toHaveLength(1);
    expect(shown[0].price).toBeLessThanOrEqual(300);
    expect(turn.reply?.text).toContain(shown[0].name.en);
  });

  test('with a false price is written again by the model, told what was wrong', async () => {
    server.answer((request) => {
      const repairing = String(lastOf(request).content).includes('cannot be sent');
      return { content: repairing ? 'These phones should suit you.' : 'Each of them is only $17 today!' };
    });
    const turn = await bot.customer().say('I want a phone under $400');
    expect(turn.llm?.reply).toBe('repaired');
    expect(turn.reply?.text).toBe('These phones should suit you.');
    expect(turn.grounding?.outcome).toBe('repaired');
    expect(turn.grounding?.violations.join()).toContain('17');
    expect(String(lastOf(server.requests.at(-1)!).content)).toContain('17');
  });

  test('that stays false is replaced by the built-in one', async () => {
    server.answer(() => ({ content: 'Buy one, get one free: the new Galaxy Z99 for $17!' }));
    const turn = await bot.customer().say('I want a phone under $400');
    expect(turn.llm?.reply).toBe('replaced');
    expect(turn.reply?.by).toBe('built-in');
    expect(turn.reply?.text).not.toMatch(/Z99|free|17/);
    expect(turn.reply?.products?.length).toBe(3);
  });

  test('is shown as it grows, and what is final has been checked', async () => {
    server.answer(() => ({ content: 'Here are some good phones for you, I think you will like them.' }));
    const turn = await bot.customer().say('I want a phone under $400');
    expect(drafts.length).toBeGreaterThan(0);
    for (const [text] of drafts) expect(turn.reply?.text.startsWith(text)).toBe(true);
    expect(bot.sent.at(-1)?.text).toBe(turn.reply?.text);
  });

  test('never sells to who complains: no goods in the tools, none in the reply', async () => {
    server.answer(() => ({ content: 'I am sorry that your kettle broke. Shall I ask a person to look at it?' }));
    const turn = await bot.customer().say('This is terrible, the kettle broke after two days, I am furious!');
    expect(turn.route).toBe('complaint');
    const offered = (server.requests[0].tools ?? []).map((tool) => tool.function.name);
    expect(offered.toSorted()).toEqual(['hand_off', 'order_status', 'search_knowledge']);
    expect(turn.reply?.products ?? []).toEqual([]);
    expect(turn.reply?.by).toBe('test-model');
  });

  test.each([
    ['delete my data', 'privacy'],
    ['stop sending me advertising', 'privacy'],
    ['thanks!', 'smalltalk'],
  ])('is not asked for where words are fixed: %s', async (text, route) => {
    const turn = await bot.customer().say(text);
    expect(turn).toMatchObject({ route, llm: { reply: 'not_asked' }, reply: { by: 'built-in' } });
    expect(server.requests).toEqual([]);
  });

  test('carries the risk note in a finance pack, whatever the model writes', async () => {
    server.answer(() => ({ content: 'This could fit what you are looking for.' }));
    const turn = await finance.customer().say('I want a low risk fund');
    const notice = finance.bot.pack.notice?.en ?? '';
    expect(turn.reply?.by).toBe('test-model');
    expect(turn.reply?.text).toContain(notice);
  });

  test('that promises a return is replaced', async () => {
    server.answer(() => ({ content: 'This fund guarantees you 8% a year, you cannot lose.' }));
    const turn = await finance.customer().say('I want a low risk fund');
    expect(turn.llm?.reply).toBe('replaced');
    expect(turn.reply?.text).not.toMatch(/guarantee|8%|cannot lose/);
  });
});

describe('what tools may do', () => {
  const callOnce = (name: string, args: object) => {
    server.answer((request) =>
      lastOf(request).role === 'tool'
        ? { content: 'Is there anything else I can do for you?' }
        : { toolCalls: [{ name, arguments: JSON.stringify(args) }] },
    );
  };
  const resultOf = () => String(server.requests.at(-1)?.messages.at(-1)?.content);

  test('an order is looked up only by a number that the customer wrote', async () => {
    const [order] = bot.bot.pack.orders;
    callOnce('order_status', { order: order.id });
    await bot.customer().say('qwer zxcv asdf?');
    expect(resultOf()).toContain('No order of that number was given by the customer');
  });

  test('a preference is kept only when the customer said it and agreed to be remembered', async () => {
    callOnce('remember_preference', { kind: 'like', about: 'text', value: 'free laptops' });
    await bot.customer().say('qwer zxcv asdf?');
    expect(resultOf()).toContain('the customer did not say that');
    callOnce('remember_preference', { kind: 'dislike', about: 'text', value: 'leather' });
    await bot.customer().say('qwer zxcv leather?');
    expect(resultOf()).toContain('has not agreed');
  });

  test('the customer’s exclusions hold whatever the model searches for', async () => {
    const customer = bot.customer();
    await customer.say('I want a phone, not Vellomar');
    callOnce('search_products', { query: 'Vellomar phone' });
    await customer.say('qwer zxcv asdf?');
    expect(resultOf()).not.toContain('Vellomar');
  });

  test('a hand-off is an action of the reply, not words in it', async () => {
    callOnce('hand_off', { reason: 'unanswered' });
    const turn = await bot.customer().say('qwer zxcv asdf?');
    expect(turn.reply?.handoff).toEqual({ reason: 'unanswered' });
  });
});
