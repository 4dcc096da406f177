import { randomUUID } from 'node:crypto';
import type { Runnable } from '@langchain/core/runnables';
import type { Logger } from 'pino';
import type { Customer, Customers } from '../customers/customers.ts';
import type { Profile } from '../customers/profile.ts';
import type { StoredEvent } from '../store/events.ts';
import type { Store } from '../store/store.ts';
import type { Channel } from './channel.ts';
import type { TurnContext, TurnInput } from './context.ts';
import type { Delivery } from './delivery/delivery.ts';
import { createStreaming } from './delivery/streaming.ts';
import { createTyping } from './delivery/typing.ts';
import { afterShowing, type DialogueState, resumed } from './dialogue/dialogue.ts';
import { createConversationHold } from './hold.ts';
import { observationOf } from './learning.ts';
import type { IncomingMessage } from './message.ts';
import { createKeyedQueue, createTurnstile } from './order.ts';
import { createPrivateWords } from './private-words.ts';
import { MESSAGE_READ } from './route.ts';
import { noteFault } from './stage.ts';
import type { Turn } from './turn-record.ts';

export type TurnStore = Store<Turn, DialogueState, Profile, StoredEvent>;

export interface InboxOptions {
  turn: Pick<Runnable<TurnInput, TurnContext>, 'invoke'>;
  store: Pick<TurnStore, 'kind' | 'turns' | 'conversations'>;
  customers: Customers;
  delivery: Delivery;
  channels: ReadonlyMap<string, Channel>;
  logger: Logger;
  now?(): Date;
  /** Called with each finished turn: metrics, the terminal. */
  onTurn?(turn: Turn): void;
}

/** Receives messages, keeps their order, has each answered once, and loses none. */
export interface Inbox {
  /** Stores the message durably and queues its turn; then the channel may acknowledge. */
  receive(message: IncomingMessage): Promise<void>;
  /** Stores a turn that answers no message, then sends it in its conversation's order; undefined when its id is known already. */
  post(turn: Turn): Promise<Turn | undefined>;
  /** Takes up turns that a crash or another instance left unfinished; resolves with their number. */
  recover(): Promise<number>;
  /** Resolves when no turn is under way. */
  idle(): Promise<void>;
}

/** A turn unfinished for so long is taken over. */
const ABANDONED_AFTER_MS = 60_000;
/** A turn taken up so often is given up: it may be what crashes us. */
const MOST_ATTEMPTS = 3;
/** What is stored of a text too long to be answered. */
const TEXT_STORED = MESSAGE_READ + 1;

