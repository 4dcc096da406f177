import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { isAppError } from '../../../src/errors.ts';
import { loadIntentClassifier, loadSentimentClassifier } from '../../../src/understanding/models/built-in.ts';
import { openDatasets } from '../../../src/understanding/models/datasets.ts';
import { decodeModel, encodeModel } from '../../../src/understanding/models/model-file.ts';
import { modelsFolder, readModel, writeModels } from '../../../src/understanding/models/model-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'models-'));
afterAll(() => rmSync(folder, { recursive: true }));

const data = {
  meta: { kind: 'test', name: '模型' },
  arrays: { a: Int8Array.of(-128, 0, 127), b: Float32Array.of(0.5, -2), c: Uint8Array.of(), d: Int32Array.of(1 << 30) },
};

function codeOf(action: () => unknown): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return isAppError(error) ? error.code : String(error);
  }
}

describe('a model file', () => {
  test('gives back what was put in, from any place in memory', () => {
    const bytes = encodeModel(data);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(decodeModel(shifted.subarray(3))).toEqual(data);
  });

  test('of the same data has the same bytes', () => {
    expect(encodeModel(data).equals(encodeModel(data))).toBe(true);
  });

  test.each([
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1)],
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('a text that is long enough to be read as a header of 40 bytes')],
    [
      'changed in one bit',
      (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte))),
    ],
  ])('that is %s is refused', (_, damage) => {
    expect(codeOf(() => decodeModel(damage(encodeModel(data))))).toBe('MODEL_FILE_INVALID');
  });

  test('is read through the manifest, which knows its checksum', () => {
    writeModels({ 'a.bin': encodeModel(data) }, folder);
    expect(decodeModel(readModel('a.bin', folder))).toEqual(data);
    writeFileSync(join(folder, 'a.bin'), encodeModel({ ...data, meta: {} }));
    expect(codeOf(() => readModel('a.bin', folder))).toBe('MODEL_FILE_INVALID');
    expect(codeOf(() => readModel('b.bin', folder))).toBe('MODEL_FILE_INVALID');
  });
});

describe('the shipped models', () => {
  test('are at most 12 MB in all', () => {
    const manifest = JSON.parse(readFileSync(join(modelsFolder, 'manifest.json'), 'utf8')) as { files: object };
    const total = Object.keys(manifest.files).reduce((sum, name) => sum + statSync(join(modelsFolder, name)).size, 0);
    expect(total).toBeLessThanOrEqual(12_000_000);
  });

  test('load, each as its own kind', () => {
    expect(loadIntentClassifier().names).toContain('order_status');
    expect(loadSentimentClassifier().addedWords.length).toBeGreaterThan(1_000);
  });
});

describe('a folder of data sets', () => {
  test('gives rows of the right form and nothing for what is missing', () => {
    const root = mkdtempSync(join(folder, 'data-'));
    const data = openDatasets(root);
    expect(data.sets('sentiment', 'train')).toEqual([]);
    expect(data.intent('banking77', 'train')).toEqual([]);
  });
});
