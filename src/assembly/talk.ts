import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import type { Channel } from '../conversation/channel.ts';
import { createDelivery } from '../conversation/delivery/delivery.ts';
import { createInbox } from '../conversation/inbox.ts';
import { createProactive } from '../conversation/outreach/proactive.ts';
import { createStockAlerts } from '../conversation/outreach/stock-alerts.ts';
import { createTakeover } from '../conversation/outreach/takeover.ts';
import type { Turn } from '../conversation/turn-record.ts';
import { createEventIntake } from '../customers/events/intake.ts';
import type { Product } from '../knowledge/pack.ts';
import { createClicks } from './clicks.ts';
import type { Learning } from './learning.ts';
import type { Mind } from './mind.ts';
import type { Records } from './records.ts';

export interface TalkOptions {
  config: Config;
  records: Records;
  channels: Map<string, Channel>;
  learning: Pick<Learning, 'noteTurn' | 'noteEvents'>;
  /** As it is now; asked for only once there is one. */
  mind(): Mind;
  product(id: string): Product | undefined;
  onTurn?(turn: Turn): void;
  logger: Logger;
  now(): Date;
}

/** What comes in and goes out: messages, events, what the bot or a person writes first. */
export function createTalk({ config, records, channels, learning, mind, product, onTurn, logger, now }: TalkOptions) {
  const { store, customers, locked } = records;
  const { connection, conversations } = store;
  const intake = createEventIntake({ store, product, locked, onStored: learning.noteEvents });
  const clicks = createClicks({ intake, logger });
  const inbox = createInbox({
    turn: { invoke: (input) => mind().turn.invoke(input) },
    store,
    customers,
    delivery: createDelivery({ channels, logger, publicUrl: config.publicUrl }),
    channels,
    logger,
    now,
    onTurn(finished) {
      learning.noteTurn(finished);
      clicks.note(finished);
      onTurn?.(finished);
    },
  });
  const proactive = createProactive({ store, customers, inbox, channels, now, ...config.marketing });
  const stockAlerts = createStockAlerts({
    connection,
    proactive,
    product,
    write: (back, language) =>
      mind().writer.write(
        { kind: 'stock_alert', product: back, state: 'back' },
        { language, tone: 'plain', seed: back.id },
      ),
    logger,
    now,
  });
  const takeover = createTakeover({ connection, conversations, proactive, now });
  return { intake, clicks, inbox, proactive, stockAlerts, takeover };
}
