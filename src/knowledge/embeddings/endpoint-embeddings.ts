import { Embeddings, type EmbeddingsInterface } from '@langchain/core/embeddings';
import { AppError, messageOf } from '../../errors.ts';
import { type EmbeddingCache, openEmbeddingCache } from './embedding-cache.ts';
import { createPacer, type Pacing, retrying } from './pacing.ts';

export interface EndpointOptions extends Pacing {
  /** Of an OpenAI-compatible server, e.g. http://localhost:11434/v1. Default OpenAI's own. */
  baseUrl?: string;
  /** Servers of one's own may want none. */
  apiKey?: string;
  model: string;
  /** Asked of models that can shorten their vectors; checked in any case. */
  dimension?: number;
  /** Texts a request. Default 64. */
  batchSize?: number;
  /** Where vectors are kept between runs; absent = nowhere. */
  cacheFolder?: string;
  /** A batch may take this long, and a query that long. Defaults 60,000 and 2,500. */
  timeoutMs?: number;
  queryTimeoutMs?: number;
  /** After a query that failed, no other is sent for so long: a server that hangs must not slow every turn. Default 10,000. */
  restMs?: number;
  fetch?: typeof fetch;
}

const QUERIES_KEPT = 500;

/**
 * Embeddings of any OpenAI-compatible endpoint: in batches, paced, retried after 429 and 5xx as long as the server asks, kept on
 * disk. Throws EMBEDDING_FAILED when it gives up or the vectors are unusable (not finite, of another dimension, too few).
 */
export async function createEndpointEmbeddings(options: EndpointOptions): Promise<EndpointEmbeddings> {
  const { OpenAIEmbeddings } = await import('@langchain/openai');
  const client = (timeout: number): EmbeddingsInterface =>
    new OpenAIEmbeddings({
      model: options.model,
      apiKey: options.apiKey ?? 'none',
      ...(options.dimension ? { dimensions: options.dimension } : {}),
      // Retries are ours: the client's own end before a server that says "in a minute" is back.
      maxRetries: 0,
      timeout,
      batchSize: options.batchSize ?? 64,
      stripNewLines: false,
      // The client would ask for base64, which many servers do not speak.
      encodingFormat: 'float',
      configuration: {
        maxRetries: 0,
        ...(options.baseUrl ? { baseURL: options.baseUrl } : {}),
        ...(options.fetch ? { fetch: options.fetch } : {}),
      },
    });
  const cache = options.cacheFolder ? await openEmbeddingCache(options.cacheFolder, options.model) : undefined;
  return new EndpointEmbeddings(
    options,
    client(options.timeoutMs ?? 60_000),
    client(options.queryTimeoutMs ?? 2500),
    cache,
  );
}

export class EndpointEmbeddings extends Embeddings {
  readonly #options: EndpointOptions;
  readonly #forTexts: EmbeddingsInterface;
  readonly #forQueries: EmbeddingsInterface;
  readonly #cache: EmbeddingCache | undefined;
  readonly #pace: () => Promise<void>;
  readonly #queries = new Map<string, number[]>();
  #dimension: number | undefined;
  #restsUntil = 0;

  constructor(
    options: EndpointOptions,
    forTexts: EmbeddingsInterface,
    forQueries: EmbeddingsInterface,
    cache: EmbeddingCache | undefined,
  ) {
    super({});
    this.#options = options;
    this.#forTexts = forTexts;
    this.#forQueries = forQueries;
    this.#cache = cache;
    this.#pace = createPacer(options);
    this.#dimension = options.dimension;
  }

  async embedDocuments(documents: string[]): Promise<number[][]> {
    const vectors: (ArrayLike<number> | undefined)[] = documents.map((text) => this.#cache?.get(text));
    const missing = [...vectors.keys()].filter((at) => vectors[at] === undefined);
    const size = this.#options.batchSize ?? 64;
    for (let from = 0; from < missing.length; from += size) {
      const batch = missing.slice(from, from + size);
      const texts = batch.map((at) => documents[at]);
      const found = await retrying(this.#options, async () => {
        await this.#pace();
        return this.#forTexts.embedDocuments(texts.map((text) => text || ' '));
      });
      const checked = this.#check(found, texts.length);
      batch.forEach((at, i) => {
        vectors[at] = checked[i];
      });
      await this.#cache?.put(texts.map((text, i) => ({ text, vector: checked[i] })));
    }
    return vectors.map((vector) => Array.from(vector!));
  }

  async embedQuery(text: string): Promise<number[]> {
    const known = this.#queries.get(text);
    if (known) return known;
    const { now = Date.now, restMs = 10_000 } = this.#options;
    if (now() < this.#restsUntil)
      throw new AppError('EMBEDDING_FAILED', 'The embedding endpoint failed a moment ago and is not asked yet', {
        details: { resting: true },
      });
    let vector: number[];
    try {
      vector = Array.from(this.#check([await this.#forQueries.embedQuery(text)], 1)[0]);
    } catch (cause) {
      this.#restsUntil = now() + restMs;
      throw cause instanceof AppError
        ? cause
        : new AppError('EMBEDDING_FAILED', `A query could not be embedded: ${messageOf(cause)}`, { cause });
    }
    if (this.#queries.size >= QUERIES_KEPT) this.#queries.delete(this.#queries.keys().next().value!);
    this.#queries.set(text, vector);
    return vector;
  }

  /** Ends the disk cache. */
  async close(): Promise<void> {
    await this.#cache?.close();
  }

  #check(vectors: number[][], count: number): Float32Array[] {
    if (vectors.length !== count)
      throw new AppError('EMBEDDING_FAILED', `The endpoint returned ${vectors.length} vectors for ${count} texts`);
    return vectors.map((vector) => {
      this.#dimension ??= vector.length;
      if (vector.length !== this.#dimension || vector.length === 0)
        throw new AppError(
          'EMBEDDING_FAILED',
          `The endpoint returned ${vector.length} numbers where ${this.#dimension} were expected`,
        );
      if (!vector.every(Number.isFinite))
        throw new AppError('EMBEDDING_FAILED', 'The endpoint returned a vector with a number that is not finite');
      return Float32Array.from(vector);
    });
  }
}
