import { describe, expect, test } from '@jest/globals';
import { answerChance, rankScore, sharesOf } from '../../../src/knowledge/answers/answer-weights.ts';
import { borrowWordings } from '../../../src/knowledge/answers/borrow-wordings.ts';
import { createEntryWords } from '../../../src/knowledge/answers/entry-words.ts';
import type { EvidenceParts } from '../../../src/knowledge/answers/evidence.ts';
import { extractAnswer } from '../../../src/knowledge/answers/extract.ts';
import { PASSAGE_FIELDS } from '../../../src/knowledge/answers/passage-units.ts';
import { classifyQuestion, trainQuestionClassifier } from '../../../src/knowledge/answers/question-classifier.ts';
import { topicsOf } from '../../../src/knowledge/answers/topics.ts';
import { DEFAULT_SCALE, measureVectors } from '../../../src/knowledge/answers/vector-scale.ts';
import { createRetriever } from '../../../src/knowledge/create-retriever.ts';
import { buildLexicalIndex } from '../../../src/knowledge/lexical/lexical-index.ts';
import { createQueryPlanner } from '../../../src/knowledge/lexical/query-plan.ts';
import { createSpeller } from '../../../src/knowledge/lexical/spelling.ts';
import { createLexicon } from '../../../src/knowledge/lexicon/lexicon.ts';
import { createVectorTable } from '../../../src/knowledge/vectors/vector-table.ts';
import { packOf } from '../small-pack.ts';

describe('wordings every shop shares', () => {
  test('each topic has several wordings in both languages', () => {
    for (const { plain, free } of topicsOf('other')) {
      expect(plain.en.length).toBeGreaterThan(2);
      expect(plain.zh.length).toBeGreaterThan(1);
      expect(free.en.length > 0).toBe(free.zh.length > 0);
      expect([...plain.zh, ...free.zh].every((wording) => /\p{Script=Han}/u.test(wording))).toBe(true);
      expect([...plain.en, ...free.en].some((wording) => /\p{Script=Han}/u.test(wording))).toBe(false);
    }
  });

  describe('are lent', () => {
    const topics = ['a', 'b', 'c'].map((name) => ({
      plain: { en: [1, 2, 3, 4].map((at) => `${name}${at}`), zh: ['一'] },
      free: { en: [`${name} in passing`], zh: ['随口'] },
    }));
    const lent = (find: (wording: string) => string, own: number[]) => {
      const { units, unanswered } = borrowWordings({ topics, find, chancesOf: () => own });
      return { to: [...new Set(units.map(({ id }) => id))], count: units.length, unanswered };
    };

    test('to the entry that most of them find and whose own questions are about the topic, the free ones as well', () => {
      expect(lent((wording) => (wording.startsWith('a') ? 'entry' : wording), [0.6, 0, 0])).toEqual({
        to: ['entry'],
        count: 7,
        unanswered: [topics[1], topics[2]],
      });
    });

    test('to none when the entry they find is about something else, or when they scatter', () => {
      expect(lent(() => 'entry', [0.02, 0.02, 0.9]).unanswered).toEqual([topics[0], topics[1]]);
      expect(lent((wording) => wording, [0.1, 0.1, 0.1]).unanswered).toEqual(topics);
    });
  });
});

test('the classifier learns entries from their wordings and what the lexicon holds equal', () => {
  const lexicon = createLexicon([{ words: ['parcel', 'package', '包裹'], strength: 1 }]);
  const classifier = trainQuestionClassifier(
    [
      { text: 'my parcel is late', id: 'late' },
      { text: 'the parcel has not come', id: 'late' },
      { text: 'how can I pay', id: 'pay' },
      { text: 'do you take cards', id: 'pay' },
    ],
    lexicon,
  );
  const best = (text: string) => {
    const chances = classifyQuestion(text, classifier, lexicon);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 6);
    return classifier.ids[chances.indexOf(Math.max(...chances))];
  };
  expect(best('where is my package')).toBe('late');
  expect(best('我的包裹呢')).toBe('late');
  expect(best('can I pay with cards')).toBe('pay');
});

