/** One record of a feed as it stands there: strings from CSV, any JSON value from JSON. */
export interface Row {
  /** 1-based line it starts on. */
  line: number;
  fields: Record<string, unknown>;
}
