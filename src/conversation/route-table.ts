import type { ChoiceMeaning } from './dialogue/choices.ts';
import type { Route } from './turn-record.ts';

/** The route of each base intent. */
export const ROUTE_OF: Record<string, Route> = {
  greet: 'smalltalk',
  thanks: 'smalltalk',
  goodbye: 'smalltalk',
  smalltalk: 'smalltalk',
  recommend: 'recommend',
  search: 'recommend',
  ask_promotion: 'recommend',
  ask_product: 'product_question',
  ask_price: 'product_question',
  ask_stock: 'product_question',
  compare: 'compare',
  order_status: 'order_status',
  shipping: 'answer',
  return_refund: 'answer',
  payment: 'answer',
  warranty: 'answer',
  complaint: 'complaint',
  human: 'handoff',
  privacy_export: 'privacy',
  privacy_erase: 'privacy',
  privacy_why: 'privacy',
  marketing_stop: 'privacy',
  preference: 'privacy',
  out_of_scope: 'out_of_scope',
  unsure: 'clarify',
};

/** Routes that stay open to an angry customer: they help, they don't sell. */
export const HELPFUL: ReadonlySet<Route> = new Set([
  'answer',
  'order_status',
  'complaint',
  'privacy',
  'handoff',
  'silent',
]);

/** Intents whose words are often only a refinement of what is being looked for. */
export const REFINABLE: ReadonlySet<string> = new Set([
  'unsure',
  'recommend',
  'search',
  'preference',
  'out_of_scope',
  'smalltalk',
  'ask_price',
  'compare',
  'ask_promotion',
  'feedback',
]);

/** Where a pressed button leads. */
export function routeOfChoice(choice: ChoiceMeaning): Route {
  switch (choice.kind) {
    case 'cheaper':
    case 'more':
    case 'only':
    case 'widen':
    case 'offers':
      return 'recommend';
    case 'compare':
      return 'compare';
    case 'human':
      return 'handoff';
    case 'handoff':
      return choice.yes ? 'handoff' : 'smalltalk';
    case 'consent':
    case 'erase':
      return 'privacy';
    case 'details':
    case 'notify':
      return 'product_question';
    case 'ask':
      return choice.topic === 'order' ? 'order_status' : choice.topic === 'returns' ? 'answer' : 'clarify';
  }
}
