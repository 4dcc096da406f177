import { Command } from 'commander';
import { isAppError, messageOf } from '../errors.ts';
import type { Mistake } from '../knowledge/ingestion/report.ts';
import { findPack } from '../knowledge/packs/find-pack.ts';
import { loadPack } from '../knowledge/packs/load-pack.ts';

interface IndexOptions {
  pack: string;
  check?: boolean;
  json?: boolean;
}

const program = new Command('index')
  .description(
    'Checks a pack and builds its search index. With a mistake nothing is indexed and the old index serves on.',
  )
  .option('--pack <name|folder|file>', 'a pack in knowledge/, a folder, or a product file', 'shop')
  .option('--check', 'only check the pack')
  .option('--json', 'print the result as JSON')
  .action(run);

await program.parseAsync();

async function run(options: IndexOptions) {
  try {
    let warnings: readonly Mistake[] = [];
    const pack = await loadPack(findPack(options.pack), { onWarnings: (found) => (warnings = found) });
    for (const each of warnings) console.error(`${each.file}:${each.line}: warning: ${each.message}`);
    console.log(
      `${pack.id}: ${pack.products.length} products, ${pack.faq.length} FAQ entries, ${pack.sections.length} sections`,
    );
  } catch (error) {
    for (const each of mistakesOf(error)) console.error(`${each.file}:${each.line}: ${each.message}`);
    console.error(messageOf(error));
    process.exitCode = 1;
  }
}

function mistakesOf(error: unknown): readonly Mistake[] {
  return isAppError(error, 'PACK_INVALID') ? (error.details?.mistakes as readonly Mistake[]) : [];
}
