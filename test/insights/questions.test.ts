import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { clusterQuestions } from '../../src/insights/questions/cluster.ts';
import { createDrafts, type Drafts } from '../../src/insights/questions/drafts.ts';
import { addToFaq, faqId } from '../../src/insights/questions/faq-file.ts';
import { createPackLexicon } from '../../src/knowledge/lexicon/pack-lexicon.ts';
import { type OpenStore, openStore } from './rows.ts';

describe('questions of one thing come together, over both languages', () => {
  const lexicon = createPackLexicon({ synonyms: [], categories: [], attributes: [], colors: [] });
  const groups = (texts: string[]) =>
    clusterQuestions(
      texts.map((text) => ({ text })),
      lexicon,
    ).map(({ questions }) => questions.map(({ text }) => text).sort());

  test('by meaning, the biggest first', () => {
    const bicycles = ['do you sell bicycles?', 'any bicycles in stock?', '你们卖自行车吗', '有自行车吗'];
    const invoices = ['can I get an invoice for my company', '可以开发票吗', 'I need an invoice'];
    const berlin = ['do you have a store in Berlin?', 'where is your Berlin store'];
    expect(
      groups([bicycles[0]!, invoices[0]!, berlin[0]!, ...bicycles.slice(1), ...invoices.slice(1), berlin[1]!]),
    ).toEqual([bicycles.toSorted(), invoices.toSorted(), berlin.toSorted()]);
  });

  test('what has nothing in common stays apart', () => {
    expect(groups(['do you sell bicycles?', 'who won the match', '今天天气怎么样'])).toHaveLength(3);
  });
});

describe('an answer on its way into faq.md', () => {
  let folder: string;
  let path: string;
  const OLD =
    '# Questions\n\n## delivery\ntopic: shipping\n### en: How long?\n- when\n\nTwo days.\n### zh: 多久？\n\n两天。\n';
  const entry = {
    id: 'store-in-berlin',
    question: { en: 'Do you have a store in Berlin?', zh: '柏林有门店吗？' },
    answer: { en: 'No, we are online only.\n\n- Write to us\n- Or call', zh: '没有，我们只在网上销售。' },
    variants: { en: ['Berlin shop'] },
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'faq-'));
    path = join(folder, 'faq.md');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(() => writeFileSync(path, OLD));

  test('is added in the form of the file, and what stood there stays', async () => {
    await addToFaq(path, entry);
    expect(readFileSync(path, 'utf8')).toBe(
      `${OLD}\n## store-in-berlin\n### en: Do you have a store in Berlin?\n- Berlin shop\n\nNo, we are online only.\n\n- Write to us\n- Or call\n### zh: 柏林有门店吗？\n\n没有，我们只在网上销售。\n`,
    );
  });

  test('a heading in an answer does not end it', async () => {
    await addToFaq(path, { ...entry, answer: { ...entry.answer, en: 'Yes.\n## delivery\nSee above.' } });
    expect(readFileSync(path, 'utf8')).toContain('Yes.\n\\## delivery\nSee above.');
  });

  test.each(['- one\n- two', '```\nan open fence'])(
    'what would be read otherwise is refused, and nothing is written: %j',
    async (en) => {
      const wrong = { ...entry, answer: { ...entry.answer, en }, variants: {} };
      await expect(addToFaq(path, wrong)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
      expect(readFileSync(path, 'utf8')).toBe(OLD);
    },
  );

  test('an id is made of the question, and is free', () => {
    expect(faqId({ en: 'Do you have a store?' }, new Set())).toBe('do-you-have-a-store');
    expect(faqId({ zh: '柏林有门店吗？' }, new Set(['柏林有门店吗']))).toBe('柏林有门店吗-2');
  });

  describe('as a reviewed draft', () => {
    let store: OpenStore;
    let drafts: Drafts;
    let indexed = 0;
    beforeAll(async () => {
      store = await openStore();
      drafts = createDrafts({
        connection: store.connection,
        faq: () => ({ path, taken: new Set(['delivery']) }),
        reindex: async () => {
          indexed += 1;
        },
      });
    });
    afterAll(() => store.close());

    test('it is kept, changed, approved by somebody, written and indexed once', async () => {
      const { id } = await drafts.create({ question: { en: 'Berlin?' }, answer: { en: 'No.' } }, 'mia');
      await drafts.update(id, { question: { en: 'Berlin?', zh: '' }, answer: { en: 'Not yet.' } }, 'mia');
      expect(readFileSync(path, 'utf8')).toBe(OLD);
      expect(await drafts.publish(id, 'ada')).toMatchObject({
        status: 'published',
        approvedBy: 'ada',
        faqId: 'berlin',
      });
      expect(readFileSync(path, 'utf8')).toContain('## berlin\n### en: Berlin?\n\nNot yet.');
      expect(indexed).toBe(1);
      await expect(drafts.publish(id, 'ada')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
      await expect(drafts.remove(id)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
      expect(await drafts.list('published')).toHaveLength(1);
    });

    test('a question without an answer in its language is refused', async () => {
      await expect(drafts.create({ question: { en: 'Berlin?' }, answer: { zh: '没有' } }, 'mia')).rejects.toMatchObject(
        {
          code: 'INPUT_INVALID',
        },
      );
    });
  });
});
