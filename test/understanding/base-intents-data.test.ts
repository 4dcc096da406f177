import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { BASE_INTENTS } from '../../src/understanding/understanding.ts';

const MIN_UTTERANCES = 60;
const dataSchema = z.record(z.string(), z.array(z.string().trim().min(1)));

function readUtterances(language: string): [intent: string, utterances: string[]][] {
  const file = new URL(`../../models/base-intents/train.${language}.yaml`, import.meta.url);
  return Object.entries(dataSchema.parse(parse(readFileSync(file, 'utf8'))));
}

describe.each(['en', 'zh'])('the training utterances of the base intents (%s)', (language) => {
  const data = readUtterances(language);

  test('cover exactly the base intents', () => {
    expect(data.map(([intent]) => intent).sort()).toEqual([...BASE_INTENTS].sort());
  });

  test('give every intent enough distinct utterances', () => {
    const tooFew = data.filter(
      ([, utterances]) => new Set(utterances.map((text) => text.toLowerCase())).size < MIN_UTTERANCES,
    );
    expect(tooFew.map(([intent]) => intent)).toEqual([]);
  });

  test('hold no utterance twice, under one intent or two', () => {
    const intentByText = new Map<string, string>();
    const repeated: string[] = [];
    for (const [intent, utterances] of data) {
      for (const text of utterances.map((utterance) => utterance.toLowerCase())) {
        const earlier = intentByText.get(text);
        if (earlier !== undefined) repeated.push(`${text}: ${earlier}, ${intent}`);
        intentByText.set(text, intent);
      }
    }
    expect(repeated).toEqual([]);
  });
});
