import type { Turn } from '../../../conversation/turn-record.ts';
import type { Handoff } from '../../../replies/reply.ts';

/** What is told of a conversation in the inbox. */
export interface Waiting {
  since: Date;
  reason?: Handoff['reason'];
  /** The customer's last words. */
  said: string;
  /** The worst since they wait. */
  mood?: { label: 'positive' | 'neutral' | 'negative'; angry: boolean };
}

/** Since when and why a customer waits, from the conversation's last turns, oldest first; undefined without turns. */
export function waitingOf(turns: readonly Turn[]): Waiting | undefined {
  const last = turns.at(-1);
  if (!last) return undefined;
  const answered = turns.findLastIndex(({ proactive }) => proactive?.author !== undefined);
  const open = turns.slice(answered + 1);
  const asked = open.find(({ reply }) => reply?.handoff !== undefined);
  const spoken = turns.findLast(({ proactive, message }) => !proactive && message.text !== '');
  const felt = open
    .flatMap(({ understanding }) => understanding?.sentiment ?? [])
    .sort((a, b) => Number(b.angry) - Number(a.angry) || a.score - b.score)[0];
  return {
    since: (asked ?? last).receivedAt,
    ...(asked && { reason: asked.reply!.handoff!.reason }),
    said: spoken?.message.text ?? '',
    ...(felt && { mood: { label: felt.label, angry: felt.angry } }),
  };
}
