/** A product as a feed gives it, before it is checked against the pack. */
export interface ProductDraft {
  line: number;
  id: string;
  /** Texts by language; `any` is of a language the feed does not say. */
  name: DraftText;
  description: DraftText;
  /** A category id or name, or a path from the top: ['Electronics', 'Phones']. */
  category: string[];
  brand: string;
  price: string | number;
  listPrice: string | number;
  stock: string | number;
  colors: string[];
  sizes: string[];
  tags: string[];
  rating: string | number;
  since: string;
  image: string;
  url: string;
  /** ISO 4217, when the feed has a column for it. */
  currency: string;
  attributes: Record<string, unknown>;
  /** Texts that have no field of their own but help to find the product. */
  extra: string[];
}

export interface DraftText {
  en?: string;
  zh?: string;
  any?: string;
}

export function emptyDraft(line: number): ProductDraft {
  return {
    line,
    id: '',
    name: {},
    description: {},
    category: [],
    brand: '',
    price: '',
    listPrice: '',
    stock: '',
    colors: [],
    sizes: [],
    tags: [],
    rating: '',
    since: '',
    image: '',
    url: '',
    currency: '',
    attributes: {},
    extra: [],
  };
}
