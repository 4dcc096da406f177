/** Every error this project raises on purpose, by stable code. Branch on the code, never on the message. */
export const ERROR_CODES = {
  CONFIG_INVALID: 'A setting is unknown, malformed or incomplete.',
  PORT_IN_USE: 'The HTTP port is taken by another process.',
  NATIVE_MODULE_MISSING: 'A native module (hnswlib-node, lmdb) did not build or load.',
  PACK_INVALID: 'A pack has mistakes; every one is listed with file and line.',
  PACK_NOT_FOUND: 'There is no pack of that name or folder.',
  INDEX_DAMAGED: 'An index file is missing, half-written or of another model.',
  STORE_LOCKED: 'Another process has the embedded store open.',
  STORE_UNSUPPORTED: 'The embedded store does not support this operator, stage or command.',
  STORE_UNAVAILABLE: 'The store does not answer.',
  EMBEDDING_FAILED: 'The embedding endpoint failed or returned unusable vectors.',
  MODEL_FAILED: 'The language model failed, timed out or answered nonsense.',
  PROMPT_INVALID: 'A prompt file is missing or malformed, or was given the wrong variables.',
  MODEL_FILE_INVALID: 'A built-in model file is missing or damaged.',
  INPUT_INVALID: 'Input from outside does not have the expected form.',
  MESSAGE_TOO_LONG: 'A message is longer than the bot reads.',
  UNAUTHORIZED: 'No valid credential was given.',
  FORBIDDEN: 'The credential does not allow this.',
  RATE_LIMITED: 'Too many messages in a short time; `details.retryAfterMs` tells when the next is taken.',
  NOT_FOUND: 'There is no such thing.',
  DELIVERY_REFUSED: 'The platform refused the message for good (blocked, gone, too long).',
  DELIVERY_FAILED: 'The platform could not be reached or asked to try again.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** An error with a stable `code`. `details` go to logs and reports: no token and no customer text in them. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown> | undefined;

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; details?: Record<string, unknown> } = {}) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = options.details;
  }
}

/** Whether `error` is an AppError, of that code when one is given. */
export function isAppError(error: unknown, code?: ErrorCode): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code);
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
