import type { Customer } from '../../customers/customers.ts';
import type { StatedPreference } from '../../customers/profile.ts';
import type { PackOrder, Product } from '../../knowledge/pack.ts';
import type { Passage } from '../../knowledge/retriever.ts';
import type { Allowance } from '../../llm/model-port.ts';
import type { Recommendation } from '../../recommendation/recommendation.ts';
import type { Strategy } from '../../segments/segment.ts';
import type { Filters, ReplyLanguage } from '../../understanding/understanding.ts';
import type { Brief, Tone } from '../brief.ts';
import type { Handoff, Reply } from '../reply.ts';

/** What was said before, PII redacted, oldest first. */
export interface Line {
  by: 'customer' | 'bot';
  text: string;
}

/** What a reply is written from. */
export interface WriteRequest {
  briefs: readonly Brief[];
  /** The built-in reply to the same briefs: what is sent when the model fails, and the frame its text is put into. */
  base: Reply;
  language: ReplyLanguage;
  tone: Tone;
  /** PII redacted. */
  message: string;
  /** The customer writes in a language that is neither English nor Chinese. */
  foreign: boolean;
  history: readonly Line[];
  customer: Pick<Customer, 'id' | 'consent' | 'profile'>;
  strategy?: Strategy;
  /** Limits that tools keep to, whatever the model asks for. */
  limits: Pick<Filters, 'brandExclude' | 'colorExclude' | 'attributesExclude'>;
  turnId: string;
  at: Date;
  allowance: Allowance;
  /** Told the text as it grows; what is sent in the end has been checked and may differ. */
  onText?(text: string, state?: 'writing' | 'checking'): void;
}

/** Everything the model was shown this turn: what its reply may state, and what its tools did. */
export interface Scene {
  request: WriteRequest;
  /** Nothing may be recommended: the customer complains. */
  helpOnly: boolean;
  products: Map<string, Product>;
  recommendations: Map<string, Recommendation>;
  passages: Map<string, Passage>;
  orders: PackOrder[];
  /** Other facts given: what was corrected, converted, looked for. */
  notes: string[];
  toolsUsed: string[];
  preferences: StatedPreference[];
  handoff?: Handoff;
  modelCalls: number;
  /** The model that answered last: of the second server when the first failed. */
  by?: string;
}

export function openScene(request: WriteRequest): Scene {
  const scene: Scene = {
    request,
    helpOnly: request.briefs.some(({ kind }) => kind === 'complaint'),
    products: new Map(),
    recommendations: new Map(),
    passages: new Map(),
    orders: [],
    notes: [],
    toolsUsed: [],
    preferences: [],
    modelCalls: 0,
  };
  for (const brief of request.briefs) addBrief(scene, brief);
  return scene;
}

export function addProducts(scene: Scene, products: readonly Product[]): void {
  for (const product of products) scene.products.set(product.id, product);
}

export function addPassages(scene: Scene, passages: readonly Passage[]): void {
  for (const passage of passages) scene.passages.set(passage.id, passage);
}

export function addRecommendations(scene: Scene, recommendations: readonly Recommendation[]): void {
  for (const one of recommendations) {
    scene.recommendations.set(one.product.id, one);
    scene.products.set(one.product.id, one.product);
  }
}

function addBrief(scene: Scene, brief: Brief): void {
  switch (brief.kind) {
    case 'recommend':
      addRecommendations(scene, brief.recommendations);
      return;
    case 'nothing_found':
      addRecommendations(
        scene,
        brief.near.map(({ recommendation }) => recommendation),
      );
      if (brief.extreme) addProducts(scene, [brief.extreme]);
      return;
    case 'answer':
    case 'complaint':
      addPassages(scene, brief.passages);
      return;
    case 'compare':
      addProducts(scene, brief.products);
      return;
    case 'product_facts':
      addProducts(scene, [brief.product, ...(brief.others ?? [])]);
      addPassages(scene, brief.passages);
      return;
    case 'order':
      scene.orders.push(brief.order);
      return;
  }
}
