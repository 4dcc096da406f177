import { statSync } from 'node:fs';
import type { Row } from '../ingestion/row.ts';
import { hasHeader, readRows } from '../ingestion/rows.ts';
import type { SourceFile } from '../ingestion/text-file.ts';
import type { Product } from '../pack.ts';
import type { Feed } from './feeds/feed.ts';
import { googleFeed } from './feeds/google.ts';
import { ownFeed } from './feeds/own.ts';
import { shopifyFeed } from './feeds/shopify.ts';
import { wooCommerceFeed } from './feeds/woocommerce.ts';
import { createProductCheck, type ProductCheckOptions } from './product.ts';

/** First that recognises the columns; our own take whatever is left. */
const FEEDS: readonly Feed[] = [shopifyFeed, wooCommerceFeed, googleFeed, ownFeed];

/** Bytes of the product files read, of how many. */
export type ProgressInBytes = (done: number, total: number) => void;

export interface ReadProductsOptions extends ProductCheckOptions {
  files: readonly SourceFile[];
  /** Default the clock; sales with dates are read as of then. */
  now?: Date | undefined;
  onProgress?: ProgressInBytes | undefined;
}

/** The products of all files, streamed from the disk; mistakes go to the report. */
export async function readProducts({ files, onProgress, ...options }: ReadProductsOptions): Promise<Product[]> {
  const products: Product[] = [];
  const check = createProductCheck(options);
  let done = 0;
  const total = files.reduce((sum, { path }) => sum + statSync(path).size, 0);
  const onRead = (bytes: number) => {
    done += bytes;
    onProgress?.(done, total);
  };
  for (const file of files) {
    const source = { ...file, onRead };
    const before = options.report.mistakeCount;
    const found = products.length;
    for await (const product of productsOf(source, check, options)) products.push(product);
    if (products.length === found && options.report.mistakeCount === before) {
      options.report.mistake(source.file, 1, 'no products in it');
    }
  }
  return products;
}

async function* productsOf(
  source: SourceFile,
  check: ReturnType<typeof createProductCheck>,
  { declared, report, now = new Date() }: Omit<ReadProductsOptions, 'files'>,
): AsyncGenerator<Product> {
  const rows = readRows(source, report);
  const first = await rows.next();
  if (first.done) return;
  const columns = new Set(Object.keys(first.value.fields).map((column) => column.trim().toLowerCase()));
  const feed = FEEDS.find((each) => each.recognises(columns)) ?? ownFeed;
  const headerLine = hasHeader(source.path) ? 1 : undefined;
  const context = { file: source.file, report, declared, headerLine, now };
  for await (const draft of feed.drafts(startingWith(first.value, rows), context)) {
    const product = check(draft, { file: source.file, headerLine, own: feed.own });
    if (product !== undefined) yield product;
  }
}

async function* startingWith(first: Row, rest: AsyncIterable<Row>): AsyncGenerator<Row> {
  yield first;
  yield* rest;
}
