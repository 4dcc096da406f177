import { type StructuredToolInterface, tool } from '@langchain/core/tools';
import { z } from 'zod';
import { usableProfile } from '../../customers/customers.ts';
import { localize, type Pack, type PackOrder, type Product } from '../../knowledge/pack.ts';
import type { Retriever } from '../../knowledge/retriever.ts';
import type { Recommender } from '../../recommendation/recommender.ts';
import type { Filters, ReplyLanguage } from '../../understanding/understanding.ts';
import type { Lexicon } from '../format.ts';
import { orderLine, passageLines, productLine, recommendationLine } from './facts.ts';
import { addPassages, addProducts, addRecommendations, type Scene } from './scene.ts';

export interface ToolParts {
  pack: Pack;
  retriever: Retriever;
  recommender: Recommender;
  lexicon(language: ReplyLanguage): Lexicon;
}

/** Tools that neither sell nor show goods: the ones left when a customer complains. */
export const HELPING_TOOLS: ReadonlySet<string> = new Set(['search_knowledge', 'order_status', 'hand_off']);

const FOUND = 5;
const PASSAGES = 3;
const short = z.string().trim().min(1).max(300);
const id = z.string().trim().min(1).max(100);

/** How a tool reaches the turn it is called in. */
interface Runtime {
  context?: unknown;
}

/**
 * The model's tools over the bot's own rooms. Arguments are validated; answers are compact text, and what they show becomes
 * evidence that the reply may state. A fault is told to the model in words, never thrown into it.
 */
