import type { StatedPreference } from '../../customers/profile.ts';
import { createLexicon } from '../../replies/format.ts';
import { createSay } from '../../replies/wording/wording.ts';
import type { Handled, Handler, TurnContext, TurnParts } from '../context.ts';
import { linking } from './linking.ts';
import { recommend, WORDS_AVOIDED } from './recommend.ts';

/** What the customer may know, change and undo: export, erase, why, stop, consent, preferences. */
export const privacy: Handler = async (context, parts) => {
  const { plan, customer, dialogue, turn } = context;
  const yes = plan.yes ?? (plan.choice && 'yes' in plan.choice ? plan.choice.yes : undefined);
  const topic = plan.choice?.kind ?? (plan.intent === 'yes_no' ? dialogue.pending?.kind : plan.intent);
  switch (topic) {
    case 'erase':
      if (!yes) return { brief: { kind: 'privacy_kept' } };
      return { brief: { kind: 'privacy_erased', records: await parts.customers.erase(customer.id) } };
    case 'consent':
      await parts.customers.setConsent(customer.id, 'personalisation', yes === true, turn.id);
      return { brief: { kind: 'consent_set', granted: yes === true } };
    case 'privacy_erase':
      return { brief: { kind: 'privacy_erase_confirm' }, dialogue: { pending: { kind: 'erase' } } };
    case 'privacy_export': {
      const link = parts.exportLink?.(customer.id);
      const known = await knownFacts(context, parts);
      return { brief: { kind: 'privacy_export', known, ...(link !== undefined && { link }) } };
    }
    case 'privacy_why':
      return why(context, parts);
    case 'marketing_stop':
      await parts.customers.setConsent(customer.id, 'marketing', false, turn.id);
      return { brief: { kind: 'marketing_stopped' } };
    case 'account_link':
      return linking(context, parts);
    default:
      return preference(context, parts);
  }
};

/** The reasons stored with the list last shown. */
function why({ dialogue, language }: TurnContext, parts: TurnParts): Handled {
  const items = (dialogue.why ?? []).flatMap(({ productId, ...recommendation }) => {
    const product = parts.retriever.product(productId);
    return product ? [{ name: product.name[language] ?? product.name.en ?? product.id, recommendation }] : [];
  });
  return { brief: { kind: 'privacy_why', items } };
}

async function knownFacts(
  { customer, language, turn }: TurnContext,
  { pack, customers }: TurnParts,
): Promise<string[]> {
  const say = createSay(pack, language, turn.id);
  const lexicon = createLexicon(pack, language, say);
  const { profile, consent } = customer;
  const facts: string[] = [];
  if (customer.displayName) facts.push(say('known.name', { value: customer.displayName }));
  facts.push(
    say('known.channel', { value: lexicon.list([...new Set(customer.identities.map(({ channel }) => channel))]) }),
  );
  facts.push(say('known.turns', { value: await customers.countTurns(customer.id) }));
  const interests = Object.entries(profile.interests)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 5);
  if (interests.length > 0)
    facts.push(say('known.interests', { value: lexicon.list(interests.map(([id]) => lexicon.category(id))) }));
  for (const kind of ['like', 'dislike'] as const) {
    const values = profile.preferences.filter((one) => one.kind === kind).map((one) => preferenceText(one, lexicon));
    if (values.length > 0)
      facts.push(say(kind === 'like' ? 'known.liked' : 'known.disliked', { value: lexicon.list(values) }));
  }
  if (profile.price)
    facts.push(say('known.budget', { min: lexicon.money(profile.price.min), max: lexicon.money(profile.price.max) }));
  const granted = (['personalisation', 'marketing'] as const).filter((purpose) => consent[purpose]?.granted);
  facts.push(
    say('known.consent', {
      value:
        granted.length > 0
          ? lexicon.list(granted.map((purpose) => say(`known.consent.${purpose}`)))
          : say('known.consent.none'),
    }),
  );
  return facts;
}

/** "I hate leather", "我只买白色": noted, and a running search is narrowed by it at once. */
async function preference(context: TurnContext, parts: TurnParts): Promise<Handled> {
  const preferences = statedPreferences(context);
  const looking = context.dialogue.need.filters.category !== undefined;
  if (looking && Object.keys(context.understanding.filters).length > 0) return recommend(context, parts);
  const avoided = preferences
    .filter(({ kind, about }) => kind === 'dislike' && about === 'text')
    .map(({ value }) => value);
  const say = createSay(parts.pack, context.language, context.turn.id);
  const lexicon = createLexicon(parts.pack, context.language, say);
  const words = (kind: StatedPreference['kind']) =>
    preferences.filter((one) => one.kind === kind).map((one) => preferenceText(one, lexicon));
  return {
    brief: {
      kind: 'preference_noted',
      liked: words('like'),
      disliked: words('dislike'),
      remembered: context.customer.consent.personalisation?.granted === true,
    },
    dialogue: {
      avoid: [...new Set([...(context.dialogue.avoid ?? []), ...avoided])].slice(-WORDS_AVOIDED),
      need: { ...context.dialogue.need, filters: { ...context.dialogue.need.filters, ...exclusions(context) } },
    },
  };
}

function exclusions({ understanding: { filters } }: TurnContext) {
  const { brandExclude, colorExclude } = filters;
  return { ...(brandExclude && { brandExclude }), ...(colorExclude && { colorExclude }) };
}

/** Words of dislike that key phrases may carry along. */
const DISLIKING = /过敏|讨厌|不喜欢|\b(?:allergic|allergy|hate|dislike)\b/gi;

const NEGATIVE =
  /\b(?:hate|dislike|don'?t (?:like|want|eat|use|buy|wear)|can'?t stand|allergic|never|no|not|avoid)\b|讨厌|不喜欢|不要|不想|过敏|不吃|不用|受不了|别|从不/i;

/** The lasting likes and dislikes in a message, each with its source turn. */
export function statedPreferences({
  understanding,
  plan,
  turn,
}: Pick<TurnContext, 'understanding' | 'plan' | 'turn'>): StatedPreference[] {
  const { filters, keywords, clean } = understanding;
  const at = turn.receivedAt;
  const one = (kind: StatedPreference['kind'], about: StatedPreference['about'], value: string): StatedPreference => ({
    kind,
    about,
    value,
    turnId: turn.id,
    at,
  });
  const stated = [
    ...(filters.brandExclude ?? []).map((brand) => one('dislike', 'brand', brand)),
    ...(filters.colorExclude ?? []).map((color) => one('dislike', 'color', color)),
  ];
  if (plan.intent !== 'preference') return stated;
  stated.push(...(filters.brandInclude ?? []).map((brand) => one('like', 'brand', brand)));
  if (filters.color) stated.push(one('like', 'color', filters.color));
  const [thing] = keywords.map((word) => word.replace(DISLIKING, '').trim()).filter((word) => word !== '');
  if (stated.length === 0 && thing !== undefined) {
    stated.push(one(NEGATIVE.test(clean.text) ? 'dislike' : 'like', 'text', thing));
  }
  return stated;
}

function preferenceText({ about, value }: StatedPreference, lexicon: ReturnType<typeof createLexicon>): string {
  if (about === 'color') return lexicon.color(value);
  if (about === 'category') return lexicon.category(value);
  return value;
}
