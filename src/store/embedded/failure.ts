import { messageOf } from '../../errors.ts';

/** MongoDB's error codes that this engine answers with. */
export const CODES = {
  BadValue: 2,
  FailedToParse: 9,
  TypeMismatch: 14,
  InvalidOptions: 72,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  CommandNotFound: 59,
  ImmutableField: 66,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  NotImplemented: 238,
  QueryExceededMemoryLimitNoDiskUseAllowed: 292,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  KeyTooLong: 17280,
  InternalError: 1,
} as const;

export type CodeName = keyof typeof CODES;

/** A failure of a command as MongoDB's protocol tells it; `details` go into the answer beside code and message. */
export class CommandFailure extends Error {
  readonly codeName: CodeName;
  readonly details: Record<string, unknown>;

  constructor(codeName: CodeName, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.name = 'CommandFailure';
    this.codeName = codeName;
    this.details = details;
  }
}

/** For whatever this engine does not do: refused by name, never answered wrongly. */
export function unsupported(what: string): CommandFailure {
  return new CommandFailure('NotImplemented', `The embedded store does not support ${what}`);
}

export function toFailure(error: unknown): CommandFailure {
  if (error instanceof CommandFailure) return error;
  return new CommandFailure(isMingoError(error) ? 'BadValue' : 'InternalError', messageOf(error));
}

const isMingoError = (error: unknown): boolean => error instanceof Error && error.constructor.name === 'MingoError';
