import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadConfig } from '../src/config/load-config.ts';
import { SETTING_NAMES } from '../src/config/settings.ts';
import { projectRoot } from '../src/paths.ts';

const NO_FILE = join(tmpdir(), 'no-such-env-file');

describe('the configuration', () => {
  test('.env.example lists every setting, each with a comment, and nothing else', () => {
    const lines = readFileSync(join(projectRoot, '.env.example'), 'utf8').split('\n');
    const names = lines.map((line) => /^#? ?([A-Z][A-Z0-9_]+)=/.exec(line)?.[1]).filter((name) => name !== undefined);
    expect(names.toSorted()).toEqual([...SETTING_NAMES].toSorted());
    expect(lines.filter((line) => line.startsWith('# ')).length).toBeGreaterThan(5);
  });

  test('the README names only settings that exist', () => {
    const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
    const table = readme.split('## Settings')[1].split('## ')[0];
    const named = [...table.matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map((match) => match[1]);
    expect(named.filter((name) => !(SETTING_NAMES as string[]).includes(name))).toEqual([]);
  });

  test('with nothing set, the bot runs on this machine alone', () => {
    expect(loadConfig({}, NO_FILE)).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      pack: 'shop',
      mongodbUri: undefined,
    });
  });

  test('days and quiet hours are by one time zone', () => {
    expect(loadConfig({ TIME_ZONE: 'Asia/Shanghai' }, NO_FILE)).toMatchObject({
      timeZone: 'Asia/Shanghai',
      marketing: { quiet: { timeZone: 'Asia/Shanghai' } },
    });
    expect(loadConfig({}, NO_FILE).timeZone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });

  test('an empty value counts as not set', () => {
    expect(loadConfig({ PORT: '', MONGODB_URI: ' ' }, NO_FILE)).toMatchObject({ port: 3000, mongodbUri: undefined });
  });

  test.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['MONGODB_URI', 'localhost:27017'],
    ['LOG_LEVEL', 'loud'],
    ['PUBLIC_URL', 'shop.example'],
    ['SESSION_SECRET', 'short'],
    ['TIME_ZONE', 'Mars/Olympus'],
  ])('a malformed %s is named', (name, value) => {
    expect(() => loadConfig({ [name]: value }, NO_FILE)).toThrow(`${name}: `);
  });

  test('the environment goes before the file, and a setting of the file that does not exist is named', () => {
    const folder = mkdtempSync(join(tmpdir(), 'env-'));
    const file = join(folder, '.env');
    writeFileSync(file, 'PORT=4000\nPACK=travel\n');
    expect(loadConfig({ PORT: '5000' }, file)).toMatchObject({ port: 5000, pack: 'travel' });
    writeFileSync(file, 'PROT=4000\n');
    expect(() => loadConfig({}, file)).toThrow('PROT: unknown setting');
    rmSync(folder, { recursive: true });
  });
});
