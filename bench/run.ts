import { Command } from 'commander';
import { benchChannels } from './channels.ts';
import { benchDashboard } from './dashboard.ts';
import { benchLlm } from './llm.ts';
import { benchRecommendation } from './recommendation.ts';
import { benchRetrieval } from './retrieval.ts';
import { benchSegments } from './segments.ts';
import { benchStore } from './store.ts';
import { benchTurn } from './turn.ts';
import { benchUnderstanding } from './understanding.ts';

export interface BenchOptions {
  /** Folder of public data, laid out as docs/MODELS.md says; sections that need it say so when it is absent. */
  data?: string;
  /** Also the sizes that take minutes. */
  large?: boolean;
  /** A MongoDB with an empty database, where a section can use one. */
  mongodb?: string;
  /** A folder whose filled store is measured, and filled and kept when it is empty: filling a large one takes long. */
  kept?: string;
}

/** What `npm run bench` can print, in order. Each section prints its own figures. */
const SECTIONS: { name: string; run(options: BenchOptions): Promise<unknown> }[] = [
  { name: 'turn', run: benchTurn },
  { name: 'llm', run: benchLlm },
  { name: 'understanding', run: benchUnderstanding },
  { name: 'store', run: benchStore },
  { name: 'channels', run: benchChannels },
  { name: 'retrieval', run: benchRetrieval },
  { name: 'recommendation', run: benchRecommendation },
  {
    name: 'dashboard',
    run: ({ large, mongodb, kept }) =>
      benchDashboard({
        ...(large && { turns: 1_000_000 }),
        ...(mongodb && { mongodbUri: mongodb }),
        ...(kept && { folder: kept }),
      }),
  },
  { name: 'segments', run: ({ large }) => benchSegments({ customers: large ? 100_000 : 5_000 }) },
];

await new Command('bench')
  .description('What it costs. Machines are noisy: compare figures of one run.')
  .argument('[section]', 'the same as --only')
  .option('--only <section>', `one of: ${SECTIONS.map(({ name }) => name).join(', ')}`)
  .option('--data <folder>', 'public data for retrieval and recommendation')
  .option('--large', 'also the sizes that take minutes')
  .option('--mongodb <uri>', 'a MongoDB with an empty database, for the sections that can use one')
  .option('--kept <folder>', 'dashboard: fill the store in this folder once, and measure it again and again')
  .action(async (section: string | undefined, { only = section, ...options }: BenchOptions & { only?: string }) => {
    for (const { name, run } of SECTIONS) {
      if (only !== undefined && only !== name) continue;
      console.log(`\n${name}`);
      await run(options);
    }
  })
  .parseAsync();
