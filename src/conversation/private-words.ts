import type { Reply } from '../replies/reply.ts';
import { type FoundPii, type PiiKind, redactPii, restorePii } from '../understanding/pii/redact-pii.ts';

/** What stands for a private value that is no longer known, after a restart. */
const GENERAL: Record<Reply['language'], Record<PiiKind, string>> = {
  en: {
    email: 'your e-mail address',
    phone: 'your phone number',
    card: 'your card number',
    id: 'your identity number',
    iban: 'your account number',
    address: 'your address',
  },
  zh: {
    email: '您的邮箱',
    phone: '您的手机号',
    card: '您的卡号',
    id: '您的证件号',
    iban: '您的账号',
    address: '您的地址',
  },
};

const PLACEHOLDER = /\[(EMAIL|PHONE|CARD|ID|IBAN|ADDRESS)_\d+\]/g;

/** Holds what was taken out of messages while their turns run: in memory only, never in a log, a model or the store. */
export interface PrivateWords {
  /** The text without private values; they are kept until `putBack`. */
  takeOut(turnId: string, text: string): string;
  /** The reply with the customer's own values where their placeholders stand; forgets them. */
  putBack(turnId: string, reply: Reply): Reply;
  forget(turnId: string): void;
}

export function createPrivateWords(): PrivateWords {
  const kept = new Map<string, FoundPii[]>();
  return {
    takeOut(turnId, text) {
      const redacted = redactPii(text);
      if (redacted.found.length > 0) kept.set(turnId, redacted.found);
      return redacted.text;
    },
    putBack(turnId, reply) {
      const found = kept.get(turnId) ?? [];
      kept.delete(turnId);
      if (!reply.text.includes('[')) return reply;
      const text = restorePii(reply.text, found).replace(
        PLACEHOLDER,
        (_, kind: string) => GENERAL[reply.language][kind.toLowerCase() as PiiKind],
      );
      return { ...reply, text };
    },
    forget: (turnId) => void kept.delete(turnId),
  };
}
