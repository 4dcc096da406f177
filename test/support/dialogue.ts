import type { Route, Turn } from '../../src/conversation/turn-record.ts';
import { type Speaker, shownBy, type TestBot } from './bot.ts';

/** One thing a customer says, in both languages, and what they may expect of the answer. */
export interface Line {
  en: string;
  zh: string;
  /** Presses this button of the last reply instead, where it has it. */
  press?: string;
  route?: Route | readonly Route[];
  /** All goods shown are of one of these kinds. */
  kind?: string | readonly string[];
  /** Goods are shown, and cost no more, no less. */
  under?: number;
  over?: number;
  brand?: string;
  brandNot?: string;
  color?: string;
  colorNot?: string;
  /** Every one shown has this: attribute id and value. */
  has?: readonly [attribute: string, value: unknown];
  /** Shown or not. */
  goods?: boolean;
  /** Said in the reply's text, by language. */
  says?: { en: RegExp; zh: RegExp };
  saysNot?: { en: RegExp; zh: RegExp };
  /** There is a button of this id. */
  button?: string;
  handoff?: boolean;
  table?: boolean;
  /** Anything else about the turn; a text tells what is wrong. */
  check?(turn: Turn, earlier: readonly Turn[]): string | undefined;
}

/** Plays a dialogue and tells every answer that was not as expected: "3: what was said: what is wrong". */
export async function playDialogue(bot: TestBot, language: 'en' | 'zh', lines: readonly Line[]): Promise<string[]> {
  const speaker = bot.customer();
  const wrong: string[] = [];
  const turns: Turn[] = [];
  for (const [index, line] of lines.entries()) {
    const turn = await answerTo(speaker, line, line[language], turns.at(-1));
    const problems = problemsOf(turn, line, language, bot, turns);
    wrong.push(...problems.map((problem) => `${index + 1}: ${line[language]}: ${problem}`));
    turns.push(turn);
  }
  return wrong;
}

function answerTo(speaker: Speaker, { press }: Line, text: string, last: Turn | undefined): Promise<Turn> {
  const offered = press !== undefined && last?.reply?.choices?.some(({ id }) => id === press);
  return offered ? speaker.press(press) : speaker.say(text);
}

function problemsOf(turn: Turn, line: Line, language: 'en' | 'zh', bot: TestBot, earlier: readonly Turn[]): string[] {
  const { reply } = turn;
  const text = reply?.text ?? '';
  const shown = shownBy(turn, bot);
  const problems: string[] = [];
  const note = (wrong: boolean, problem: string) =>
    wrong && problems.push(`${problem} [${turn.route}] ${text.slice(0, 160)}`);
  const each = (wanted: boolean, right: (product: (typeof shown)[number]) => boolean, what: string) => {
    if (!wanted) return;
    note(shown.length === 0, `shows nothing, so not ${what}`);
    const odd = shown.filter((product) => !right(product));
    note(odd.length > 0, `shows ${odd.map(({ id }) => id).join(', ')}, not ${what}`);
  };
  const { route, kind, under, over, brand, brandNot, color, colorNot, has, goods, says, saysNot, button } = line;

  note((turn.faults?.length ?? 0) > 0, `has faults ${JSON.stringify(turn.faults)}`);
  note(text.trim() === '' && turn.route !== 'silent', 'says nothing');
  note(reply !== undefined && reply.language !== language, `speaks ${reply?.language}`);
  note(route !== undefined && ![route].flat().includes(turn.route!), `route is not ${route}`);
  each(kind !== undefined, ({ category }) => [kind].flat().includes(category), `of kind ${kind}`);
  each(under !== undefined, ({ price }) => price !== null && price <= under!, `under ${under}`);
  each(over !== undefined, ({ price }) => price !== null && price >= over!, `over ${over}`);
  each(brand !== undefined, (product) => product.brand === brand, `by ${brand}`);
  each(color !== undefined, ({ colors }) => colors.includes(color!), `in ${color}`);
  each(has !== undefined, ({ attributes }) => attributes[has![0]] === has![1], `with ${has?.join(' = ')}`);
  if (brandNot !== undefined)
    note(
      shown.some((product) => product.brand === brandNot),
      `shows ${brandNot}`,
    );
  if (colorNot !== undefined)
    note(
      shown.some(({ colors }) => colors.every((one) => one === colorNot)),
      `shows ${colorNot}`,
    );
  if (goods !== undefined) note(shown.length > 0 !== goods, goods ? 'shows no goods' : 'sells');
  if (says) note(!says[language].test(text), `does not say ${says[language]}`);
  if (saysNot) note(saysNot[language].test(text), `says ${saysNot[language]}`);
  if (button !== undefined) note(!reply?.choices?.some(({ id }) => id === button), `has no button ${button}`);
  if (line.handoff !== undefined)
    note((reply?.handoff !== undefined) !== line.handoff, `hands ${line.handoff ? 'not ' : ''}off`);
  if (line.table) note(reply?.table === undefined, 'compares in no table');
  const other = line.check?.(turn, earlier);
  if (other !== undefined) note(true, other);
  return problems;
}
