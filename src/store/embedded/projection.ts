import { Lazy } from 'mingo/lazy';
import { $project } from 'mingo/operators/pipeline';
import { isPlain } from './bson-key.ts';
import { unsupported } from './failure.ts';
import { assertExpression } from './operators.ts';
import { type Document, mingoOptions } from './query.ts';

/** `$project` and a find's projection, by mingo. Undefined when it asks for everything. */
export function compileProjection(
  spec: Document | undefined,
  variables?: Document,
): ((document: Document) => Document) | undefined {
  if (!spec || Object.keys(spec).length === 0) return undefined;
  for (const [path, value] of Object.entries(spec)) {
    if (path.split('.').some((part) => part.startsWith('$'))) throw unsupported('positional projections (.$)');
    if (isPlain(value) && '$slice' in value && !isListAndCount(value.$slice)) {
      throw unsupported('the projection $slice (only the expression, with a list)');
    }
    assertExpression(value);
  }
  const options = { ...mingoOptions, variables } as never;
  const simple = simpleInclusion(spec);
  if (simple) return simple;
  return (document) => {
    const [projected] = $project(Lazy([document]), spec, options).collect();
    return projected as Document;
  };
}

const isListAndCount = (operands: unknown): boolean => Array.isArray(operands) && typeof operands[0] !== 'number';

/** Named top-level fields only, the common case, without mingo's machinery. In the order of the document. */
function simpleInclusion(spec: Document): ((document: Document) => Document) | undefined {
  const isOne = (value: unknown) => value === 1 || value === true;
  const { _id = 1, ...others } = spec;
  const names = Object.keys(others);
  if (names.length === 0 || names.some((name) => name.includes('.') || !isOne(others[name]))) return undefined;
  const wanted = new Set(isOne(_id) ? ['_id', ...names] : names);
  return (document) => Object.fromEntries(Object.entries(document).filter(([name]) => wanted.has(name)));
}
