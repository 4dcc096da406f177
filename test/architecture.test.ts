import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { projectRoot } from '../src/paths.ts';

/** Rooms of `src`, highest first; a room may import from its own row's later names and from lower rows only. */
const ORDER = [
  'commands',
  'main.ts',
  'bot.ts',
  'assembly',
  'server',
  'dashboard',
  'conversation',
  'replies',
  'insights',
  'segments',
  'recommendation',
  'customers',
  'knowledge',
  'understanding',
  'store',
  'llm',
  'config',
  'calendar.ts',
  'paths.ts',
  'preflight.ts',
  'progress.ts',
  'errors.ts',
];

function sourceFiles(folder: string): string[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(projectRoot, file), 'utf8');
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => match[1]);
  return found.map((path) =>
    relative(projectRoot, resolve(projectRoot, dirname(file), path))
      .split(sep)
      .join('/'),
  );
}

const roomOf = (file: string) => file.split('/')[1];

describe('who may import whom', () => {
  test('rooms of src import only rooms below them', () => {
    const wrong: string[] = [];
    for (const file of sourceFiles('src')) {
      const from = ORDER.indexOf(roomOf(file));
      if (from < 0) wrong.push(`${file} is in no room of the house`);
      for (const target of importsOf(file).filter((path) => path.startsWith('src/'))) {
        if (ORDER.indexOf(roomOf(target)) < from) wrong.push(`${file} -> ${target}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('only main.ts and the commands import an adapter', () => {
    const wrong = sourceFiles('src').filter(
      (file) =>
        file !== 'src/main.ts' &&
        roomOf(file) !== 'commands' &&
        importsOf(file).some((path) => path.startsWith('adapters/')),
    );
    expect(wrong).toEqual([]);
  });

  test('an adapter imports no other adapter', () => {
    const wrong = sourceFiles('adapters').flatMap((file) =>
      importsOf(file)
        .filter((path) => path.startsWith('adapters/') && path.split('/')[1] !== file.split('/')[1])
        .map((path) => `${file} -> ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  test('only config/load-config.ts reads the environment', () => {
    const wrong = [...sourceFiles('src'), ...sourceFiles('adapters')].filter(
      (file) =>
        file !== 'src/config/load-config.ts' && /process\.env/.test(readFileSync(join(projectRoot, file), 'utf8')),
    );
    expect(wrong).toEqual([]);
  });
});
