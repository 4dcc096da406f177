import type { Handled, Handler, TurnContext, TurnParts } from '../context.ts';
import { knownFacts } from './known-facts.ts';
import { linking } from './linking.ts';
import { preference, takeBack } from './preference.ts';

/** What the customer may know, change and undo: export, erase, why, stop, consent, preferences. */
export const privacy: Handler = async (context, parts) => {
  const { plan, customer, dialogue, turn } = context;
  const yes = plan.yes ?? (plan.choice && 'yes' in plan.choice ? plan.choice.yes : undefined);
  const topic = plan.choice?.kind ?? (plan.intent === 'yes_no' ? dialogue.pending?.kind : plan.intent);
  switch (topic) {
    case 'erase':
      if (!yes) return { brief: { kind: 'privacy_kept' } };
      return { brief: { kind: 'privacy_erased', records: await parts.customers.erase(customer.id) } };
    case 'consent':
      await parts.customers.setConsent(customer.id, 'personalisation', yes === true, turn.id);
      return { brief: { kind: 'consent_set', granted: yes === true } };
    case 'privacy_erase':
      return { brief: { kind: 'privacy_erase_confirm' }, dialogue: { pending: { kind: 'erase' } } };
    case 'privacy_export': {
      const link = parts.exportLink?.(customer.id);
      const known = await knownFacts(context, parts);
      return { brief: { kind: 'privacy_export', known, ...(link !== undefined && { link }) } };
    }
    case 'privacy_why':
      return why(context, parts);
    case 'marketing_stop':
      await parts.customers.setConsent(customer.id, 'marketing', false, turn.id);
      return { brief: { kind: 'marketing_stopped' } };
    case 'account_link':
      return linking(context, parts);
    case 'preference_undone':
      return takeBack(context, parts);
    default:
      return preference(context, parts);
  }
};

/** The reasons stored with the list last shown. */
function why({ dialogue, language }: TurnContext, parts: TurnParts): Handled {
  const items = (dialogue.why ?? []).flatMap(({ productId, ...recommendation }) => {
    const product = parts.retriever.product(productId);
    return product ? [{ name: product.name[language] ?? product.name.en ?? product.id, recommendation }] : [];
  });
  return { brief: { kind: 'privacy_why', items } };
}