export function createInbox(options: InboxOptions): Inbox {
  const { turn: turns, store, customers, delivery, channels, logger, now = () => new Date(), onTurn } = options;
  const owner = randomUUID();
  const queue = createKeyedQueue();
  const pass = createTurnstile();
  const underWay = new Set<string>();
  /** Turns sent whose end is being stored. */
  const ending = new Map<string, Promise<void>>();
  const conversations = createConversationHold({ store, owner, now });
  const privateWords = createPrivateWords();
  const typing = createTyping({ channels, logger });
  const streaming = createStreaming({ channels, delivery, logger });

  async function receive(message: IncomingMessage): Promise<void> {
    if (message.author.isBot || !message.isDirect) return;
    const { channel, author } = message;
    const customer = await customers.open({ channel, userId: author.id, name: author.name, locale: author.locale });
    const turn = newTurn(message, customer.id);
    // Behind other turns of the conversation the customer is read again: they may change what is known or allowed.
    if (await claim(turn)) void enqueue(turn, queue.depth(turn.conversationId) === 0 ? customer : undefined);
  }

  async function post(turn: Turn): Promise<Turn | undefined> {
    if (!(await claim(turn))) return undefined;
    await enqueue(turn);
    await ending.get(turn.id);
    return turn;
  }

  /** Whether the turn is new, and so ours. Seen and unfinished: under way here, or abandoned, which `recover` notices by its age. */
  async function claim(turn: Turn): Promise<boolean> {
    // Ours from before it is stored, so that a recovery in that instant does not take it for abandoned.
    const first = !underWay.has(turn.id);
    underWay.add(turn.id);
    const release = () => {
      if (!first) return;
      underWay.delete(turn.id);
      privateWords.forget(turn.id);
    };
    const claimed = await store.turns.claim(turn).catch((error) => {
      release();
      throw error;
    });
    if (claimed === 'new') return true;
    release();
    logger.debug({ turn: turn.id, claimed }, 'message seen before');
    return false;
  }

  function enqueue(turn: Turn, customer?: Customer): Promise<unknown> {
    underWay.add(turn.id);
    return queue
      .run(turn.conversationId, () => process(turn, customer))
      .catch((error) => logger.error({ err: error, turn: turn.id }, 'turn failed; it will be taken up again'))
      .finally(() => {
        underWay.delete(turn.id);
        privateWords.forget(turn.id);
      });
  }

  /** One turn, from the conversation's lease to the delivered reply. */
  async function process(turn: Turn, customer?: Customer): Promise<void> {
    const conversation = await conversations.take(turn);
    try {
      const dialogue = resumed(conversation.state, turn.receivedAt);
      if (turn.proactive && turn.reply) await conversations.remember(turn, afterShowing(turn.reply, dialogue));
      if (turn.reply) await send(turn);
      else await answer(turn, { dialogue, withPerson: conversation.status === 'human', customer });
    } finally {
      await conversations.giveBack(turn);
    }
    onTurn?.(turn);
  }

  /** Makes the reply and sends it; where the channel can, the customer sees it grow. */
  async function answer(turn: Turn, known: Pick<TurnInput, 'dialogue' | 'withPerson' | 'customer'>): Promise<void> {
    await pass();
    const stopTyping = typing.start(turn);
    const live = streaming.open(turn.channel, turn.message.address);
    const onText: TurnInput['onText'] = (text, state) => {
      stopTyping();
      live.update(text, state);
    };
    try {
      const input = { ...known, turn, message: messageOf(turn), ...(live.watched && { onText }) };
      await settle(turn, await turns.invoke(input).finally(stopTyping));
    } catch (error) {
      await live.fail();
      throw error;
    }
    await send(turn, live);
  }

  /** Stores the reply before it is sent, so that a crash in between repeats the sending and not the turn. */
  async function settle(turn: Turn, context: TurnContext): Promise<void> {
    turn.status = 'answered';
    const { id: _, ...changes } = turn;
    const observation = observationOf(context);
    await Promise.all([
      store.turns.save(turn.id, changes),
      conversations.remember(turn, context.dialogue),
      observation && customers.observe(context.customer, observation).catch((error) => noteFault(turn, 'learn', error)),
    ]);
  }

  async function send(turn: Turn, live = streaming.open(turn.channel, turn.message.address)): Promise<void> {
    if (turn.reply === undefined) {
      await live.fail();
      turn.status = 'dropped';
    } else {
      const { status, ...outcome } = await live.finish(privateWords.putBack(turn.id, turn.reply));
      turn.status = status;
      turn.delivery = { ...outcome, at: now() };
    }
    // Nobody waits for this: were it lost, the reply would be sent again, which the claim's age keeps rare.
    const saved = store.turns
      .save(turn.id, { status: turn.status, delivery: turn.delivery, faults: turn.faults })
      .catch((error) => logger.error({ err: error, turn: turn.id }, 'the end of a turn was not stored'))
      .finally(() => ending.delete(turn.id));
    ending.set(turn.id, saved);
  }

  /** Takes up some of the abandoned turns. An embedded store is ours alone: there, what is not under way is abandoned. */
  async function takeUp(): Promise<number> {
    const age = store.kind === 'embedded' ? 0 : ABANDONED_AFTER_MS;
    const olderThan = new Date(now().getTime() - age);
    let taken = 0;
    for (const { id } of await store.turns.findUnfinished(olderThan)) {
      if (underWay.has(id) || ending.has(id)) continue;
      const turn = await store.turns.takeOver({ olderThan, id });
      if (!turn) continue;
      if (turn.attempts > MOST_ATTEMPTS) {
        logger.error({ turn: id, attempts: turn.attempts }, 'turn given up');
        await store.turns.save(id, { status: 'failed' });
        continue;
      }
      taken += 1;
      void enqueue(turn);
    }
    return taken;
  }

  return {
    receive,
    post,
    async recover() {
      let taken = 0;
      for (;;) {
        const found = await takeUp();
        if (found === 0) return taken;
        taken += found;
      }
    },
    async idle() {
      await queue.idle();
      await Promise.all(ending.values());
    },
  };

  function newTurn(message: IncomingMessage, customerId: string): Turn {
    const { id, channel, conversationId, author, action, campaign, address, attachments } = message;
    return {
      id: `${channel}|${id}`,
      conversationId,
      customerId,
      channel,
      status: 'claimed',
      receivedAt: message.receivedAt,
      attempts: 1,
      message: {
        id,
        author,
        text: privateWords.takeOut(`${channel}|${id}`, message.text.slice(0, TEXT_STORED)),
        ...(action && { action }),
        ...(campaign && { campaign }),
        address,
        attachments: attachments.map(({ read: _, ...rest }) => rest),
      },
    };
  }
}

/** The message as the turn reads it: from the record, so that a turn taken up again sees just what the first one saw. */
function messageOf({ message, channel, conversationId, receivedAt }: Turn): IncomingMessage {
  return { ...message, channel, conversationId, receivedAt, isDirect: true };
}