export function createAgentTools(parts: ToolParts): StructuredToolInterface[] {
  const { pack, retriever, recommender } = parts;

  function define<T extends z.ZodObject>(
    name: string,
    description: string,
    schema: T,
    run: (input: z.infer<T>, scene: Scene, lexicon: Lexicon) => Promise<string> | string,
  ): StructuredToolInterface {
    const call = async (input: unknown, runtime: Runtime): Promise<string> => {
      const { scene } = runtime.context as { scene: Scene };
      scene.toolsUsed.push(name);
      if (scene.helpOnly && !HELPING_TOOLS.has(name))
        return 'Not available: this customer has a complaint to be looked after.';
      try {
        return await run(schema.parse(input), scene, parts.lexicon(scene.request.language));
      } catch {
        return 'This could not be looked up just now. Answer from what is known, or offer to ask a person.';
      }
    };
    return tool(call as never, { name, description, schema }) as unknown as StructuredToolInterface;
  }

  const lines = (products: readonly Product[], lexicon: Lexicon) =>
    products.map((product) => productLine(product, pack, lexicon)).join('\n');
  const byIds = (ids: readonly string[]) =>
    ids.flatMap((one) => retriever.product(one) ?? retriever.findByName(one, 1)).slice(0, 4);

  return [
    define(
      'search_products',
      `Finds products by what the customer describes. Categories: ${pack.categories.map((category) => category.id).join(', ')}.`,
      z.object({
        query: short.describe('What is looked for, in a few words'),
        category: id.optional().describe('A category id, when the kind of goods is certain'),
        minPrice: z.number().min(0).optional().describe(`In ${pack.currency}`),
        maxPrice: z.number().min(0).optional().describe(`In ${pack.currency}`),
        brand: id.optional(),
        withoutBrand: id.optional(),
        color: id.optional(),
        sort: z.enum(['price_asc', 'price_desc', 'rating', 'newest']).optional(),
      }),
      async ({ query, category, brand, withoutBrand, ...rest }, scene, lexicon) => {
        if (category !== undefined && !pack.categories.some((one) => one.id === category)) {
          return `There is no category ${JSON.stringify(category)}. Search without it.`;
        }
        const filters: Filters = limited(
          {
            ...rest,
            ...(category && { category }),
            ...(brand && { brandInclude: [brand] }),
            ...(withoutBrand && { brandExclude: [withoutBrand] }),
          },
          scene,
        );
        const { hits, near } = await retriever.search({
          text: query,
          filters,
          language: scene.request.language,
          limit: FOUND,
        });
        const products = hits.map(({ product }) => product);
        addProducts(scene, products);
        if (products.length > 0) return lines(products, lexicon);
        const refused = (violates: readonly string[]) => violates.some((limit) => limit.endsWith('Exclude'));
        const nearest = near
          .filter(({ violates }) => !refused(violates))
          .slice(0, 3)
          .map(({ product }) => product);
        addProducts(scene, nearest);
        return nearest.length === 0
          ? 'Nothing fits.'
          : `Nothing fits. Nearest, each missing a limit:\n${lines(nearest, lexicon)}`;
      },
    ),
    define(
      'product_details',
      'Everything known of one product.',
      z.object({ product: id.describe('The id in brackets, or the exact name') }),
      ({ product }, scene, lexicon) => {
        const [found] = byIds([product]);
        if (!found) return 'There is no such product.';
        addProducts(scene, [found]);
        return `${productLine(found, pack, lexicon)}\n${localize(found.description, scene.request.language)}`;
      },
    ),
    define(
      'compare_products',
      'The facts of two to four products, side by side.',
      z.object({ products: z.array(id).min(2).max(4).describe('Ids or exact names') }),
      ({ products }, scene, lexicon) => {
        const found = byIds(products);
        if (found.length < 2) return 'Fewer than two of these products exist.';
        addProducts(scene, found);
        return lines(found, lexicon);
      },
    ),
    define(
      'search_knowledge',
      'Answers from the questions and policies: delivery, returns, payment, warranty, services.',
      z.object({ question: short }),
      async ({ question }, scene) => {
        const passages = await retriever.answer(question, scene.request.language, PASSAGES);
        addPassages(scene, passages);
        return passages.length === 0 ? 'Nothing in the texts answers this.' : passageLines(passages);
      },
    ),
    define(
      'recommend_for_customer',
      'Products chosen for this customer from what they look for and what is known of them, with reasons.',
      z.object({ need: short.describe('What the customer looks for'), maxPrice: z.number().min(0).optional() }),
      async ({ need, maxPrice }, scene, lexicon) => {
        const { language, customer } = scene.request;
        const profile = usableProfile(customer);
        const { recommendations } = await recommender.recommend({
          text: need,
          filters: limited({ ...(maxPrice !== undefined && { maxPrice }) }, scene),
          language,
          limit: 3,
          profile,
          customerId: customer.id,
        });
        addRecommendations(scene, recommendations);
        if (recommendations.length === 0) return 'Nothing fits.';
        return recommendations.map((one) => recommendationLine(one, pack, lexicon)).join('\n');
      },
    ),
    define(
      'order_status',
      'How an order stands. Only with a number that the customer gave.',
      z.object({ order: id }),
      ({ order }, scene, lexicon) => {
        const found = saidOrder(order, scene, pack.orders);
        if (!found) return 'No order of that number was given by the customer.';
        const items = found.items.map((one) => localize(retriever.product(one)?.name, scene.request.language) || one);
        scene.orders.push(found);
        return orderLine(found, items, lexicon);
      },
    ),
    define(
      'remember_preference',
      'Keeps a lasting like or dislike that the customer has just stated.',
      z.object({ kind: z.enum(['like', 'dislike']), about: z.enum(['brand', 'color', 'text']), value: short.max(60) }),
      ({ kind, about, value }, scene) => {
        const { message, customer, turnId, at } = scene.request;
        if (!message.toLowerCase().includes(value.toLowerCase())) return 'Not kept: the customer did not say that.';
        if (!customer.consent.personalisation?.granted)
          return 'Not kept: the customer has not agreed to be remembered.';
        scene.preferences.push({ kind, about, value, turnId, at });
        return 'Kept.';
      },
    ),
    define(
      'hand_off',
      'Passes the conversation to a person: when the customer asks for one, or nothing else helps.',
      z.object({ reason: z.enum(['asked', 'complaint', 'unanswered']) }),
      ({ reason }, scene) => {
        scene.handoff = { reason };
        return 'A person will take over. Tell the customer so.';
      },
    ),
  ];
}

/** The customer's exclusions hold whatever the model asks for. */
function limited(filters: Filters, { request: { limits } }: Scene): Filters {
  const brandExclude = [...(limits.brandExclude ?? []), ...(filters.brandExclude ?? [])];
  return {
    ...filters,
    ...(brandExclude.length > 0 && { brandExclude }),
    ...(limits.colorExclude && { colorExclude: limits.colorExclude }),
    ...(limits.attributesExclude && { attributesExclude: limits.attributesExclude }),
  };
}

/** An order by a number the customer wrote in this conversation: a guessed number tells nothing about other people's orders. */
function saidOrder(number: string, { request }: Scene, orders: readonly PackOrder[]): PackOrder | undefined {
  const plain = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const said = [request.message, ...request.history.filter(({ by }) => by === 'customer').map(({ text }) => text)];
  const wanted = plain(number);
  if (wanted.length < 4 || !said.some((text) => plain(text).includes(wanted))) return undefined;
  return orders.find((order) => plain(order.id) === wanted);
}
