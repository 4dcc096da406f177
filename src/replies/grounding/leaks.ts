import type { Evidence, Violation } from './violation.ts';

/** Finds what was told not to appear. */
export function checkLeaks(text: string, evidence: Evidence): Violation[] {
  const lower = text.toLowerCase();
  return (evidence.forbidden ?? [])
    .filter((secret) => secret.trim() !== '' && lower.includes(secret.toLowerCase()))
    .map((secret) => ({ kind: 'leak', text: secret, explain: 'The reply contains text that customers must not see.' }));
}