describe('evidence', () => {
  const nothing: EvidenceParts = { lexical: 0, vector: 0, known: 0, answer: 0, words: 0 };

  test('each kind of evidence lifts an entry, and doubt or a close rival lowers the chance that it answers', () => {
    for (const part of Object.keys(nothing) as (keyof EvidenceParts)[])
      expect(rankScore({ ...nothing, [part]: 1 })).toBeGreaterThan(rankScore(nothing));
    const chance = answerChance({ score: 8, share: 0.9, none: 0 });
    expect(answerChance({ score: 8, share: 0.4, none: 0 })).toBeLessThan(chance);
    expect(answerChance({ score: 4, share: 0.9, none: 0 })).toBeLessThan(chance);
    expect(answerChance({ score: 8, share: 0.9, none: 0.9 })).toBeLessThan(chance);
    expect(sharesOf([1000, 1000, 0])).toEqual([0.5, 0.5, 0]);
  });

  test('the words of a question are looked for in all wordings and the answer of an entry together', () => {
    const units = [
      { id: 'a', text: 'gift wrapping', answer: 'three dollars' },
      { id: 'a', text: 'ribbon', answer: '' },
      { id: 'b', text: 'gift cards', answer: '' },
    ];
    const lexical = buildLexicalIndex(
      units.map(({ text, answer }) => [text, answer]),
      { fields: PASSAGE_FIELDS, k1: 0.8 },
    );
    const plan = createQueryPlanner(lexical, createLexicon([]), createSpeller(lexical)).plan(
      'ribbon wrapping three elephants',
    );
    expect([...createEntryWords(lexical, Uint32Array.of(0, 0, 1), 2).shares(plan)]).toEqual([0.75, 0]);
  });

  test('an embedding that tells entries apart is trusted more than one that does not', () => {
    const units = Array.from({ length: 60 }, (_, at) => ({
      id: `e${at % 20}`,
      kind: 'faq' as const,
      language: 'en' as const,
      heading: '',
      text: '',
    }));
    const table = (vectorOf: (entry: number, at: number) => number[]) => {
      const vectors = createVectorTable({ dimension: 20 });
      for (const at of units.keys()) vectors.upsert(String(at), vectorOf(at % 20, at));
      return measureVectors(units, vectors);
    };
    const axis = (entry: number) => Array.from({ length: 20 }, (_, i) => (i === entry ? 1 : 0.1));
    const good = table(axis);
    expect(good.related).toBeGreaterThan(good.unrelated);
    expect(good.trust).toBeGreaterThan(1.5);
    const poor = table((entry, at) => axis(at % 3 === 0 ? entry : (at * 7) % 20));
    expect(poor.trust).toBeLessThan(good.trust);
    expect(table(() => axis(0))).toEqual(DEFAULT_SCALE);
  });
});

describe('the sentences that answer', () => {
  const text = `${'We have been selling kettles for many years now. '.repeat(5)}Parcels come within four days. Furniture takes a week. ${'Nothing else is said here at all. '.repeat(5)}`;

  test('are cut from a long text, with what follows them', () => {
    const answer = extractAnswer(text, (term) => (term === 'parcel' ? 1 : 0));
    expect(answer).toMatch(/^Parcels come within four days\. Furniture takes a week\./);
    expect(answer.length).toBeLessThan(150);
  });

  test('never begin in the middle of a sentence', () => {
    const long = `${'We have been selling kettles for many years now. '.repeat(6)}Cash is free at our machines; with the debit card up to fifty a month is free abroad. It costs more elsewhere. ${'Nothing else is said here at all. '.repeat(3)}`;
    expect(extractAnswer(long, (term) => (term === 'abroad' ? 1 : 0))).toMatch(/^Cash is free/);
  });

  test('a short text is its own answer', () => {
    expect(extractAnswer(' Two days. ', () => 0)).toBe('Two days.');
  });
});

test('sections answer by themselves, with their heading path as the source', async () => {
  const section = (id: string, heading: string, text: string) => ({
    id,
    language: 'en' as const,
    headingPath: ['Policies', heading],
    text,
    source: { file: 'policies.en.md', line: 7 },
  });
  const retriever = await createRetriever(
    packOf({
      sections: [
        section(
          'lost',
          'Lost parcels',
          'If tracking stands still for five days we search for three days and send a new one.',
        ),
        section('warranty', 'Warranty', 'Every product has a warranty of two years from delivery.'),
      ],
    }),
  );
  expect((await retriever.answer('how many years of warranty', 'en'))[0]).toMatchObject({
    id: 'warranty',
    kind: 'section',
    title: 'Warranty',
    source: { file: 'policies.en.md', line: 7, title: 'Policies › Warranty' },
  });
  expect(await retriever.answer('can I bring my dog', 'en')).toEqual([]);
});
