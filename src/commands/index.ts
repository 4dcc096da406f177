import { join } from 'node:path';
import { Command } from 'commander';
import { loadConfig } from '../config/load-config.ts';
import { isAppError, messageOf } from '../errors.ts';
import { configuredEmbedding } from '../knowledge/embeddings/configured-embedding.ts';
import { type BuildReport, buildIndex } from '../knowledge/index/build-index.ts';
import type { Mistake } from '../knowledge/ingestion/report.ts';
import type { Pack } from '../knowledge/pack.ts';
import { findPack } from '../knowledge/packs/find-pack.ts';
import { loadPack } from '../knowledge/packs/load-pack.ts';
import { createProgress } from '../progress.ts';

/** Warnings shown; a feed may have one a row. */
const WARNINGS_SHOWN = 20;

interface IndexOptions {
  pack?: string;
  check?: boolean;
  force?: boolean;
  json?: boolean;
}

/** What `--json` prints, on one line. */
interface IndexOutcome {
  ok: boolean;
  pack?: string;
  products?: number;
  faq?: number;
  sections?: number;
  index?: BuildReport;
  folder?: string;
  seconds: number;
  error?: { code?: string; message: string };
  mistakes: readonly Mistake[];
  /** All mistakes, also those past the thousand that are listed. */
  mistakeCount: number;
  warnings: readonly Mistake[];
  warningCount: number;
}

await new Command('index')
  .description(
    'Check a pack and build its search index. With a mistake nothing is indexed, and the old index serves on.',
  )
  .option(
    '--pack <name|folder|file>',
    'a pack in knowledge/, a folder, or one product file (default: the setting PACK)',
  )
  .option('--check', 'only check the pack')
  .option('--force', 'build even when nothing changed')
  .option('--json', 'print the outcome as one line of JSON')
  .action(async (options: IndexOptions) => {
    const outcome = await index(options);
    if (options.json) console.log(JSON.stringify(outcome));
    else print(outcome);
    process.exitCode = outcome.ok ? 0 : 1;
  })
  .parseAsync();

async function index(options: IndexOptions): Promise<IndexOutcome> {
  const started = performance.now();
  const progress = createProgress({ stream: process.stderr });
  const outcome: IndexOutcome = { ok: false, seconds: 0, mistakes: [], mistakeCount: 0, warnings: [], warningCount: 0 };
  try {
    const config = loadConfig();
    const pack = await loadPack(findPack(options.pack ?? config.pack), {
      onProgress: options.json
        ? undefined
        : (done, total) => progress.update('kilobytes', Math.round(done / 1024), Math.round(total / 1024)),
      onWarnings: (warnings, warningCount) => Object.assign(outcome, { warnings, warningCount }),
    });
    Object.assign(outcome, summaryOf(pack));
    if (!options.check) {
      outcome.folder = join(config.dataDir, 'index', pack.id);
      outcome.index = await buildIndex(pack, {
        folder: outcome.folder,
        embedding: await configuredEmbedding(config.embedding, { dataDir: config.dataDir }),
        force: options.force ?? false,
        onProgress: options.json ? undefined : progress.update,
      });
    }
    outcome.ok = true;
  } catch (error) {
    outcome.error = { code: isAppError(error) ? error.code : undefined, message: messageOf(error) };
    if (isAppError(error, 'PACK_INVALID')) {
      outcome.mistakes = error.details?.mistakes as Mistake[];
      outcome.mistakeCount = error.details?.count as number;
    }
  } finally {
    progress.stop();
  }
  return { ...outcome, seconds: Math.round(performance.now() - started) / 1000 };
}

function summaryOf(pack: Pack): Partial<IndexOutcome> {
  return { pack: pack.id, products: pack.products.length, faq: pack.faq.length, sections: pack.sections.length };
}

function print(outcome: IndexOutcome): void {
  const { mistakes, mistakeCount, warnings, warningCount, index: report } = outcome;
  for (const each of warnings.slice(0, WARNINGS_SHOWN))
    console.error(`${each.file}:${each.line}: warning: ${each.message}`);
  if (warningCount > WARNINGS_SHOWN)
    console.error(`... and ${warningCount - WARNINGS_SHOWN} more warnings (--json lists them)`);
  for (const each of mistakes) console.error(`${each.file}:${each.line}: ${each.message}`);
  if (mistakeCount > mistakes.length) console.error(`... and ${mistakeCount - mistakes.length} more mistakes`);
  if (mistakeCount > 0)
    console.error(`${mistakeCount} ${mistakeCount === 1 ? 'mistake' : 'mistakes'}; nothing was indexed`);
  else if (outcome.error !== undefined) console.error(outcome.error.message);
  if (!outcome.ok) return;

  const content = `${outcome.products} products, ${outcome.faq} FAQ entries, ${outcome.sections} sections`;
  if (report === undefined) console.log(`${outcome.pack}: ${content}, no mistakes (${outcome.seconds} s)`);
  else if (report.unchanged) console.log(`${outcome.pack}: ${content}; the index is up to date (${outcome.seconds} s)`);
  else {
    if (report.replacedModel !== undefined)
      console.log(`the embedding model changed from ${report.replacedModel}: all was embedded again`);
    console.log(
      `${outcome.pack}: ${content}; ${report.embedded} embedded, ${report.reused} taken over (${outcome.seconds} s)`,
    );
  }
}
