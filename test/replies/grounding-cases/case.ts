import { join } from 'node:path';
import { localize, type Pack } from '../../../src/knowledge/pack.ts';
import { loadPack } from '../../../src/knowledge/packs/load-pack.ts';
import { projectRoot } from '../../../src/paths.ts';
import { createTextGrounding } from '../../../src/replies/grounding/text-grounding.ts';
import type { Evidence, TextGrounding } from '../../../src/replies/grounding/violation.ts';

export type PackId = 'shop' | 'finance' | 'travel';

/** A reply as a model might write it, and the facts it was given. */
export interface Case {
  pack: PackId;
  language: 'en' | 'zh';
  /** Product ids in evidence, in the order in which they were found. */
  products?: readonly string[];
  /** FAQ ids in evidence. */
  faq?: readonly string[];
  /** What the customer said. */
  said?: string;
  /** Order number that was looked up. */
  order?: string;
  counts?: readonly number[];
  reply: string;
}

export interface Ground {
  pack: Pack;
  grounding: TextGrounding;
}

/** The three demo packs with their checks. */
export async function openGrounds(): Promise<Record<PackId, Ground>> {
  const open = async (id: PackId): Promise<Ground> => {
    const pack = await loadPack(join(projectRoot, 'knowledge', id));
    return { pack, grounding: createTextGrounding({ pack }) };
  };
  return { shop: await open('shop'), finance: await open('finance'), travel: await open('travel') };
}

/** The evidence a case names, from its pack; throws for an id that the pack does not have. */
export function evidenceOf(one: Case, pack: Pack): Evidence {
  return {
    products: (one.products ?? []).map((id) =>
      known(
        pack.products.find((product) => product.id === id),
        id,
      ),
    ),
    passages: (one.faq ?? []).map((id) => {
      const { question, answer } = known(
        pack.faq.find((entry) => entry.id === id),
        id,
      );
      return { title: localize(question, one.language), text: localize(answer, one.language) };
    }),
    ...(one.order && {
      orders: [orderOf(one.order, one.language, pack)],
    }),
    ...(one.said && { customerMessage: one.said }),
    ...(one.counts && { counts: one.counts }),
  };
}

function orderOf(id: string, language: 'en' | 'zh', pack: Pack) {
  const order = known(
    pack.orders.find((one) => one.id === id),
    id,
  );
  return {
    order,
    items: order.items.map((item) => localize(pack.products.find((product) => product.id === item)?.name, language)),
  };
}

function known<T>(found: T | undefined, id: string): T {
  if (found === undefined) throw new Error(`The pack has no ${id}`);
  return found;
}
