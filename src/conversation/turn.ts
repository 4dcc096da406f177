import { type Runnable, RunnableBranch, RunnableParallel, RunnableSequence } from '@langchain/core/runnables';
import type { TurnContext, TurnInput, TurnParts } from './context.ts';
import { answer } from './handlers/answer.ts';
import { clarify } from './handlers/clarify.ts';
import { compare } from './handlers/compare.ts';
import { orderStatus } from './handlers/order-status.ts';
import { recommendOrPick } from './handlers/pick.ts';
import { privacy } from './handlers/privacy.ts';
import { productQuestion } from './handlers/product-question.ts';
import { complaint, handoff, outOfScope, silent, smalltalk, unreadable } from './handlers/simple.ts';
import { deepen } from './model-stages.ts';
import { stage } from './runnable.ts';
import { ground, handle, merge, openCustomer, planRoute, record, understand, word } from './stages.ts';
import type { Route } from './turn-record.ts';

/** Who answers which route. */
export const HANDLERS = {
  recommend: recommendOrPick,
  answer,
  compare,
  product_question: productQuestion,
  order_status: orderStatus,
  complaint,
  privacy,
  smalltalk,
  handoff,
  clarify,
  out_of_scope: outOfScope,
  unreadable,
  silent,
} as const;

/**
 * The turn, from an opened message to a checked reply. The inbox (inbox.ts) receives, claims and orders before it and
 * sends and logs after it. A handler retrieves and recommends; a fault in one stage costs quality, never the answer.
 */
export function createTurn(parts: TurnParts): Runnable<TurnInput, TurnContext> {
  const on = (route: Route) =>
    [
      stage<TurnContext, boolean>(({ plan }) => plan.route === route),
      stage<TurnContext, TurnContext>(handle(HANDLERS[route], parts)),
    ] as const;

  return RunnableSequence.from([
    RunnableParallel.from({
      input: stage((input: TurnInput) => input),
      understanding: stage(understand(parts)),
      customer: stage(openCustomer(parts)),
    }),
    stage(merge),
    stage(deepen(parts)),
    stage(planRoute(parts)),
    RunnableBranch.from<TurnContext, TurnContext>([
      [...on('recommend')],
      [...on('answer')],
      [...on('compare')],
      [...on('product_question')],
      [...on('order_status')],
      [...on('complaint')],
      [...on('privacy')],
      [...on('smalltalk')],
      [...on('handoff')],
      [...on('out_of_scope')],
      [...on('unreadable')],
      [...on('silent')],
      stage<TurnContext, TurnContext>(handle(clarify, parts)),
    ]),
    stage(word(parts)),
    stage(ground(parts)),
    stage(record),
  ]);
}
