import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A stand-in for an OpenAI-compatible embedding server: vectors of character counts, and what it was asked. */
export interface EmbeddingServer {
  url: string;
  texts: string[];
  models: Set<string>;
  keys: Set<string | undefined>;
  /** What it answers instead, while it is ill. */
  ill: { status: number } | { vector: unknown[] } | undefined;
  close(): Promise<void>;
}

const DIMENSION = 12;

export async function startEmbeddingServer(): Promise<EmbeddingServer> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const { input, model } = JSON.parse(body) as { input: string | string[]; model: string };
      const texts = [input].flat();
      state.texts.push(...texts);
      state.models.add(model);
      state.keys.add(request.headers.authorization);
      const { ill } = state;
      response.writeHead(ill && 'status' in ill ? ill.status : 200, { 'content-type': 'application/json' });
      const vectors = texts.map((text) => (ill && 'vector' in ill ? ill.vector : vectorOf(text)));
      const data = vectors.map((embedding, index) => ({ object: 'embedding', index, embedding }));
      response.end(JSON.stringify({ object: 'list', model, data, usage: { prompt_tokens: 1, total_tokens: 1 } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const state: EmbeddingServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    texts: [],
    models: new Set(),
    keys: new Set(),
    ill: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return state;
}

function vectorOf(text: string): number[] {
  const vector = Array<number>(DIMENSION).fill(0.1);
  for (const character of text.toLowerCase()) vector[character.codePointAt(0)! % DIMENSION]++;
  return vector;
}
