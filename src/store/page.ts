import { AppError } from '../errors.ts';

/** One page of a listing, newest first; `next` is opaque and absent on the last page. */
export interface Page<T> {
  items: T[];
  next?: string;
}

/** Where a page ended: the value it is sorted by, and the id that breaks ties. */
interface Mark {
  at: Date;
  id: string;
}

export function encodeCursor({ at, id }: Mark): string {
  return Buffer.from(JSON.stringify([at.getTime(), id])).toString('base64url');
}

/** Throws INPUT_INVALID on a cursor that is not one of ours. */
export function decodeCursor(cursor: string): Mark {
  try {
    const [time, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [unknown, unknown];
    if (Number.isSafeInteger(time) && typeof id === 'string') return { at: new Date(time as number), id };
  } catch {
    // Falls through: whatever was wrong with it, the answer is the same.
  }
  throw new AppError('INPUT_INVALID', 'The page cursor is not valid');
}

/** Conditions for what comes after `cursor` in `{ [field]: -1, _id: -1 }` order; the outer bound lets an index be used. */
export function afterCursor(field: string, cursor: string): Record<string, unknown> {
  const { at, id } = decodeCursor(cursor);
  return {
    [field]: { $lte: at },
    $or: [{ [field]: { $lt: at } }, { [field]: at, _id: { $lt: id } }],
  };
}

/** A half-open window of time: `from` <= at < `to`. */
export interface Window {
  from?: Date;
  to?: Date;
}

export function withinWindow({ from, to }: Window): Record<string, Date> | undefined {
  if (from === undefined && to === undefined) return undefined;
  return { ...(from && { $gte: from }), ...(to && { $lt: to }) };
}
