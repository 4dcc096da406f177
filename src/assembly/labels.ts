import type { Pack } from '../knowledge/pack.ts';
import { intentName } from '../understanding/intent/intent-names.ts';

/** What segments call an intent or a category, in both languages. */
export function labelOf(pack: Pack, kind: 'interest' | 'intent', id: string): { en: string; zh: string } {
  if (kind === 'intent') return intentName(id, pack);
  const name = pack.categories.find((category) => category.id === id)?.name ?? {};
  const plain = id.replaceAll('_', ' ');
  return { en: name.en ?? plain, zh: name.zh ?? name.en ?? plain };
}
