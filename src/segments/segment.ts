import type { SizeAt } from './history.ts';
import type { Rule } from './rules/rule.ts';

/** A text in the languages the product speaks. */
export interface Bilingual {
  en: string;
  zh: string;
}

/** How the members of a segment should be served; marketing may change every part. */
export interface Strategy {
  tone: 'warm' | 'concise' | 'plain';
  /** Which goods come first: reduced ones, new ones, better ones, or just what fits. */
  offers: 'reduced_first' | 'new_first' | 'premium_first' | 'none';
  /** Category ids worth offering. */
  categories: string[];
  channel?: string;
  /** Hour of the day, UTC. */
  hour?: number;
}

/** A figure that sets a segment apart. */
export interface Trait {
  feature: string;
  of?: string;
  /** Means in plain units: days, money, baskets, shares. */
  mean: number;
  overall: number;
  /** How many deviations of all customers the mean lies from the mean of all. */
  deviations: number;
}

export interface Segment {
  id: string;
  kind: 'rule' | 'discovered';
  name: Bilingual;
  description: Bilingual;
  /** Of a rule segment. */
  rule?: Rule;
  size: number;
  /** `pending` = not computed yet; `failed` = the last run failed and older figures stand; `gone` = no longer found. */
  status: 'pending' | 'ok' | 'failed' | 'gone';
  /** When and from how many customers it was last computed. */
  computed?: { at: Date; customers: number };
  failure?: { at: Date; message: string };
  traits: Trait[];
  /** Conversations of the members nearest to the centre. */
  typical: string[];
  strategy: Strategy;
  /** Its size, day by day. */
  history?: SizeAt[];
  /** Marketing changed name or strategy: a run leaves them alone. */
  edited: { name?: boolean; strategy?: boolean };
  createdAt: Date;
}

/** A customer on the map of discovered segments. */
export interface MapPoint {
  x: number;
  y: number;
  segmentId: string;
}

export const PLAIN_STRATEGY: Strategy = { tone: 'plain', offers: 'none', categories: [] };
