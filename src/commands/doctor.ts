import '../preflight.ts';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import type { Config } from '../config/config.ts';
import { loadConfig } from '../config/load-config.ts';
import { isAppError, messageOf } from '../errors.ts';
import { configuredEmbedding } from '../knowledge/embeddings/configured-embedding.ts';
import { findPack } from '../knowledge/packs/find-pack.ts';
import { loadPack } from '../knowledge/packs/load-pack.ts';
import { loadPrompts } from '../llm/prompts.ts';

const MARKS = { good: '✓', fair: '~', bad: '✗' } as const;
type State = keyof typeof MARKS;

/** Checks the configuration and whatever it points at, and says in words what works. Resolves with whether all is well. */
export async function examine(config: Config, write: (line: string) => void): Promise<boolean> {
  let well = true;
  const tell = (state: State, words: string) => {
    if (state === 'bad') well = false;
    write(`${MARKS[state]} ${words}`);
  };
  const attempt = async (check: () => Promise<string> | string) => {
    try {
      tell('good', await check());
    } catch (error) {
      tell('bad', messageOf(error));
    }
  };

  await attempt(async () => {
    const pack = await loadPack(findPack(config.pack));
    return `pack ${pack.id}: ${pack.products.length} products, ${pack.faq.length} questions, no mistakes`;
  });
  await attempt(() => `prompts: ${loadPrompts().all.length} files`);
  const channels = ['web', ...Object.keys(config.channels)];
  tell('good', `channels: ${channels.join(', ')}`);
  tell('good', config.mongodbUri ? 'store: MongoDB' : `store: embedded, in ${config.dataDir}`);
  if (config.mongodbUri) await attempt(() => checkMongo(config.mongodbUri!));

  if (!config.llm) tell('fair', 'no language model (LLM_MODEL is empty): the built-in models answer');
  else await checkModels(config.llm);
  if (config.embedding) {
    await attempt(async () => {
      const embedding = await configuredEmbedding(config.embedding, { dataDir: config.dataDir, attempts: 1 });
      const [vector] =
        embedding.kind === 'external' ? await embedding.embeddings.embedDocuments(['a phone with a good camera']) : [];
      return `embedding ${config.embedding!.model}: ${vector?.length} dimensions`;
    });
  } else tell('fair', 'no embedding model (EMBEDDING_MODEL is empty): the built-in embedding is used');
  return well;

  async function checkModels(settings: NonNullable<Config['llm']>): Promise<void> {
    const [{ createEndpoint }, { probeEndpoint }] = await Promise.all([
      import('../llm/endpoint.ts'),
      import('../llm/probe.ts'),
    ]);
    for (const [index, one] of settings.endpoints.entries()) {
      const endpoint = await createEndpoint(one, settings.replyTimeoutMs);
      write(`  ${index === 0 ? 'model server' : 'second model server'} ${endpoint.server}`);
      for (const { state, words } of await probeEndpoint(endpoint, settings.replyTimeoutMs)) tell(state, words);
    }
  }
}

async function checkMongo(uri: string): Promise<string> {
  const { default: mongoose } = await import('mongoose');
  const connection = await mongoose.createConnection(uri, { serverSelectionTimeoutMS: 5000 }).asPromise();
  try {
    const { version } = await connection.db!.admin().serverInfo();
    return `MongoDB ${version} answers`;
  } finally {
    await connection.close();
  }
}

async function main(): Promise<void> {
  new Command('doctor').description('Checks the configuration, the store and the model servers').parse();
  const well = await examine(loadConfig(), (line) => process.stdout.write(`${line}\n`));
  process.exit(well ? 0 : 1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error) => {
    process.stderr.write(`${isAppError(error) ? messageOf(error) : (error as Error).stack}\n`);
    process.exit(1);
  });
}
