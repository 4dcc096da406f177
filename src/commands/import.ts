import '../preflight.ts';
import { join } from 'node:path';
import { Command } from 'commander';
import { loadConfig } from '../config/load-config.ts';
import type { ColumnMap, FieldName } from '../customers/events/clean-row.ts';
import { type ImportReport, importEvents } from '../customers/events/import-file.ts';
import { createEventIntake } from '../customers/events/intake.ts';
import { openReopening } from '../customers/events/reopening.ts';
import type { Profile } from '../customers/profile.ts';
import { AppError, messageOf } from '../errors.ts';
import { findPack } from '../knowledge/packs/find-pack.ts';
import { loadPack } from '../knowledge/packs/load-pack.ts';
import { createProgress } from '../progress.ts';
import type { StoredEvent } from '../store/events.ts';
import { createStore } from '../store/store.ts';
import type { StoredTurn } from '../store/turns.ts';

const MISTAKES_SHOWN = 20;

interface Options {
  column: ColumnMap;
  check?: boolean;
  json?: boolean;
  pack?: string;
}

await new Command('import')
  .description(
    'Take events of customers in: CSV, TSV, JSON or JSON Lines, also as .gz. Run again, it goes on where it stopped.',
  )
  .argument('<file>')
  .option(
    '--column <field=name>',
    'which column holds a field (id, customer, type, at, productId, value ...)',
    addColumn,
    {},
  )
  .option('--check', 'only read and report; store nothing')
  .option('--pack <name|folder>', 'the business (default: the setting PACK)')
  .option('--json', 'print the report as one line of JSON')
  .action(async (file: string, options: Options) => {
    try {
      const report = await run(file, options);
      if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
      else print(report, options.check ?? false);
      process.exitCode = report.mistakeCount > 0 ? 2 : 0;
    } catch (error) {
      process.stderr.write(`${messageOf(error)}\n`);
      process.exitCode = 1;
    }
  })
  .parseAsync();

async function run(file: string, options: Options): Promise<ImportReport> {
  const config = loadConfig();
  const pack = await loadPack(findPack(options.pack ?? config.pack));
  const products = new Map(pack.products.map((product) => [product.id, product]));
  const { mongodbUri, dataDir } = config;
  const { store, relieve, close } = await openReopening(() =>
    createStore<StoredTurn, unknown, Profile, StoredEvent>({ mongodbUri, folder: join(dataDir, 'store') }),
  );
  const intake = createEventIntake({
    store,
    product: (id) => products.get(id),
    ...(mongodbUri === undefined && { betweenWrites: relieve }),
  });
  const progress = createProgress({ stream: process.stderr });
  try {
    return await importEvents({
      file,
      intake,
      stateFolder: join(dataDir, 'imports'),
      columns: options.column,
      check: options.check,
      onProgress: (bytes, total) => progress.update('kilobytes', bytes >> 10, total >> 10),
    });
  } finally {
    progress.stop();
    await close();
  }
}

function addColumn(text: string, columns: ColumnMap): ColumnMap {
  const [field, name] = text.split('=', 2);
  if (!field || !name) throw new AppError('INPUT_INVALID', '--column takes field=name');
  return { ...columns, [field as FieldName]: name };
}

function print(report: ImportReport, check: boolean): void {
  for (const { file, line, message } of report.mistakes.slice(0, MISTAKES_SHOWN)) {
    process.stderr.write(`${file}:${line}: ${message}\n`);
  }
  if (report.mistakeCount > MISTAKES_SHOWN) {
    process.stderr.write(`... and ${report.mistakeCount - MISTAKES_SHOWN} more bad rows (--json lists a thousand)\n`);
  }
  for (const { file, line, message } of report.warnings) process.stderr.write(`${file}:${line}: ${message}\n`);
  const counts = (record: Record<string, number>) =>
    Object.entries(record)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ') || 'none';
  const resumed = report.resumedAt > 0 ? ` (went on after row ${report.resumedAt})` : '';
  process.stdout.write(
    `${report.rows} rows${resumed}: ${check ? 'nothing stored, only checked' : `${report.stored} stored, ${report.duplicates} known already`}\n` +
      `cleaned: ${counts(report.cleaned)}\ndropped: ${counts(report.dropped)}\n${check ? '' : `of products the pack does not hold: ${report.unknownProducts}\n`}`,
  );
}
