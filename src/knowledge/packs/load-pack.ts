import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../../errors.ts';
import { isDocument } from '../ingestion/documents.ts';
import { createReport, type Mistake, type Report } from '../ingestion/report.ts';
import { isRowFile } from '../ingestion/rows.ts';
import type { SourceFile } from '../ingestion/text-file.ts';
import type { Pack, PackIntent, SynonymGroup } from '../pack.ts';
import { withBuiltInColors } from './colors.ts';
import { readFaq } from './faq.ts';
import { inItsLanguage } from './language.ts';
import { readOrders } from './orders.ts';
import { type PackHead, readPackFile } from './pack-file.ts';
import { undeclaredId, undeclaredName } from './pack-id.ts';
import { type ProgressInBytes, readProducts } from './read-products.ts';
import { intentsSchema, synonymsSchema, wordingSchema } from './schemas.ts';
import { readSections } from './sections.ts';
import { readYaml } from './yaml-file.ts';

export interface LoadPackOptions {
  /** Told all that is odd but no mistake, at the end. */
  onWarnings?: (warnings: readonly Mistake[], count: number) => void;
  onProgress?: ProgressInBytes | undefined;
  /** Default the clock; sale prices of feeds with dates are read as of then. */
  now?: Date;
}

/**
 * Reads and checks a pack: a folder as docs/PACKS.md describes it, or one product file. Throws PACK_INVALID with all
 * that is wrong in `details.mistakes` (Mistake[], at most 1000) and `details.count`.
 */
export async function loadPack(path: string, options: LoadPackOptions = {}): Promise<Pack> {
  const report = createReport();
  const pack = await readPack(resolve(path), report, options);
  options.onWarnings?.(report.warnings, report.warningCount);
  if (report.mistakeCount > 0) {
    const [first] = report.mistakes;
    const count = report.mistakeCount;
    const where = `${first.file}:${first.line}: ${first.message}`;
    throw new AppError(
      'PACK_INVALID',
      `${count} ${count === 1 ? 'mistake' : 'mistakes'} in the pack ${path}, first ${where}`,
      {
        details: { mistakes: report.mistakes, count },
      },
    );
  }
  return pack;
}

async function readPack(path: string, report: Report, { onProgress, now }: LoadPackOptions): Promise<Pack> {
  const isFolder = await isDirectory(path);
  const folder = isFolder ? path : dirname(path);
  const names = isFolder ? await fileNames(path) : [];
  const source = (name: string): SourceFile => ({ path: join(folder, name), file: name });
  const has = (name: string) => names.includes(name);

  const declared = has('pack.yaml');
  const read = declared ? await readPackFile(source('pack.yaml'), report) : undefined;
  // With a broken pack.yaml nothing refers to what it should: only what stands by itself is checked then.
  const head = read ?? undeclaredHead(path);
  const files = (isFolder ? productFiles(names, declared) : [basename(path)]).filter(isRowFile);
  if (files.length === 0)
    report.mistake(declared ? 'pack.yaml' : '.', 1, 'no products file: products.csv, .tsv, .jsonl, .json or .xml');
  const products = await readProducts({
    files: files.map(source),
    folder,
    head,
    declared: read !== undefined,
    report,
    onProgress,
    now,
  });
  if (head.currency === '') head.currency = 'USD';
  for (const product of products) product.currency = head.currency;

  const faq = has('faq.md') ? await readFaq(source('faq.md'), report) : [];
  const texts = names.filter((name) => isDocument(name) && name !== 'faq.md' && !/^readme\b/i.test(name));
  const sections = [];
  for (const name of texts) sections.push(...(await readSections(source(name), report)));
  const productIds = new Set(products.map((product) => product.id));
  return {
    ...head,
    folder,
    products,
    faq,
    sections,
    intents: has('intents.yaml')
      ? await readIntents(source('intents.yaml'), new Set(faq.map((entry) => entry.id)), report)
      : [],
    synonyms: has('synonyms.yaml') ? await readSynonyms(source('synonyms.yaml'), report) : [],
    wording: {
      en: has('wording.en.yaml') ? await readWording(source('wording.en.yaml'), report) : {},
      zh: has('wording.zh.yaml') ? await readWording(source('wording.zh.yaml'), report) : {},
    },
    orders: has('orders.csv') ? await readOrders(source('orders.csv'), productIds, report) : [],
  };
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (cause) {
    throw new AppError('PACK_NOT_FOUND', `No pack at ${path}`, { cause });
  }
}

/** The files right in the folder, hidden ones left out. */
async function fileNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

/** A folder of nothing but a feed may call it anything; with `products*` files in it only they count. */
function productFiles(names: readonly string[], declared: boolean): string[] {
  const rows = names.filter((name) => isRowFile(name) && name !== 'orders.csv');
  const named = rows.filter((name) => /^products/i.test(name));
  return named.length > 0 || declared ? named : rows;
}

function undeclaredHead(path: string): PackHead {
  return {
    id: undeclaredId(path),
    name: inItsLanguage(undeclaredName(path)),
    domain: 'shop',
    currency: '',
    contact: {},
    categories: [],
    attributes: [],
    colors: withBuiltInColors([]),
  };
}

async function readIntents(source: SourceFile, faqIds: ReadonlySet<string>, report: Report): Promise<PackIntent[]> {
  const yaml = await readYaml(source, intentsSchema, report);
  if (yaml === undefined) return [];
  const seen = new Set<string>();
  for (const [at, { name, faq }] of yaml.value.entries()) {
    if (seen.has(name)) report.mistake(source.file, yaml.lineOf([at, 'name']), `duplicate intent "${name}"`);
    seen.add(name);
    if (faq !== undefined && !faqIds.has(faq))
      report.mistake(source.file, yaml.lineOf([at, 'faq']), `no entry "${faq}" in faq.md`);
  }
  return yaml.value;
}

async function readSynonyms(source: SourceFile, report: Report): Promise<SynonymGroup[]> {
  const yaml = await readYaml(source, synonymsSchema, report);
  return (yaml?.value ?? []).map((words) => ({ words }));
}

async function readWording(source: SourceFile, report: Report): Promise<Record<string, string[]>> {
  return (await readYaml(source, wordingSchema, report))?.value ?? {};
}
