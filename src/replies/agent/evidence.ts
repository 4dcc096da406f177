import { localize, type Pack } from '../../knowledge/pack.ts';
import type { Lexicon } from '../format.ts';
import type { Evidence } from '../grounding/violation.ts';
import { describeCustomer } from './customer-notes.ts';
import type { Scene } from './scene.ts';

/** All that was shown to the model in this turn: what its text may state. */
export function evidenceOf(scene: Scene, pack: Pack, words: Lexicon): Evidence {
  const { request } = scene;
  const said = request.history.filter(({ by }) => by === 'customer').map(({ text }) => text);
  return {
    products: [...scene.products.values()],
    passages: [...scene.passages.values()],
    orders: scene.orders.map((order) => ({
      order,
      items: order.items.map((id) => nameOf(pack, id, request.language)),
    })),
    customerFacts: [describeCustomer(request, words)],
    customerMessage: [...said, request.message].join('\n'),
    texts: [request.base.text, localize(pack.contact, request.language), localize(pack.notice, request.language)],
    counts: request.briefs.flatMap((brief) => (brief.kind === 'recommend' ? [brief.total] : [])),
  };
}

function nameOf(pack: Pack, id: string, language: Scene['request']['language']): string {
  return localize(pack.products.find((product) => product.id === id)?.name, language) || id;
}
