/** A running embedded engine: an ordinary MongoDB driver connects to `uri`. */
export interface Engine {
  uri: string;
  close(): Promise<void>;
}

export interface EngineOptions {
  folder: string;
  logger?: { warn(details: object, message: string): void };
  now?(): Date;
}

export async function startEngine(_options: EngineOptions): Promise<Engine> {
  throw new Error('not yet');
}
