import type { Brief } from '../brief.ts';
import { formatDate } from '../format.ts';
import type { Draft, Scene } from './writer.ts';

type BriefOf<K extends Brief['kind']> = Extract<Brief, { kind: K }>;

export function writeAnswer({ passages }: BriefOf<'answer'>, { lexicon, tone }: Scene): Draft {
  const [best] = passages;
  const lines = [best.answer];
  if (best.uncovered !== undefined) lines.unshift(lexicon.say('answer.uncovered', { thing: best.uncovered }));
  if (tone === 'sorry') lines.unshift(lexicon.say('sorry'));
  return {
    text: lines.join('\n\n'),
    sources: [best.source],
    ...((tone === 'sorry' || best.uncovered !== undefined) && {
      choices: [{ id: 'human', text: lexicon.say('choice.human') }],
    }),
  };
}

export function writeFixedAnswer({ text, faq, uncovered }: BriefOf<'fixed_answer'>, { lexicon, tone }: Scene): Draft {
  const lines = [text];
  if (uncovered !== undefined) lines.unshift(lexicon.say('answer.uncovered', { thing: uncovered }));
  if (tone === 'sorry') lines.unshift(lexicon.say('sorry'));
  return {
    text: lines.join('\n\n'),
    ...(uncovered !== undefined && { choices: [{ id: 'human', text: lexicon.say('choice.human') }] }),
    ...(faq && { sources: [{ title: faq.question[lexicon.language] ?? faq.id, ...faq.source }] }),
  };
}

export function writeUnanswered({ lexicon }: Scene): Draft {
  const { say } = lexicon;
  return {
    text: say('unanswered'),
    choices: [
      { id: 'handoff:yes', text: say('choice.human') },
      { id: 'handoff:no', text: say('choice.no') },
    ],
  };
}

export function writeOrder(brief: BriefOf<'order' | 'order_unknown' | 'order_which'>, { lexicon, tone }: Scene): Draft {
  const { say, language } = lexicon;
  const prefix = tone === 'sorry' ? `${say('sorry')}${language === 'zh' ? '' : ' '}` : '';
  const human = [{ id: 'human', text: say('choice.human') }];
  if (brief.kind === 'order_which' && brief.lost) return { text: prefix + say('order.lost'), choices: human };
  if (brief.kind === 'order_which') return { text: prefix + say('order.which') };
  if (brief.kind === 'order_unknown') {
    return { text: prefix + say('order.unknown', { id: brief.id }), choices: human };
  }
  const { order } = brief;
  const text = say(`order.${order.status}`, {
    id: order.id,
    items: lexicon.list(brief.items),
    placed: formatDate(order.placedAt, language),
    eta: order.etaAt ? say('order.eta', { date: formatDate(order.etaAt, language) }) : '',
    carrier: order.carrier ? say('order.carrier', { carrier: order.carrier, tracking: order.tracking ?? '–' }) : '',
  });
  return { text: prefix + text, ...(tone === 'sorry' && { choices: human }) };
}
