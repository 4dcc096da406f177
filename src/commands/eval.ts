import { Command } from 'commander';
import { evaluateRetrieval } from '../knowledge/evaluation/index.ts';
import { evaluateRecommendation } from '../recommendation/evaluation/index.ts';
import { evaluateSegments } from '../segments/evaluation/index.ts';
import { evaluateUnderstanding } from '../understanding/evaluation/index.ts';
import { formatRow, type Row } from './eval-table.ts';

/** What a section is run with. */
interface EvalOptions {
  data: string;
  split: string;
  quick: boolean;
}

/** A part of the evaluation: rows as they come. Another room adds its own here. */
interface Section {
  name: string;
  run(options: EvalOptions): AsyncIterable<Row>;
}

const SECTIONS: Section[] = [
  {
    name: 'understanding',
    run: ({ data, split, quick }) => evaluateUnderstanding({ dataDir: data, split, quick }),
  },
  {
    name: 'retrieval',
    run: ({ data, split, quick }) => evaluateRetrieval({ dataDir: data, split, quick }),
  },
  {
    name: 'recommendation',
    run: ({ data }) => evaluateRecommendation({ dataDir: data }),
  },
  { name: 'segments', run: () => evaluateSegments() },
];

const program = new Command('eval')
  .description('Measure the models beside what one would use instead, in one run. Needs the development dependencies.')
  .option(
    '--data <dir>',
    'folder of public data sets (see docs/MODELS.md); sections without need of it run anyway',
    'datasets',
  )
  .option('--split <part>', 'part of each set to measure on: files named <part>.jsonl', 'dev')
  .option('--only <section>', `one section: ${SECTIONS.map(({ name }) => name).join(', ')}`)
  .option('--quick', 'leave out the slow baselines', false)
  .option('--json', 'one JSON object a line', false)
  .action(async (options: EvalOptions & { only?: string; json: boolean }) => {
    const sections = SECTIONS.filter(({ name }) => options.only === undefined || name === options.only);
    if (sections.length === 0) program.error(`There is no section '${options.only}'`);
    for (const { name, run } of sections) {
      if (!options.json) process.stdout.write(`\n${name} (part: ${options.split})\n${formatRow()}\n`);
      let rows = 0;
      for await (const row of run(options)) {
        process.stdout.write(`${options.json ? JSON.stringify({ section: name, ...row }) : formatRow(row)}\n`);
        rows++;
      }
      if (rows === 0) process.stderr.write(`No ${options.split} part of any set was found in ${options.data}\n`);
    }
  });

await program.parseAsync();
