import { AIMessage, type BaseMessage, HumanMessage } from '@langchain/core/messages';
import { type AppError, messageOf } from '../../errors.ts';
import { localize } from '../../knowledge/pack.ts';
import { asModelFailure, failureKind } from '../../llm/failure.ts';
import type { ModelPort } from '../../llm/model-port.ts';
import { asData, type Prompts, type RenderedPrompt } from '../../llm/prompts.ts';
import { newestWithin } from '../../llm/tokens.ts';
import type { Brief } from '../brief.ts';
import { renderCard } from '../cards.ts';
import { createLexicon, type Lexicon } from '../format.ts';
import { createTextGrounding } from '../grounding/text-grounding.ts';
import type { Violation } from '../grounding/violation.ts';
import type { ProductCard, Reply } from '../reply.ts';
import { createSay } from '../wording/wording.ts';
import { createReplyAgent } from './agent.ts';
import { describeCustomer, describeTone } from './customer-notes.ts';
import { evidenceOf } from './evidence.ts';
import { factsOf } from './facts.ts';
import { productsNamed, withPersonalCopy } from './personal-copy.ts';
import { addRecommendations, openScene, type Scene, type WriteRequest } from './scene.ts';
import { createAgentTools, type ToolParts } from './tools.ts';

/** A reply by the model, or why there is none. */
export interface Written {
  /** Absent = the built-in reply is to be sent. */
  reply?: Reply;
  /** How the model's text fared in the grounding check; absent when there was no text. */
  grounding?: { violations: Violation[]; outcome: 'clean' | 'repaired' | 'replaced' };
  failure?: AppError;
  prompts: { id: string; version: string }[];
  tools: string[];
  preferences: Scene['preferences'];
}

export interface AgentWriter {
  /** Whether a model may word these briefs: what the law or the pack words itself is never left to one. */
  takes(briefs: readonly Brief[]): boolean;
  /** Never throws: a fault is in the result. */
  write(request: WriteRequest): Promise<Written>;
}

/** The prompt that says what is to be done with a brief; a kind without one is worded by the built-in writer. */
const TASKS: Partial<Record<Brief['kind'], string>> = {
  recommend: 'turn-recommend',
  nothing_found: 'turn-nothing-found',
  answer: 'turn-answer',
  unanswered: 'turn-unanswered',
  compare: 'turn-compare',
  compare_which: 'turn-chat',
  product_facts: 'turn-product',
  which_product: 'turn-chat',
  order: 'turn-order',
  order_unknown: 'turn-order',
  order_which: 'turn-order',
  complaint: 'turn-complaint',
  smalltalk: 'turn-chat',
  clarify: 'turn-chat',
  out_of_scope: 'turn-chat',
};

/** Tokens of what was said before that a prompt holds. */
const HISTORY_TOKENS = 1200;
/** A line of what was said before is cut to this many characters. */
const LINE_CHARACTERS = 600;
/** Cards that tools may add to a reply. */
const MOST_CARDS = 3;

