import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { createStore } from '../../src/store/store.ts';

export interface OpenStore {
  connection: Connection;
  insertTurns(turns: readonly object[]): Promise<void>;
  insertEvents(events: readonly object[]): Promise<void>;
  close(): Promise<void>;
}

/** An embedded store in a folder of its own, filled past the repositories. */
export async function openStore(): Promise<OpenStore> {
  const folder = mkdtempSync(join(tmpdir(), 'insights-'));
  const { connection, close } = await createStore({ folder });
  const insert = (name: string) => async (documents: readonly object[]) => {
    await connection.collection(name).insertMany(documents as never);
  };
  return {
    connection,
    insertTurns: insert('turns'),
    insertEvents: insert('events'),
    async close() {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface TurnParts {
  channel?: string;
  customer?: string;
  route?: string;
  intent?: string;
  label?: 'positive' | 'neutral' | 'negative';
  score?: number;
  angry?: boolean;
  text?: string;
  language?: string;
  keywords?: string[];
  products?: string[];
  aspects?: object[];
  shown?: string[];
  unanswered?: boolean;
  handoff?: boolean;
}

let made = 0;

/** A stored turn with what the figures read. */
export function turn(at: string, parts: TurnParts = {}) {
  const { channel = 'web', customer = 'ann', label = 'neutral', shown = [], text = '' } = parts;
  made += 1;
  return {
    _id: `${channel}|${made}`,
    conversationId: `${channel}:${customer}`,
    customerId: customer,
    channel,
    status: 'sent',
    receivedAt: new Date(at),
    message: { id: String(made), text },
    route: parts.route ?? 'answer',
    intent: parts.intent ?? 'shipping',
    unanswered: parts.unanswered ?? false,
    understanding: {
      language: parts.language ?? 'en',
      sentiment: {
        label,
        score: parts.score ?? { positive: 0.5, neutral: 0, negative: -0.5 }[label],
        angry: parts.angry ?? false,
        aspects: parts.aspects ?? [],
      },
      keywords: parts.keywords ?? [],
      entities: { productIds: parts.products ?? [] },
    },
    recommendations: shown.map((productId) => ({ productId, score: 1 })),
    reply: { text: 'Here you are.', ...(parts.handoff && { handoff: { reason: 'asked' } }) },
  };
}

export function event(at: string, type: string, parts: object = {}) {
  made += 1;
  return { _id: `event-${made}`, customerId: 'ann', type, at: new Date(at), data: { by: 'shop|ann' }, ...parts };
}
