import { localize } from '../../knowledge/pack.ts';
import type { Brief } from '../brief.ts';
import { renderCard } from '../cards.ts';
import { formatMoney, wantPhrase } from '../format.ts';
import type { Choice } from '../reply.ts';
import type { Draft, Scene } from './writer.ts';

type RecommendBrief = Extract<Brief, { kind: 'recommend' }>;

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

/** A budget said in another currency, and what it was read as. */
export function convertedText(
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
