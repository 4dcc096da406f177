import { describe, expect, test } from '@jest/globals';
import { type DialogueState, emptyDialogue } from '../../src/conversation/dialogue/dialogue.ts';
import type { IncomingMessage } from '../../src/conversation/message.ts';
import { chooseRoute } from '../../src/conversation/route.ts';
import type { PackIntent } from '../../src/knowledge/pack.ts';
import { understandingOf } from '../support/understanding.ts';

type Parts = Parameters<typeof understandingOf>[1];

function route(
  text: string,
  parts: Parts,
  {
    dialogue = {},
    action,
    withPerson = false,
    intents = [],
  }: {
    dialogue?: Partial<DialogueState>;
    action?: IncomingMessage['action'];
    withPerson?: boolean;
    intents?: PackIntent[];
  } = {},
) {
  return chooseRoute({
    message: { text, action, attachments: [] },
    understanding: understandingOf(text, parts),
    dialogue: { ...emptyDialogue(), ...dialogue },
    pack: { intents },
    withPerson,
  });
}

const lookingForPhones = { need: { text: 'phone', filters: { category: 'phone' } } };

describe('routing by intent, mood and what was said before', () => {
  test.each([
    ['recommend', 'recommend'],
    ['shipping', 'answer'],
    ['compare', 'compare'],
    ['human', 'handoff'],
    ['privacy_erase', 'privacy'],
    ['ask_stock', 'product_question'],
    ['unsure', 'clarify'],
  ])('%s goes to %s', (intent, expected) => {
    expect(route('some words', { intent }).route).toBe(expected);
  });

  test('an angry customer is never sold to', () => {
    for (const intent of ['recommend', 'search', 'compare', 'ask_promotion', 'smalltalk', 'out_of_scope', 'unsure']) {
      expect(route('useless!!', { intent, sentiment: { angry: true, label: 'negative' } }).route).toBe('complaint');
    }
  });

  test('an angry customer still gets the order status and a person', () => {
    const angry = { sentiment: { angry: true, label: 'negative' } } as const;
    expect(route('where is my order!!', { intent: 'order_status', ...angry }).route).toBe('order_status');
    expect(route('a person, now', { intent: 'human', ...angry }).route).toBe('handoff');
  });

  test('bare limits refine a running search whatever their intent looks like', () => {
    const plan = route('under 400', { intent: 'unsure', filters: { maxPrice: 400 } }, { dialogue: lookingForPhones });
    expect(plan.route).toBe('recommend');
  });

  test('yes and no answer our own question only', () => {
    expect(route('是的', {}, { dialogue: { pending: { kind: 'erase' } } })).toMatchObject({
      route: 'privacy',
      yes: true,
    });
    expect(route('no', {}, { dialogue: { pending: { kind: 'handoff', reason: 'unanswered' } } }).route).toBe(
      'smalltalk',
    );
    expect(route('yes', {}).route).toBe('clarify');
  });

  test('the bot is silent while a person has the conversation', () => {
    expect(route('hello?', { intent: 'greet' }, { withPerson: true }).route).toBe('silent');
  });

  test('two informational intents are both answered', () => {
    const understanding = {
      intent: 'order_status',
      intents: [
        { name: 'order_status', confidence: 0.9 },
        { name: 'return_refund', confidence: 0.8 },
      ],
    };
    expect(route('where is my order and can I return the charger', understanding).also).toEqual({
      route: 'answer',
      intent: 'return_refund',
    });
  });

  test('a button goes where it says, and an unknown one is read as text', () => {
    expect(route('Cheaper', {}, { action: { kind: 'choice', id: 'cheaper' } }).route).toBe('recommend');
    expect(route('Hi', { intent: 'greet' }, { action: { kind: 'choice', id: 'nonsense' } }).route).toBe('smalltalk');
  });

  test("a pack's own intent goes to its route, else to its answer", () => {
    const intents: PackIntent[] = [
      { name: 'trade_in', examples: { en: [], zh: [] } },
      { name: 'gift_idea', examples: { en: [], zh: [] }, route: 'recommend' },
    ];
    expect(route('x', { intent: 'trade_in' }, { intents }).route).toBe('answer');
    expect(route('x', { intent: 'gift_idea' }, { intents }).route).toBe('recommend');
  });

  test('nothing to read and far too much to read are refused in words', () => {
    expect(route('', {})).toEqual({ route: 'unreadable', intent: 'empty' });
    expect(route('a'.repeat(30_000), {})).toEqual({ route: 'unreadable', intent: 'too_long' });
  });
});
