import type { Feature } from './features.ts';
import type { Bilingual, Strategy, Trait } from './segment.ts';

/** The business's words, in both languages. */
export interface Naming {
  /** A category's name, or what customers who mean an intent do ("ask about prices"). */
  label(kind: 'interest' | 'intent', id: string): Bilingual;
  money(amount: number): Bilingual;
}

/** Deviations from which a figure is worth naming. */
const TELLING = 0.5;
const TRAITS = 6;
const MOSTLY_NEVER_DAYS = 600;

type Words = [high: Bilingual, low: Bilingual];
const w = (en: string, zh: string): Bilingual => ({ en, zh });

const NAMES: Record<string, Words> = {
  recency: [w('not seen lately', '久未购买'), w('recent buyers', '近期购买')],
  frequency: [w('frequent buyers', '高频购买'), w('rare buyers', '低频购买')],
  monetary: [w('big spenders', '高消费'), w('small spenders', '低消费')],
  basket: [w('large baskets', '大单'), w('small baskets', '小单')],
  price: [w('premium prices', '偏好高价位'), w('price-sensitive', '注重价格')],
  turns: [w('talkative', '常聊天'), w('quiet', '少互动')],
  mood: [w('content', '满意度高'), w('unhappy', '情绪偏负面')],
};
const FIGURES: Record<string, Bilingual> = {
  recency: w('days since the last purchase', '距上次购买天数'),
  frequency: w('purchases', '购买次数'),
  monetary: w('typical spend', '典型消费金额'),
  basket: w('typical purchase', '典型每单金额'),
  price: w('usual price', '常看价格'),
  turns: w('messages', '消息数'),
  mood: w('mood (-1 to 1)', '情绪（-1 到 1）'),
};

const MONEY: ReadonlySet<string> = new Set(['monetary', 'basket', 'price']);

/** What sets a cluster apart, most telling first. Means are of the transformed figures, told in plain units. */
export function traitsOf(
  features: readonly Feature[],
  own: readonly number[],
  overall: readonly number[],
  deviations: readonly number[],
): Trait[] {
  return features
    .map(({ id, group, of }, at): Trait => {
      const plain = (value: number) => (group === 'value' ? Math.expm1(value) : value);
      return {
        feature: group === 'interest' || group === 'intent' ? group : id,
        ...(of !== undefined && { of }),
        mean: plain(own[at]!),
        overall: plain(overall[at]!),
        deviations: deviations[at]! > 1e-9 ? (own[at]! - overall[at]!) / deviations[at]! : 0,
      };
    })
    .filter(({ deviations: far }) => Math.abs(far) >= TELLING)
    .sort((a, b) => Math.abs(b.deviations) - Math.abs(a.deviations))
    .slice(0, TRAITS);
}

/** A name of the two most telling traits and a description with figures; `taken` names are told apart by a third. */
export function describe(traits: readonly Trait[], naming: Naming, taken: ReadonlySet<string>) {
  const words = traits.flatMap((trait) => nameOf(trait, naming) ?? []);
  let name = w('Average customers', '普通客户');
  for (let count = 2; words.length > 0 && count <= Math.max(2, words.length); count++) {
    name = joined(words.slice(0, count));
    if (!taken.has(name.en)) break;
  }
  for (let number = 2, plain = name; taken.has(name.en); number++) {
    name = w(`${plain.en} (${number})`, `${plain.zh}（${number}）`);
  }
  const facts = traits.map((trait) => factOf(trait, naming));
  const description =
    facts.length === 0
      ? w('Near the average in everything measured.', '各项指标接近平均水平。')
      : w(`${capital(facts.map(({ en }) => en).join('; '))}.`, `${facts.map(({ zh }) => zh).join('；')}。`);
  return { name, description };
}

function nameOf({ feature, of, deviations }: Trait, naming: Naming): Bilingual | undefined {
  if (feature === 'interest' || feature === 'intent') {
    if (deviations < 0) return undefined;
    const { en, zh } = naming.label(feature, of!);
    return feature === 'interest' ? w(`keen on ${withinSentence(en)}`, `${zh}爱好者`) : w(`often ${en}`, `常${zh}`);
  }
  return NAMES[feature]?.[deviations > 0 ? 0 : 1];
}

/** "Phones" within a sentence; "TVs" and "USB hubs" stay as they are. */
function withinSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function joined(words: readonly Bilingual[]): Bilingual {
  const en = words.map((word) => word.en).join(', ');
  return w(capital(en), words.map((word) => word.zh).join('、'));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function factOf({ feature, of, mean, overall }: Trait, naming: Naming): Bilingual {
  const share = feature === 'interest' || feature === 'intent';
  const figure = (value: number): Bilingual => {
    if (MONEY.has(feature)) return naming.money(Math.round(value) || 0);
    const text = share ? `${Math.round(value * 100)}%` : value.toFixed(Math.abs(value) < 10 ? 1 : 0);
    return w(text, text);
  };
  // Recency is bounded (features.ts): the bound stands for who never bought.
  if (feature === 'recency' && mean > MOSTLY_NEVER_DAYS) return w('mostly never bought', '大多从未购买');
  const { en, zh } = share ? naming.label(feature, of!) : FIGURES[feature]!;
  const [what, about] =
    feature === 'interest'
      ? [`interest in ${withinSentence(en)}`, `对${zh}的兴趣`]
      : feature === 'intent'
        ? [`messages that ${en}`, `${zh}的消息`]
        : [en, zh];
  const [own, all] = [figure(mean), figure(overall)];
  return w(`${what} ${own.en} (all: ${all.en})`, `${about} ${own.zh}（总体 ${all.zh}）`);
}

/** How such customers are best served, by simple rules on what sets them apart; a start for marketing to change. */
export function suggestStrategy(traits: readonly Trait[], habits: Pick<Strategy, 'channel' | 'hour'>): Strategy {
  const far = (feature: string) => traits.find((trait) => trait.feature === feature)?.deviations ?? 0;
  const asksPrices = traits.some(({ of, deviations }) => of === 'ask_promotion' && deviations > 0);
  const thrifty = asksPrices || far('price') < 0 || far('basket') < 0;
  const wealthy = far('price') > 0 || far('basket') > 0;
  return {
    tone:
      far('mood') < 0 || far('recency') > 0
        ? 'warm'
        : far('turns') < 0
          ? 'concise'
          : far('mood') > 0
            ? 'warm'
            : 'plain',
    offers:
      far('mood') < 0
        ? 'none'
        : thrifty
          ? 'reduced_first'
          : wealthy
            ? 'premium_first'
            : far('frequency') > 0
              ? 'new_first'
              : 'none',
    categories: traits.flatMap(({ feature, of, deviations }) =>
      feature === 'interest' && deviations > 0 ? [of!] : [],
    ),
    ...habits,
  };
}
