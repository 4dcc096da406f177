import { isPlain } from './bson-key.ts';
import { CommandFailure } from './failure.ts';
import { compileFilter, type Document, type Filter } from './query.ts';

/** A place in a document: `container[key]`. */
export interface Place {
  container: Record<string, unknown> | unknown[];
  key: string;
}

/** What positional operators in a path stand for. */
export interface Positions {
  /** The filter the document was found by, for `$`. */
  filter: Filter;
  /** By identifier, for `$[identifier]`. */
  arrayFilters: Document[];
}

/** A list never grows by more than this through an index behind its end, as in MongoDB. */
const MAX_PADDING = 1_500_000;

/** The places an update path means; with `create`, missing documents on the way are made. */
export function placesOf(document: Document, path: string, positions: Positions, create: boolean): Place[] {
  const parts = path.split('.');
  if (parts.some((part) => part === '' || part === '__proto__')) {
    throw new CommandFailure('BadValue', `The path '${path}' is not valid`);
  }
  let containers: { value: unknown; at: string }[] = [{ value: document, at: '' }];
  for (const [depth, part] of parts.entries()) {
    const isLast = depth === parts.length - 1;
    const places = containers.flatMap(({ value, at }) => expand(value, at, part, positions, path));
    if (isLast) return places.filter(({ container }) => isContainer(container));
    containers = places.flatMap(({ container, key }) => {
      const at = [...parts.slice(0, depth), key].join('.');
      const inner = read(container, key);
      if (isContainer(inner)) return [{ value: inner, at }];
      if (inner === undefined && create) {
        const made = {};
        write({ container, key }, made);
        return [{ value: made, at }];
      }
      if (inner !== undefined && create) {
        throw new CommandFailure(
          'PathNotViable',
          `Cannot create field '${parts[depth + 1]}' in '${at}', which is no object`,
        );
      }
      return [];
    });
  }
  return [];
}

function expand(value: unknown, at: string, part: string, positions: Positions, path: string): Place[] {
  if (!part.startsWith('$')) {
    if (Array.isArray(value) && !/^\d+$/.test(part)) {
      throw new CommandFailure('PathNotViable', `Cannot use the part '${part}' of '${path}' in the list '${at}'`);
    }
    return [{ container: value as Place['container'], key: part }];
  }
  if (!Array.isArray(value)) {
    throw new CommandFailure('BadValue', `The path '${at}' must be a list to apply '${part}' to`);
  }
  const place = (index: number): Place => ({ container: value, key: String(index) });
  if (part === '$') return [place(matchedIndex(value, at, positions.filter))];
  if (part === '$[]') return value.map((_, index) => place(index));
  const identifier = /^\$\[([a-z]\w*)\]$/.exec(part)?.[1];
  if (identifier === undefined) throw new CommandFailure('BadValue', `Unknown part '${part}' in the path '${path}'`);
  const test = elementTest(identifier, positions.arrayFilters);
  return value.flatMap((item, index) => (test(item) ? [place(index)] : []));
}

/** The first item of the list that the filter's conditions on it match. */
function matchedIndex(items: unknown[], at: string, filter: Filter): number {
  const own = Object.entries(filter).filter(([key]) => key === at || key.startsWith(`${at}.`));
  if (own.length === 0) {
    throw new CommandFailure('BadValue', 'The positional operator did not find the match needed from the query');
  }
  const test = compileFilter(Object.fromEntries(own));
  const index = items.findIndex((item) =>
    test(at.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), [item]) as Document),
  );
  if (index < 0)
    throw new CommandFailure('BadValue', 'The positional operator did not find the match needed from the query');
  return index;
}

function elementTest(identifier: string, arrayFilters: Document[]): (item: unknown) => boolean {
  const own = arrayFilters.find((filter) =>
    Object.keys(filter).some((key) => key === identifier || key.startsWith(`${identifier}.`)),
  );
  if (!own) throw new CommandFailure('BadValue', `No array filter found for identifier '${identifier}'`);
  const test = compileFilter(own);
  return (item) => test({ [identifier]: item });
}

const isContainer = (value: unknown): boolean => Array.isArray(value) || isPlain(value);

export function read(container: Place['container'], key: string): unknown {
  return Object.hasOwn(container, key) ? (container as Record<string, unknown>)[key] : undefined;
}

export function write({ container, key }: Place, value: unknown): void {
  if (Array.isArray(container)) {
    if (Number(key) > container.length + MAX_PADDING)
      throw new CommandFailure('BadValue', `The index ${key} is too far`);
    while (container.length < Number(key)) container.push(null);
  }
  (container as Record<string, unknown>)[key] = value;
}
