import { AppError, isAppError, messageOf } from '../errors.ts';

/** Why a model gave no usable answer. */
export type FailureKind =
  | 'auth'
  | 'not_found'
  | 'rate_limited'
  | 'server'
  | 'network'
  | 'timeout'
  | 'bad_request'
  | 'empty'
  | 'refused'
  | 'nonsense'
  | 'budget'
  | 'resting';

/** An AppError MODEL_FAILED with its kind. The message never holds a key, and nothing of the request is kept. */
export function modelFailed(kind: FailureKind, message: string, details: Record<string, unknown> = {}): AppError {
  return new AppError('MODEL_FAILED', message, { details: { ...details, kind } });
}

export function failureKind(error: unknown): FailureKind | undefined {
  return isAppError(error, 'MODEL_FAILED') ? (error.details?.kind as FailureKind) : undefined;
}

/** The server was never reached. */
const UNSENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** Answered with an error, which no provider bills. */
const UNBILLED: ReadonlySet<string> = new Set(['auth', 'not_found', 'rate_limited', 'server', 'bad_request']);

/** Whether a failed call may cost its prompt all the same: it was given up or cut off while a model may have been at it. */
export function mayBeBilled({ details }: AppError): boolean {
  return details?.unsent !== true && !UNBILLED.has(details?.kind as string);
}

interface Thrown {
  status?: unknown;
  code?: unknown;
  name?: unknown;
  headers?: unknown;
  cause?: unknown;
}

/** Whatever a provider's client threw, as MODEL_FAILED: its kind, status and Retry-After, without the key. */
export function asModelFailure(error: unknown, secrets: readonly (string | undefined)[] = []): AppError {
  if (isAppError(error, 'MODEL_FAILED')) return error;
  const thrown = chainOf(error);
  const status = thrown.map(({ status }) => status).find((value) => typeof value === 'number') as number | undefined;
  const retryAfterMs = thrown.map(({ headers }) => retryAfter(headers)).find((value) => value !== undefined);
  const kind = kindOf(status, thrown, messageOf(error));
  const unsent = thrown.some(({ code }) => UNSENT.has(String(code)));
  return modelFailed(kind, withoutSecrets(messageOf(error), secrets).slice(0, 300), {
    ...(unsent && { unsent }),
    ...(status !== undefined && { status }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

function chainOf(error: unknown): Thrown[] {
  const chain: Thrown[] = [];
  for (let at = error; typeof at === 'object' && at !== null && chain.length < 6; at = (at as Thrown).cause) {
    chain.push(at as Thrown);
  }
  return chain;
}

function kindOf(status: number | undefined, thrown: Thrown[], message: string): FailureKind {
  if (status === 401 || status === 403) return 'auth';
  if (status === 404) return 'not_found';
  if (status === 429) return 'rate_limited';
  if (status === 408) return 'timeout';
  if (status !== undefined && status >= 500) return 'server';
  if (status !== undefined && status >= 400) return 'bad_request';
  const names = thrown.flatMap(({ name, code }) => [String(name ?? ''), String(code ?? '')]).join(' ');
  if (/Timeout|Abort/i.test(names) || /timed? ?out|aborted/i.test(message)) return 'timeout';
  if (/ECONN|ENOTFOUND|EPIPE|EAI_AGAIN|UND_ERR|APIConnectionError/.test(names)) return 'network';
  if (/connection|socket|terminated|fetch failed|premature|network/i.test(message)) return 'network';
  return 'nonsense';
}

/** Milliseconds to wait: seconds or an HTTP date (RFC 9110, section 10.2.3). */
function retryAfter(headers: unknown): number | undefined {
  if (typeof headers !== 'object' || headers === null) return undefined;
  const get = (headers as { get?: unknown }).get;
  const value: unknown =
    typeof get === 'function'
      ? get.call(headers, 'retry-after')
      : ((headers as Record<string, unknown>)['retry-after'] ?? (headers as Record<string, unknown>)['Retry-After']);
  if (typeof value !== 'string' || value === '') return undefined;
  const seconds = Number(value);
  const ms = Number.isNaN(seconds) ? Date.parse(value) - Date.now() : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/** A text without the given secrets and without anything that looks like a key. */
export function withoutSecrets(text: string, secrets: readonly (string | undefined)[]): string {
  let clean = text;
  for (const secret of secrets) if (secret) clean = clean.replaceAll(secret, '[key]');
  return clean.replace(/\b(?:sk|pk|key|Bearer)[-_ ][\w.-]{8,}/gi, '[key]');
}
