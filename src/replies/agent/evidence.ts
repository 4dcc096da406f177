import { localize, type Pack } from '../../knowledge/pack.ts';
import type { Lexicon } from '../format.ts';
import { evidenceOfBriefs } from '../grounding/evidence.ts';
import type { Evidence } from '../grounding/violation.ts';
import { describeCustomer } from './customer-notes.ts';
import type { Scene } from './scene.ts';

/** All that was shown to the model in this turn, by the briefs and by its tools: what its text may state. */
export function evidenceOf(scene: Scene, pack: Pack, words: Lexicon): Evidence {
  const { request } = scene;
  const { language } = request;
  const own = evidenceOfBriefs(request.briefs, language, pack);
  const said = request.history.filter(({ by }) => by === 'customer').map(({ text }) => text);
  const nameOf = (id: string) => localize(pack.products.find((product) => product.id === id)?.name, language) || id;
  return {
    products: [...new Map([...own.products, ...scene.products.values()].map((one) => [one.id, one])).values()],
    passages: [...own.passages, ...scene.passages.values()],
    orders: scene.orders.map((order) => ({ order, items: order.items.map(nameOf) })),
    customerFacts: [...(own.customerFacts ?? []), describeCustomer(request, words)],
    customerMessage: [...said, request.message].join('\n'),
    // Not the built-in reply: it repeats the customer's own figures, which must not become facts.
    texts: [...(own.texts ?? []), localize(pack.contact, language), localize(pack.notice, language)],
    counts: own.counts,
    // The writer puts it under every text about products.
    noteShown: true,
  };
}
