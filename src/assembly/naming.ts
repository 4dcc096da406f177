import type { Pack } from '../knowledge/pack.ts';
import { formatMoney } from '../replies/format.ts';
import type { Naming } from '../segments/describe.ts';
import { intentName } from '../understanding/intent/intent-names.ts';

/** What segments call an intent, a category or an amount, in the words of the pack at that time. */
export function namingOf(pack: () => Pack): Naming {
  return {
    label(kind, id) {
      if (kind === 'intent') return intentName(id, pack());
      const name = pack().categories.find((category) => category.id === id)?.name ?? {};
      const plain = id.replaceAll('_', ' ');
      return { en: name.en ?? plain, zh: name.zh ?? name.en ?? plain };
    },
    money(amount) {
      const { currency } = pack();
      return { en: formatMoney(amount, currency, 'en'), zh: formatMoney(amount, currency, 'zh') };
    },
  };
}
