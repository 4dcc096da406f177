import type { StatedPreference } from '../../customers/profile.ts';
import { createLexicon } from '../../replies/format.ts';
import { createSay } from '../../replies/wording/wording.ts';
import { wantedColors } from '../../understanding/filters/alternatives.ts';
import type { Handled, TurnContext, TurnParts } from '../context.ts';
import { isValueOf } from '../dialogue/avoid.ts';
import { refusedHere, takenBack } from '../dialogue/taking-back.ts';
import { preferenceText } from './known-facts.ts';
import { recommend, WORDS_AVOIDED } from './recommend.ts';

/** "I hate leather", "我只买白色": noted, and a running search is narrowed by it at once. */
export async function preference(context: TurnContext, parts: TurnParts): Promise<Handled> {
  const preferences = statedPreferences(context);
  if (isLooking(context) && Object.keys(context.understanding.filters).length > 0) return recommend(context, parts);
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

/** "I don't hate leather any more", "我现在可以接受苹果了": what was said before counts no more, here and in the profile. */
export async function takeBack(context: TurnContext, parts: TurnParts): Promise<Handled> {
  const { customer, understanding, dialogue } = context;
  const gone = takenBack(understanding, [...customer.profile.preferences, ...refusedHere(dialogue)]);
  if (gone.length === 0) return { brief: { kind: 'preference_undone', what: [] } };
  const values = new Set(gone.map(({ value }) => value));
  await parts.customers.forgetPreferences(customer.id, [...values]);
  const kept = <T>(list: T[] | undefined, value: (one: T) => unknown): T[] =>
    (list ?? []).filter((one) => !values.has(value(one) as string));
  const { brandExclude, colorExclude, attributesExclude = {}, ...filters } = dialogue.need.filters;
  const [brands, colors] = [kept(brandExclude, String), kept(colorExclude, String)];
  const refused = Object.entries(attributesExclude)
    .map(
      ([id, ids]) =>
        [id, ids.filter((one) => !gone.some(({ value }) => isValueOf(value, { [id]: [one] }, parts.pack)))] as const,
    )
    .filter(([, ids]) => ids.length > 0);
  const changed = {
    avoid: kept(dialogue.avoid, String),
    need: {
      ...dialogue.need,
      filters: {
        ...filters,
        ...(brands.length > 0 && { brandExclude: brands }),
        ...(colors.length > 0 && { colorExclude: colors }),
        ...(refused.length > 0 && { attributesExclude: Object.fromEntries(refused) }),
      },
    },
  };
  // A brand or colour that is welcome again changes the running search; a word, as a rule, does not.
  if (isLooking(context) && gone.some(({ about }) => about !== 'text')) {
    const { profile } = customer;
    const handled = await recommend(
      {
        ...context,
        customer: { ...customer, profile: { ...profile, preferences: kept(profile.preferences, (one) => one.value) } },
        dialogue: { ...dialogue, ...changed },
        // What the words were read as is what they take back.
        understanding: {
          ...understanding,
          filters: {},
          keywords: [],
          entities: { ...understanding.entities, more: false, relativePrice: undefined },
        },
      },
      parts,
    );
    return { ...handled, dialogue: { ...changed, ...handled.dialogue } };
  }
  const lexicon = createLexicon(parts.pack, context.language, createSay(parts.pack, context.language, context.turn.id));
  const what = [...new Set(gone.map((one) => preferenceText(one, lexicon)))];
  return { brief: { kind: 'preference_undone', what }, dialogue: changed };
}

const isLooking = ({ dialogue }: TurnContext): boolean => dialogue.need.filters.category !== undefined;

function exclusions({ understanding: { filters } }: TurnContext) {
  const { brandExclude, colorExclude, attributesExclude } = filters;
  return {
    ...(brandExclude && { brandExclude }),
    ...(colorExclude && { colorExclude }),
    ...(attributesExclude && { attributesExclude }),
  };
}

/** Words of dislike that key phrases may carry along. */
const DISLIKING = /过敏|讨厌|不喜欢|\b(?:allergic|allergy|hate|dislike)\b/gi;

const NEGATIVE =
  /\b(?:hate|dislike|don'?t (?:like|want|eat|use|buy|wear)|can'?t stand|allergic|never|no|not|avoid)\b|讨厌|不喜欢|不要|不想|过敏|不吃|不用|受不了|别|从不/i;

/** Without such a word nothing is liked: "I am 1.92 m tall". */
const LIKING =
  /\b(?:like|love|adore|prefer|enjoy|favou?rite|fan of|into|always (?:buy|wear|use|eat|drink)|only (?:buy|wear|use|eat|drink)|fond of)\b|喜欢|喜歡|爱|偏好|偏爱|最好|只(?:买|用|穿|吃|喝|要)|习惯|一直(?:用|买|穿)/i;

/** The lasting likes and dislikes in a message, each with its source turn. */
export function statedPreferences({
  understanding,
  plan,
  turn,
}: Pick<TurnContext, 'understanding' | 'plan' | 'turn'>): StatedPreference[] {
  if (plan.intent === 'preference_undone') return [];
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
  stated.push(...wantedColors(filters).map((color) => one('like', 'color', color)));
  const [thing] = keywords.map((word) => word.replace(DISLIKING, '').trim()).filter((word) => word !== '');
  if (stated.length === 0 && thing !== undefined && (NEGATIVE.test(clean.text) || LIKING.test(clean.text))) {
    stated.push(one(NEGATIVE.test(clean.text) ? 'dislike' : 'like', 'text', thing));
  }
  return stated;
}
