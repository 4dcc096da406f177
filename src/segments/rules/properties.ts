/** What a property rule may ask of a customer. */
export const PROPERTIES = [
  'recencyDays',
  'frequency',
  'monetary',
  'turns',
  'mood',
  'price',
  'interest',
  'dislike',
  'intent',
  'language',
  'channel',
  'customerSinceDays',
  'lastSeenDays',
  'marketingConsent',
] as const;
export type Property = (typeof PROPERTIES)[number];

/** Where a property stands in the store: as it is, as a day that is counted back from, or as a map with a key. */
export type Place =
  | { as: 'value'; path: string; type: 'number' | 'boolean' | 'string' }
  | { as: 'age'; path: string; stored: 'date' | 'day' }
  | { as: 'map'; path: string }
  /** A map whose keys are the values: languages spoken. */
  | { as: 'keys'; path: string };

export const PLACES: Record<Property, Place> = {
  recencyDays: { as: 'age', path: 'profile.activity.lastBasket', stored: 'day' },
  frequency: { as: 'value', path: 'profile.activity.baskets', type: 'number' },
  monetary: { as: 'value', path: 'profile.activity.spent', type: 'number' },
  turns: { as: 'value', path: 'profile.turns', type: 'number' },
  mood: { as: 'value', path: 'profile.mood', type: 'number' },
  price: { as: 'value', path: 'profile.price.mean', type: 'number' },
  interest: { as: 'map', path: 'profile.interests' },
  dislike: { as: 'map', path: 'profile.dislikes' },
  intent: { as: 'map', path: 'profile.intents' },
  language: { as: 'keys', path: 'profile.languages' },
  channel: { as: 'value', path: 'identities.channel', type: 'string' },
  customerSinceDays: { as: 'age', path: 'createdAt', stored: 'date' },
  lastSeenDays: { as: 'age', path: 'lastSeenAt', stored: 'date' },
  marketingConsent: { as: 'value', path: 'consent.marketing.granted', type: 'boolean' },
};
