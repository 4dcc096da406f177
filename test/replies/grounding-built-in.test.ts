import { beforeAll, describe, expect, test } from '@jest/globals';
import { localize, type Pack, type Product } from '../../src/knowledge/pack.ts';
import type { Brief } from '../../src/replies/brief.ts';
import { type BuiltInWriter, createBuiltInWriter } from '../../src/replies/built-in/writer.ts';
import { evidenceOfBriefs } from '../../src/replies/grounding/evidence.ts';
import { type Ground, openGrounds, type PackId } from './grounding-cases/case.ts';

const LANGUAGES = ['en', 'zh'] as const;
let grounds: Record<PackId, Ground>;
beforeAll(async () => {
  grounds = await openGrounds();
});

/** What is objected to in the built-in wording of these briefs, each checked against its own facts alone. */
function objections(briefs: readonly Brief[], { pack, grounding }: Ground): string[] {
  const writer: BuiltInWriter = createBuiltInWriter({ pack });
  return LANGUAGES.flatMap((language) =>
    briefs.flatMap((brief, at) => {
      const { text } = writer.write(brief, { language, tone: 'plain', seed: String(at) });
      const found = grounding.check(text, evidenceOfBriefs([brief], language, pack), language);
      return found.map((violation) => `${text.slice(0, 200)}\n  ${violation.kind}: ${violation.text}`);
    }),
  );
}

const passagesOf = (pack: Pack, language: 'en' | 'zh') =>
  pack.faq
    .filter(({ answer }) => answer[language] !== undefined)
    .map(({ id, question, answer, source }) => {
      const title = localize(question, language);
      const text = localize(answer, language);
      return { id, kind: 'faq' as const, answer: text, text, title, score: 1, source: { ...source, title }, language };
    });

const recommended = (product: Product) => ({ product, score: 1, parts: {}, reasons: [] });

describe.each(['shop', 'finance', 'travel'] as const)('the built-in replies of %s', (id) => {
  test('answers from every entry of the FAQ pass', () => {
    const ground = grounds[id];
    for (const language of LANGUAGES) {
      const briefs = passagesOf(ground.pack, language).map(
        (passage): Brief => ({ kind: 'answer', passages: [passage] }),
      );
      const writer = createBuiltInWriter({ pack: ground.pack });
      const found = briefs.flatMap((brief) => {
        const { text } = writer.write(brief, { language, tone: 'sorry', seed: '' });
        const evidence = evidenceOfBriefs([brief], language, ground.pack);
        return ground.grounding
          .check(text, evidence, language)
          .map(({ kind, text: what }) => `${text}\n  ${kind}: ${what}`);
      });
      expect(found).toEqual([]);
    }
  });

  test('facts of every product pass, in general and on each thing asked', () => {
    const { pack } = grounds[id];
    const briefs = pack.products.flatMap((product): Brief[] => {
      const asked = ['price', 'stock', 'color', 'size', 'rating', ...Object.keys(product.attributes)];
      return [
        { kind: 'product_facts', product, asked: [], passages: [] },
        { kind: 'product_facts', product, asked, passages: [] },
      ];
    });
    expect(objections(briefs, grounds[id])).toEqual([]);
  });

  test('recommendations, comparisons and what was not found pass', () => {
    const { pack } = grounds[id];
    const lists = pack.categories
      .map(({ id: category }) => pack.products.filter((product) => product.category === category).slice(0, 3))
      .filter((products) => products.length > 1);
    const briefs = lists.flatMap((products): Brief[] => {
      const filters = {
        category: products[0].category,
        maxPrice: 9000,
        ...(id === 'shop' && { attributes: { storage: { min: 128 } } }),
      };
      const recommendations = products.map(recommended);
      return [
        {
          kind: 'recommend',
          recommendations,
          filters,
          total: 41,
          move: 'new',
          corrections: [['lapto', 'laptop']],
          askConsent: true,
          ask: { facet: 'price' },
        },
        {
          kind: 'recommend',
          recommendations,
          filters: { ...filters, minPrice: 1 },
          total: 7,
          move: 'cheaper',
          corrections: [],
          askConsent: false,
          converted: { amount: 3000, currency: 'EUR', meant: 423 },
        },
        { kind: 'compare', products: products.slice(0, 2) },
        { kind: 'compare', products },
        {
          kind: 'nothing_found',
          text: 'a flying carpet',
          filters,
          move: 'refined',
          near: products.map((product) => ({ recommendation: recommended(product), violates: ['maxPrice'] })),
        },
        { kind: 'nothing_found', text: '', filters, move: 'cheaper', extreme: products[0], near: [] },
        {
          kind: 'privacy_why',
          items: products.map((product) => ({
            name: localize(product.name, 'en'),
            recommendation: { score: 1, parts: {}, reasons: [{ kind: 'popular', scope: 'all', count: 3 }] },
          })),
        },
      ];
    });
    expect(objections(briefs, grounds[id])).toEqual([]);
  });

  test('every order and all that is said without facts pass', () => {
    const { pack } = grounds[id];
    const orders = pack.orders.flatMap((order): Brief[] =>
      LANGUAGES.map((language) => ({
        kind: 'order',
        order,
        items: order.items.map((item) => localize(pack.products.find((one) => one.id === item)?.name, language)),
      })),
    );
    const plain: Brief[] = [
      { kind: 'order_unknown', id: 'HH-999999' },
      { kind: 'order_which' },
      { kind: 'unanswered' },
      { kind: 'compare_which' },
      { kind: 'which_product' },
      { kind: 'complaint', angry: true, passages: [] },
      { kind: 'complaint', angry: false, passages: [] },
      ...(['asked', 'angry', 'unanswered', 'complaint'] as const).map((reason): Brief => ({ kind: 'handoff', reason })),
      {
        kind: 'privacy_export',
        known: ['Your name: Lin', 'Messages kept: 12'],
        link: 'https://shop.example/privacy/export/WyJlODA2NDJlYi1lOTRiLTRkOTMtOWY3MC',
      },
      { kind: 'privacy_export', known: [] },
      { kind: 'privacy_erase_confirm' },
      { kind: 'privacy_erased', records: 214 },
      { kind: 'privacy_kept' },
      { kind: 'marketing_stopped' },
      { kind: 'consent_set', granted: true },
      { kind: 'consent_set', granted: false },
      { kind: 'preference_noted', liked: ['Tinghe'], disliked: ['Sony'], remembered: true },
      ...(['greet', 'thanks', 'goodbye', 'robot', 'chat', 'praise', 'welcome', 'okay'] as const).map(
        (topic): Brief => ({ kind: 'smalltalk', topic }),
      ),
      { kind: 'started_over' },
      { kind: 'clarify', suggestions: [] },
      { kind: 'out_of_scope' },
      ...(['empty', 'too_long', 'attachment'] as const).map((reason): Brief => ({ kind: 'unreadable', reason })),
    ];
    expect(objections([...orders, ...plain], grounds[id])).toEqual([]);
  });
});
