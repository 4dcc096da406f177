/** Lines in both languages; never a translation of each other. */
export interface Lines {
  en: readonly string[];
  zh: readonly string[];
}

/** Something a persona comes for. */
export interface Wish {
  /** Category id of the pack. */
  category: string;
  /** What they would pay, in the pack's currency. */
  budget?: readonly [least: number, most: number];
  /** First words about it; `{max}` = the budget. */
  open: Lines;
  /** Further limits that come to mind once goods are on the table. */
  refine?: Lines;
  /** What they want to know of one of those shown; `{nth}` = which. */
  ask?: Lines;
}

/** What a visit is about. */
export type Scene = 'shop' | 'service' | 'order' | 'complaint' | 'privacy' | 'praise' | 'chat' | 'deals' | 'unmet';

/** A kind of customer: what they come for, and how they are. Shares are 0 to 1. */
export interface Persona {
  id: string;
  /** How many of them there are, beside the others. */
  weight: number;
  wishes: readonly Wish[];
  /** How many answers they listen to before they leave. */
  patience: number;
  /** Chance that they buy what suits them. */
  buys: number;
  /** Chance that they say yes to being remembered. */
  consent: number;
  /** Chance that what they bought lets them down. */
  letDown: number;
  /** Visits in the whole time. */
  visits: readonly [least: number, most: number];
  /** What else they come for, beside shopping, by weight; shopping weighs 1. */
  scenes?: Partial<Record<Scene, number>>;
}
