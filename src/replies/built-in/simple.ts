import { localize } from '../../knowledge/pack.ts';
import type { Brief } from '../brief.ts';
import type { Choice } from '../reply.ts';
import type { Draft, Scene } from './writer.ts';

type SimpleBrief = Extract<
  Brief,
  {
    kind:
      | 'smalltalk'
      | 'complaint'
      | 'handoff'
      | 'clarify'
      | 'out_of_scope'
      | 'unreadable'
      | 'started_over'
      | 'compare_which'
      | 'which_product'
      | 'ask_again';
  }
>;

/** The briefs that are worded in a sentence or two. */
export function writeSimple(brief: SimpleBrief, scene: Scene): Draft {
  const { lexicon, pack, shop } = scene;
  const { say } = lexicon;
  const human: Choice = { id: 'human', text: say('choice.human') };
  const start: Choice[] = [
    { id: 'ask:recommend', text: say('choice.recommend') },
    { id: 'ask:order', text: say('choice.order') },
    { id: 'ask:returns', text: say('choice.returns') },
  ];
  switch (brief.kind) {
    case 'smalltalk':
      return smalltalk(brief.topic, scene, start);
    case 'ask_again':
      return {
        text:
          brief.facet === 'price'
            ? say('ask.again.price')
            : say('ask.again.facet', { facet: lexicon.facet(brief.facet) }),
      };
    case 'complaint': {
      const [passage] = brief.passages;
      const lines = [say(brief.angry ? 'complaint.angry' : 'complaint.plain')];
      if (passage) lines.push(`${say('complaint.help')}\n\n${passage.answer}`);
      lines.push(say('complaint.person'));
      return {
        text: lines.join('\n\n'),
        ...(passage && { sources: [passage.source] }),
        choices: [
          { id: 'handoff:yes', text: say('choice.human') },
          { id: 'handoff:no', text: say('choice.no') },
        ],
      };
    }
    case 'handoff':
      return {
        text: say(`handoff.${brief.reason}`, { contact: localize(pack.contact, lexicon.language) }),
        handoff: { reason: brief.reason },
      };
    case 'clarify':
      return { text: say(brief.misread ? 'clarify.misread' : 'clarify'), choices: [...start, human] };
    case 'out_of_scope':
      return { text: say('out_of_scope', { shop }), choices: start };
    case 'unreadable':
      return { text: say(`unreadable.${brief.reason}`) };
    case 'started_over':
      return { text: say('started_over') };
    case 'compare_which':
      return { text: say('compare.which') };
    case 'which_product':
      return { text: say('which.product') };
  }
}

function smalltalk(topic: Extract<SimpleBrief, { kind: 'smalltalk' }>['topic'], scene: Scene, start: Choice[]): Draft {
  const { say } = scene.lexicon;
  switch (topic) {
    case 'greet':
      return { text: say('greet.first', { shop: scene.shop }), choices: start };
    case 'welcome':
      return { text: say('greet.again'), choices: start };
    default:
      return { text: say(topic, { shop: scene.shop }) };
  }
}
