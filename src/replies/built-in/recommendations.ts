import { localize } from '../../knowledge/pack.ts';
import type { Brief } from '../brief.ts';
import { renderCard } from '../cards.ts';
import { formatMoney, wantPhrase } from '../format.ts';
import type { Choice } from '../reply.ts';
import type { Draft, Scene } from './writer.ts';

type RecommendBrief = Extract<Brief, { kind: 'recommend' }>;
type NothingBrief = Extract<Brief, { kind: 'nothing_found' }>;

/** Values of a facet offered as buttons. */
const FACET_CHOICES = 4;

export function writeRecommendation(brief: RecommendBrief, scene: Scene): Draft {
  const { lexicon, pack } = scene;
  const { say } = lexicon;
  const sentences = brief.corrections.map(([written, read]) => say('recommend.corrected', { written, read }));
  if (brief.converted) sentences.push(convertedText(brief.converted, lexicon));
  if (brief.style === 'warm' && brief.move === 'new') sentences.push(say('style.warm'));
  sentences.push(
    say(brief.loosely ? 'recommend.loosely' : `recommend.${brief.move}`, { what: wantPhrase(brief.filters, lexicon) }),
  );
  const concise = brief.style === 'concise';
  if (!concise && brief.total > brief.recommendations.length)
    sentences.push(say('recommend.total', { total: brief.total }));
  if (brief.ask && !concise) {
    sentences.push(
      brief.ask.facet === 'price' ? say('ask.price') : say('ask.facet', { facet: lexicon.facet(brief.ask.facet) }),
    );
  }
  const lines = [sentences.join(lexicon.language === 'zh' ? '' : ' ')];
  const notice = localize(pack.notice, lexicon.language);
  if (notice) lines.push(`_${notice}_`);
  if (brief.askConsent) lines.push(say('ask.consent'));
  return {
    text: lines.join('\n\n'),
    products: brief.recommendations.map((recommendation) => renderCard(recommendation, pack, lexicon)),
    choices: [...(brief.askConsent ? consentChoices(scene) : []), ...listChoices(brief, scene)],
  };
}

function convertedText(
  { amount, currency, meant }: NonNullable<RecommendBrief['converted']>,
  lexicon: Scene['lexicon'],
): string {
  const said = formatMoney(amount, currency, lexicon.language);
  return lexicon.say('recommend.converted', { said, meant: lexicon.money(meant) });
}

function listChoices(brief: RecommendBrief, { lexicon }: Scene): Choice[] {
  const { say } = lexicon;
  const choices: Choice[] = [];
  const ask = brief.ask;
  if (ask && 'values' in ask) {
    for (const value of ask.values.slice(0, FACET_CHOICES)) {
      choices.push({ id: `only:${ask.facet}:${value}`.slice(0, 60), text: facetValue(ask.facet, value, lexicon) });
    }
  }
  if (brief.recommendations.some(({ product }) => product.price !== null)) {
    choices.push({ id: 'cheaper', text: say('choice.cheaper') });
  }
  if (brief.total > brief.recommendations.length) choices.push({ id: 'more', text: say('choice.more') });
  if (brief.recommendations.length > 1) choices.push({ id: 'compare', text: say('choice.compare') });
  return choices;
}

function facetValue(facet: string, value: string, lexicon: Scene['lexicon']): string {
  if (facet === 'brand') return lexicon.brand(value);
  if (facet === 'color') return lexicon.color(value);
  if (facet === 'category') return lexicon.category(value);
  return lexicon.attributeValue(facet, value);
}

function consentChoices({ lexicon }: Scene): Choice[] {
  return [
    { id: 'consent:yes', text: lexicon.say('choice.yes') },
    { id: 'consent:no', text: lexicon.say('choice.no') },
  ];
}

export function writeNothingFound(brief: NothingBrief, scene: Scene): Draft {
  const { lexicon, pack } = scene;
  const { say } = lexicon;
  const limited = Object.keys(brief.filters).some((name) => name !== 'category');
  const key =
    brief.move === 'new' || brief.move === 'refined'
      ? limited
        ? brief.filters.category
          ? 'nothing.filtered'
          : brief.text
            ? 'nothing.text'
            : 'nothing.suits'
        : 'nothing.new'
      : (`nothing.${brief.move}` as const);
  const noun =
    key === 'nothing.new' && !brief.filters.category && brief.text ? quoted(brief.text, lexicon.language) : undefined;
  const { extreme } = brief;
  const lines = [
    say(key, {
      what: wantPhrase(brief.filters, lexicon, noun),
      text: shortened(brief.text),
      ...(extreme && { name: lexicon.name(extreme), price: lexicon.money(extreme.price ?? 0) }),
    }),
  ];
  if (brief.converted) lines.unshift(convertedText(brief.converted, lexicon));
  const notice = localize(pack.notice, lexicon.language);
  if (brief.near.length > 0) {
    lines.push(lines.pop() + (lexicon.language === 'zh' ? '' : ' ') + say('nothing.near'));
    if (notice) lines.push(`_${notice}_`);
  }
  return {
    text: lines.join('\n\n'),
    products: brief.near.map(({ recommendation }) => renderCard(recommendation, pack, lexicon)),
    choices: [{ id: 'human', text: say('choice.human') }],
  };
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function quoted(text: string, language: 'en' | 'zh'): string {
  const short = shortened(text);
  return language === 'zh' ? `“${short}”这样的商品` : `anything like “${short}”`;
}
