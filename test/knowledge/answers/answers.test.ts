import { describe, expect, test } from '@jest/globals';
import {
  answerChance,
  answerFeatures,
  DEFAULT_CALIBRATION,
  fitAnswerCalibration,
} from '../../../src/knowledge/answers/answer-calibration.ts';
import { borrowWordings } from '../../../src/knowledge/answers/borrow-wordings.ts';
import type { Evidence } from '../../../src/knowledge/answers/evidence.ts';
import { extractAnswer } from '../../../src/knowledge/answers/extract.ts';
import { classifyQuestion, trainQuestionClassifier } from '../../../src/knowledge/answers/question-classifier.ts';
import { FREE_TOPICS, TOPICS } from '../../../src/knowledge/answers/topics.ts';
import { createRetriever } from '../../../src/knowledge/create-retriever.ts';
import { createLexicon } from '../../../src/knowledge/lexicon/lexicon.ts';
import { packOf } from '../small-pack.ts';

describe('wordings every shop shares', () => {
  test('each topic has several wordings in both languages', () => {
    for (const { en, zh } of [...TOPICS, ...FREE_TOPICS]) {
      expect(en.length).toBeGreaterThan(2);
      expect(zh.length).toBeGreaterThan(2);
      expect(zh.every((wording) => /\p{Script=Han}/u.test(wording))).toBe(true);
    }
  });

  test('a topic lends its wordings to the entry most of them find, and to none when they scatter', () => {
    const topics = [
      { en: ['a1', 'a2', 'a3', 'a4'], zh: ['一'] },
      { en: ['b1', 'b2', 'b3', 'b4'], zh: ['二'] },
    ];
    const { units, unanswered } = borrowWordings((wording) => (wording.startsWith('a') ? 'entry-a' : wording), topics);
    expect(new Set(units.map(({ id }) => id))).toEqual(new Set(['entry-a']));
    expect(units).toHaveLength(5);
    expect(unanswered).toEqual([topics[1]]);
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

describe('calibration', () => {
  const evidence = (found: number, chance: number): Evidence => ({
    unit: { id: 'a', kind: 'faq', language: 'en', heading: '', text: '' },
    score: found + chance,
    found,
    coverage: found,
    chance,
  });

  test('more evidence is a higher chance, more doubt a lower one', () => {
    const chance = (one: Evidence, none: number) =>
      answerChance(DEFAULT_CALIBRATION, answerFeatures(one, undefined, none));
    expect(chance(evidence(1, 0.9), 0)).toBeGreaterThan(chance(evidence(0.5, 0.2), 0));
    expect(chance(evidence(1, 0.9), 0)).toBeGreaterThan(chance(evidence(1, 0.9), 0.8));
  });

  test('it is fitted to what happened, and left alone when too little did', () => {
    const examples = Array.from({ length: 200 }, (_, at) => ({
      features: answerFeatures(evidence(at % 2, at % 2), undefined, 0),
      answers: at % 2 === 1,
    }));
    const fitted = fitAnswerCalibration(examples);
    expect(answerChance(fitted, examples[1].features)).toBeGreaterThan(0.8);
    expect(answerChance(fitted, examples[0].features)).toBeLessThan(0.2);
    expect(fitAnswerCalibration(examples.slice(0, 10))).toBe(DEFAULT_CALIBRATION);
  });
});

describe('the sentences that answer', () => {
  const text = `${'We have been selling kettles for many years now. '.repeat(5)}Parcels come within four days. Furniture takes a week. ${'Nothing else is said here at all. '.repeat(5)}`;

  test('are cut from a long text, with what follows them', () => {
    const answer = extractAnswer(text, (term) => (term === 'parcel' ? 1 : 0));
    expect(answer).toMatch(/^Parcels come within four days\. Furniture takes a week\./);
    expect(answer.length).toBeLessThan(150);
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
