import type { Profile } from '../customers/profile.ts';
import type { Pack, Product } from '../knowledge/pack.ts';
import type { Filters } from '../understanding/understanding.ts';

/** A risk the customer said to bear, as it is kept among stated preferences. */
export const riskPreference = (attribute: string, value: string): string => `${attribute}=${value}`;

/**
 * Ids of the products whose risk class lies above what the customer bears: what they ask for now, else what they said before.
 * Where nothing was ever said, an open request ("recommend me something") goes no higher than the middle class.
 */
export function tooRisky(
  products: readonly Product[],
  pack: Pick<Pack, 'attributes' | 'riskAttribute'>,
  { filters, preferences, open }: { filters: Filters; preferences: Profile['preferences']; open: boolean },
): string[] {
  const attribute = pack.attributes.find(({ id }) => id === pack.riskAttribute);
  if (!attribute) return [];
  const classes = attribute.values.map(({ id }) => id);
  const asked = filters.attributes?.[attribute.id];
  const said = preferences.findLast(
    ({ about, value }) => about === 'attribute' && value.startsWith(`${attribute.id}=`),
  );
  const borne = typeof asked === 'string' ? asked : said?.value.slice(attribute.id.length + 1);
  const middle = Math.floor((classes.length - 1) / 2);
  const ceiling = borne === undefined ? (open ? middle : classes.length) : classes.indexOf(borne);
  if (ceiling < 0) return [];
  return products
    .filter(({ attributes }) => classes.indexOf(String(attributes[attribute.id])) > ceiling)
    .map(({ id }) => id);
}
