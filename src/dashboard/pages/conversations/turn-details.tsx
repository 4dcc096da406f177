import type { ComponentChildren } from 'preact';
import type { Turn } from '../../../conversation/turn-record.ts';
import { PERSON } from '../../../conversation/visits/visit.ts';
import { localize, type Pack } from '../../../knowledge/pack.ts';
import { reasonText } from '../../../replies/cards.ts';
import { createLexicon, type Lexicon, wantPhrase } from '../../../replies/format.ts';
import { createSay } from '../../../replies/wording/wording.ts';
import type { ReplyLanguage } from '../../../understanding/understanding.ts';
import { formatNumber, formatShare } from '../../format.ts';
import { Facts } from '../../layout/pieces.tsx';
import { intentTitle } from '../../names.ts';
import { useView } from '../../view.tsx';
import { moodName, routeName } from '../../words/terms.ts';
import { words } from './words.ts';

/** The pack's names and the wording of reasons, in the reader's language. */
export interface PackWords {
  pack: Pack;
  lexicon: Lexicon;
}

export function packWords(pack: Pack, language: ReplyLanguage): PackWords {
  return { pack, lexicon: createLexicon(pack, language, createSay(pack, language, '')) };
}

/** What was understood, found, recommended and spent in one turn. */
export function TurnDetails({ turn, pack }: { turn: Turn; pack: PackWords }) {
  const { language } = useView();
  const t = words[language];
  const { sentiment, intent, filters } = turn.understanding!;
  const others = intent.alternatives.slice(0, 3).filter(({ confidence }) => confidence >= 0.01);
  const wants = Object.keys(filters).some((name) => name !== 'currency');
  const deciding = (by: string) =>
    t.by(by === 'built-in' ? t.builtIn : by.startsWith(PERSON) ? t.person(by.slice(PERSON.length)) : by);
  const facts: [string, ComponentChildren][] = [
    [
      t.understood,
      `${intentTitle(intent.name, pack.pack, language)}, ${t.sure(formatShare(intent.confidence, language))}, ${deciding(intent.by)}`,
    ],
  ];
  if (others.length > 0) {
    const likely = others.map(
      ({ name, confidence }) => `${intentTitle(name, pack.pack, language)} ${formatShare(confidence, language)}`,
    );
    facts.push([t.mightBe, likely.join(', ')]);
  }
  facts.push([
    t.moodNow,
    `${moodName(sentiment, language)} (${formatNumber(sentiment.score, language, 2)}), ${t.sure(formatShare(sentiment.confidence, language))}, ${deciding(sentiment.by)}`,
  ]);
  if (turn.route) facts.push([t.route, routeName(turn.route, language)]);
  if (wants) facts.push([t.limits, wantPhrase(filters, pack.lexicon)]);
  if (turn.passages?.length) facts.push([t.passages, <Passages turn={turn} />]);
  if (turn.recommendations?.length) facts.push([t.recommended, <Recommended turn={turn} pack={pack} />]);
  if (turn.grounding) facts.push([t.grounding, <Grounding grounding={turn.grounding} />]);
  if (turn.timings) facts.push([t.time, <Timings timings={turn.timings} />]);
  facts.push([t.cost, costText(turn.cost, language)], [t.delivery, t.deliveryText[turn.status]]);
  if (turn.faults?.length) facts.push([t.faults, turn.faults.map(({ stage, code }) => `${stage}: ${code}`).join(', ')]);
  return <Facts facts={facts} />;
}

function costText(cost: Turn['cost'], language: ReplyLanguage): string {
  const t = words[language];
  if (!cost || cost.calls === 0) return t.free;
  const tokens = formatNumber(cost.inputTokens + cost.outputTokens, language);
  const text = t.costText(cost.calls, tokens, `$${formatNumber(cost.usd, language, 4)}`);
  return cost.failed ? `${text} ${t.failedCalls(cost.failed)}` : text;
}

function Passages({ turn }: { turn: Turn }) {
  const { language } = useView();
  const t = words[language];
  return (
    <ul class="plain">
      {turn.passages!.map(({ id, title, answer, source, score }) => (
        <li key={id}>
          <strong>{title}</strong> <span class="quiet">{t.sure(formatShare(score, language))}</span>
          <br />
          {answer}
          <br />
          <span class="quiet">
            {t.sources}: {source.file}:{source.line}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Recommended({ turn, pack: { pack, lexicon } }: { turn: Turn; pack: PackWords }) {
  const { language } = useView();
  const nameOf = (id: string) => localize(pack.products.find((product) => product.id === id)?.name, language) || id;
  return (
    <ol class="plain">
      {turn.recommendations!.map(({ productId, score, reasons }) => (
        <li key={productId}>
          <strong>{nameOf(productId)}</strong> <span class="quiet">{formatNumber(score, language, 2)}</span>
          <br />
          {reasons.map((reason) => reasonText(reason, lexicon, pack)).join(language === 'zh' ? '；' : '; ')}
        </li>
      ))}
    </ol>
  );
}

function Grounding({ grounding }: { grounding: NonNullable<Turn['grounding']> }) {
  const t = words[useView().language];
  const text = { clean: t.groundingClean, repaired: t.groundingRepaired, replaced: t.groundingReplaced };
  return (
    <>
      {text[grounding.outcome]}
      {grounding.violations.length > 0 && <span class="quiet"> {grounding.violations.join('; ')}</span>}
    </>
  );
}

function Timings({ timings }: { timings: Record<string, number> }) {
  const { language } = useView();
  const t = words[language];
  const stages = Object.entries(timings).filter(([, ms]) => ms >= 0.05);
  const total = Object.values(timings).reduce((sum, ms) => sum + ms, 0);
  const listed = stages.map(([stage, ms]) => `${stage} ${formatNumber(ms, language, 1)}`).join(', ');
  return (
    <>
      {t.ms(formatNumber(total, language, 1))} <span class="quiet">({listed})</span>
    </>
  );
}
