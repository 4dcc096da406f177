import type { CleanText } from '../understanding.ts';
import { emojiOf } from './emoji.ts';
import { stripHtml } from './html.ts';
import { squeezeRepeats } from './repeats.ts';
import { simplify } from './traditional.ts';
import { fixTypos } from './typos.ts';
import { type CleanStep, isPlainAscii, squeezeSpaces, UNICODE_STEPS } from './unicode.ts';

const HTML: CleanStep = { name: 'html', apply: stripHtml };
const WORDS: readonly CleanStep[] = [
  { name: 'traditional', apply: simplify },
  { name: 'repeats', apply: squeezeRepeats },
  { name: 'typos', apply: fixTypos },
  { name: 'spaces', apply: squeezeSpaces },
];
/** HTML goes between the Unicode steps and a second look at what its entities stood for. */
const PLAIN_STEPS = [HTML, ...WORDS];
const ALL_STEPS = [...UNICODE_STEPS.slice(0, 4), HTML, ...UNICODE_STEPS, ...WORDS];

/**
 * The text as models and matching read it: Unicode normalised, HTML removed, repeats squeezed, Traditional Chinese
 * simplified, sure typos mended; emoji stay. `changes` names each step that changed something, once. Linear in length.
 */
export function cleanText(raw: string): CleanText {
  let text = raw;
  const changes = new Set<string>();
  for (const step of isPlainAscii(raw) && !raw.includes('&') ? PLAIN_STEPS : ALL_STEPS) {
    const next = step.apply(text);
    if (next === text) continue;
    changes.add(step.name);
    text = next;
  }
  return { text, changes: [...changes], emoji: emojiOf(text) };
}