/** Writes replies by a model with tools, from the turn's briefs; each text is checked, repaired once, else given up. */
export function createAgentWriter(
  options: Omit<ToolParts, 'lexicon'> & { port: ModelPort; prompts: Prompts },
): AgentWriter {
  const { pack, port, prompts } = options;
  const lexicon = (language: Lexicon['language'], seed = ''): Lexicon =>
    createLexicon(pack, language, createSay(pack, language, seed));
  const tools = createAgentTools({ ...options, lexicon });
  const agent = createReplyAgent({ port, tools });
  const grounding = createTextGrounding({ pack });
  // A reply that repeats these shows what only the model is to see.
  const forbidden = ['<facts>', '<customer_message>', '<history>', ...tools.map(({ name }) => name)];

  async function compose(request: WriteRequest): Promise<Written> {
    const scene = openScene(request);
    const words = lexicon(request.language, request.turnId);
    const system = systemPrompt(request, words);
    const tasks = request.briefs.map((brief) => taskPrompt(brief, request, words));
    const used: Written['prompts'] = [system, ...tasks].map(({ id, version }) => ({ id, version }));
    const messages: BaseMessage[] = [
      ...historyOf(request),
      new HumanMessage(tasks.map(({ text }) => text).join('\n\n')),
    ];
    const result = (rest: Partial<Written>): Written => ({
      prompts: used,
      tools: scene.toolsUsed,
      preferences: scene.preferences,
      ...rest,
    });
    const check = (text: string) =>
      grounding.check(text, { ...evidenceOf(scene, pack, words), forbidden }, request.language);
    try {
      const run = { system: system.text, scene };
      const text = await agent.run({ ...run, messages, toolsAllowed: true });
      request.onText?.(text, 'checking');
      const violations = check(text);
      if (violations.length === 0) {
        return result({ reply: finish(text, scene, words, tasks[0]), grounding: { violations, outcome: 'clean' } });
      }
      const repair = repairPrompt(violations, request);
      used.push({ id: repair.id, version: repair.version });
      const again = [...messages, new AIMessage(text), new HumanMessage(repair.text)];
      scene.modelCalls = 0;
      const mended = await agent.run({ ...run, messages: again, toolsAllowed: false }).catch((error) => {
        // Without time for a repair the first text is still what was wrong with it.
        if (failureKind(error) === undefined) throw error;
        return undefined;
      });
      if (mended === undefined || check(mended).length > 0) {
        return result({ grounding: { violations, outcome: 'replaced' } });
      }
      return result({ reply: finish(mended, scene, words, tasks[0]), grounding: { violations, outcome: 'repaired' } });
    } catch (error) {
      return result({ failure: asModelFailure(error) });
    }
  }

  function systemPrompt(request: WriteRequest, words: Lexicon): RenderedPrompt {
    const { language } = request;
    const rules = [
      ...(pack.domain === 'finance' || pack.riskAttribute ? [FINANCE_RULE[language]] : []),
      ...(request.briefs.some(({ kind }) => kind === 'complaint') ? [NO_SELLING[language]] : []),
    ];
    return prompts.render('reply', language, {
      shop: localize(pack.name, language) || pack.id,
      language: request.foreign ? FOREIGN[language] : LANGUAGE[language],
      ...describeTone(request),
      customer: describeCustomer(request, words),
      rules: rules.map((rule) => `- ${rule}`).join('\n'),
    });
  }

  function taskPrompt(brief: Brief, request: WriteRequest, words: Lexicon): RenderedPrompt {
    const { language } = request;
    const id = TASKS[brief.kind] ?? 'turn-chat';
    const facts = factsOf(brief, pack, words);
    return prompts.render(id, language, {
      facts: facts === '' ? '' : asData('facts', facts),
      message: asData('customer_message', request.message),
      ...(id === 'turn-chat' && { shop: localize(pack.name, language) || pack.id }),
    });
  }

  function repairPrompt(violations: readonly Violation[], { language }: WriteRequest): RenderedPrompt {
    const problems = violations.slice(0, 8).map(({ explain }) => `- ${explain}`);
    return prompts.render('repair', language, { problems: problems.join('\n') });
  }

  /** The checked text in the frame of the built-in reply: its cards, table, buttons and sources, and the notes that must stand. */
  function finish(text: string, scene: Scene, words: Lexicon, task: RenderedPrompt): Reply {
    const { base, briefs, language } = scene.request;
    const cards = cardsOf(text, scene, words);
    const { text: said, products } = withPersonalCopy(text, cards);
    const lines = [said];
    const notice = localize(pack.notice, language);
    if (notice && productsNamed(text, scene.products.values()).length + cards.length > 0) lines.push(`_${notice}_`);
    if (briefs.some((brief) => brief.kind === 'recommend' && brief.askConsent)) lines.push(words.say('ask.consent'));
    const sources = [...scene.passages.values()].slice(0, 2).map(({ source }) => source);
    return {
      ...base,
      text: lines.join('\n\n'),
      ...(products && products.length > 0 && { products }),
      ...(!base.sources && sources.length > 0 && { sources }),
      ...(!base.handoff && scene.handoff && { handoff: scene.handoff }),
      by: scene.by ?? port.name,
      prompt: { id: task.id, version: task.version },
    };
  }

  /** The built-in reply's cards, then those of goods that the model looked up and names. None in a complaint. */
  function cardsOf(text: string, scene: Scene, words: Lexicon): ProductCard[] {
    const { base } = scene.request;
    if (scene.helpOnly) return [];
    if (base.products && base.products.length > 0) return base.products;
    const found = productsNamed(
      text,
      [...scene.recommendations.values()].map(({ product }) => product),
    );
    const looked = scene.toolsUsed.includes('search_products') ? productsNamed(text, scene.products.values()) : [];
    const named = [...new Set([...found, ...looked])].slice(0, MOST_CARDS);
    addRecommendations(
      scene,
      named
        .filter(({ id }) => !scene.recommendations.has(id))
        .map((product) => ({ product, score: 0, parts: {}, reasons: [] })),
    );
    return named.map(({ id }) => renderCard(scene.recommendations.get(id)!, pack, words));
  }

  return {
    takes: (briefs) => briefs.length > 0 && briefs.every(isForModel),
    async write(request) {
      try {
        return await compose(request);
      } catch (error) {
        return { failure: asModelFailure(new Error(messageOf(error))), prompts: [], tools: [], preferences: [] };
      }
    },
  };
}

/** A greeting is not worth a call, and that the bot is no person is said in the pack's own words. */
const FIXED_TOPICS: ReadonlySet<string> = new Set([
  'greet',
  'welcome',
  'thanks',
  'goodbye',
  'okay',
  'robot',
  'languages',
]);

function isForModel(brief: Brief): boolean {
  if (brief.kind === 'smalltalk') return !FIXED_TOPICS.has(brief.topic);
  return TASKS[brief.kind] !== undefined;
}

const LANGUAGE = { en: 'English', zh: '简体中文' };
const FOREIGN = { en: 'the language the customer writes in', zh: '顾客所用的语言' };
const NO_SELLING = {
  en: 'The customer has a complaint: offer no product, no discount, no gift.',
  zh: '顾客正在投诉：不要推荐任何产品，不提优惠和赠品。',
};
const FINANCE_RULE = {
  en: 'Never promise, predict or suggest a return, and never call a product safe or free of risk. This is no advice.',
  zh: '绝不承诺、预测或暗示收益，绝不说某产品安全、保本或没有风险。这不构成投资建议。',
};

function historyOf({ history }: WriteRequest): BaseMessage[] {
  return newestWithin(history, HISTORY_TOKENS, ({ text }) => text.slice(0, LINE_CHARACTERS)).map(({ by, text }) =>
    by === 'customer'
      ? new HumanMessage(asData('history', text.slice(0, LINE_CHARACTERS)))
      : new AIMessage(text.slice(0, LINE_CHARACTERS)),
  );
}
