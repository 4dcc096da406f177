import { lifecycleStage } from '../../customers/activity.ts';
import { moodTrend, preferredChannel, type StatedPreference } from '../../customers/profile.ts';
import { createLexicon, type Lexicon } from '../../replies/format.ts';
import { createSay } from '../../replies/wording/wording.ts';
import type { TurnContext, TurnParts } from '../context.ts';

/** A mood beyond these is worth a word. */
const GOOD_MOOD = 0.2;
const INTERESTS_TOLD = 5;

/** What is known of the customer, in words they can check and correct; stated preferences with the day they were said. */
export async function knownFacts(
  { customer, language, turn }: TurnContext,
  { pack, customers, now }: TurnParts,
): Promise<string[]> {
  const say = createSay(pack, language, turn.id);
  const lexicon = createLexicon(pack, language, say);
  const { profile, consent, displayName, identities } = customer;
  const facts: string[] = [];
  if (displayName) facts.push(say('known.name', { value: displayName }));
  facts.push(say('known.channel', { value: lexicon.list([...new Set(identities.map(({ channel }) => channel))]) }));
  const often = preferredChannel(profile);
  if (often !== undefined && Object.keys(profile.channels ?? {}).length > 1)
    facts.push(say('known.channel.often', { value: often }));
  facts.push(say('known.turns', { value: await customers.countTurns(customer.id) }));
  const events = Object.values(profile.activity?.events ?? {}).reduce((sum, count) => sum + count, 0);
  if (events > 0) {
    facts.push(say('known.events', { value: events }));
    facts.push(say('known.stage', { value: say(`known.stage.${lifecycleStage(profile.activity, now())}`) }));
  }
  const interests = Object.entries(profile.interests).sort(([, a], [, b]) => b - a);
  if (interests.length > 0) {
    const told = interests.slice(0, INTERESTS_TOLD).map(([id]) => lexicon.category(id));
    facts.push(say('known.interests', { value: lexicon.list(told) }));
  }
  for (const kind of ['like', 'dislike'] as const) {
    const values = profile.preferences
      .filter((one) => one.kind === kind)
      .map((one) =>
        say('known.stated', { value: preferenceText(one, lexicon), date: one.at.toISOString().slice(0, 10) }),
      );
    if (values.length > 0)
      facts.push(say(kind === 'like' ? 'known.liked' : 'known.disliked', { value: lexicon.list(values) }));
  }
  if (profile.price)
    facts.push(say('known.budget', { min: lexicon.money(profile.price.min), max: lexicon.money(profile.price.max) }));
  if (profile.mood !== undefined) {
    const mood = profile.mood >= GOOD_MOOD ? 'good' : profile.mood <= -GOOD_MOOD ? 'low' : 'even';
    const trend = moodTrend(profile) > GOOD_MOOD ? 'rising' : moodTrend(profile) < -GOOD_MOOD ? 'falling' : undefined;
    const words = [say(`known.mood.${mood}`), ...(trend ? [say(`known.mood.${trend}`)] : [])];
    facts.push(say('known.mood', { value: lexicon.list(words) }));
  }
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

/** A stated preference in words. */
export function preferenceText({ about, value }: Pick<StatedPreference, 'about' | 'value'>, lexicon: Lexicon): string {
  if (about === 'color') return lexicon.color(value);
  if (about === 'category') return lexicon.category(value);
  const [attribute, of] = about === 'attribute' ? value.split('=') : [];
  if (attribute !== undefined && of !== undefined) {
    return `${lexicon.attributeName(attribute)} ${lexicon.attributeValue(attribute, of)}`;
  }
  return value;
}
