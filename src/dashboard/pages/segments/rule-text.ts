import type { Pack } from '../../../knowledge/pack.ts';
import type { Rule } from '../../../segments/rules/rule.ts';
import type { Segment } from '../../../segments/segment.ts';
import type { ReplyLanguage } from '../../../understanding/understanding.ts';
import { categoryTitle, intentTitle } from '../../names.ts';
import { channelName } from '../../words/terms.ts';
import { type Condition, conditionOf } from './conditions.ts';
import { ruleWords } from './rule-words.ts';

export interface RuleNames {
  pack: Pack;
  segments: readonly Segment[];
  language: ReplyLanguage;
}

/** A rule as a sentence for people. */
export function ruleText(rule: Rule, names: RuleNames): string {
  const sentence = textOf(rule, names);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function textOf(rule: Rule, names: RuleNames): string {
  const t = ruleWords[names.language].said;
  const condition = conditionOf(rule, names.pack);
  if (condition) return conditionText(condition, names);
  if (rule.kind === 'and' || rule.kind === 'or') {
    return rule.rules
      .map((one) => {
        const inner = textOf(one, names);
        return one.kind === 'and' || one.kind === 'or' ? `(${inner})` : inner;
      })
      .join(t[rule.kind]);
  }
  return rule.kind === 'not' ? t.not(textOf(rule.rule, names)) : t.other;
}

function conditionText({ kind, not, fields }: Condition, { pack, segments, language }: RuleNames): string {
  const t = ruleWords[language];
  const said = t.said;
  const named = (table: Record<string, string>, key = '') => table[key] ?? key;
  const category = fields.category ? categoryTitle(fields.category, pack, language) : '';
  const what = {
    interest: () => said.interest(category),
    intent: () => (not ? said.noIntent : said.intent)(intentTitle(fields.intent ?? '', pack, language)),
    felt: () => (not ? said.noFelt : said.felt)(named(t.feelings, fields.feeling)),
    did: () => said.did(named(t.events, fields.event), category),
    abandoned: () =>
      (fields.same === 'yes' ? said.abandonedSame : said.abandoned)(
        named(t.events, fields.event),
        named(t.events, fields.other),
      ),
    figure: () =>
      said.figure(named(t.properties, fields.figure), named(t.compares, fields.compare), fields.number ?? ''),
    language: () => said.language(named(t.languages, fields.language)),
    channel: () => said.channel(channelName(fields.channel ?? '', language)),
    consent: () => said.consent,
    segment: () => said.segment(segments.find(({ id }) => id === fields.segment)?.name[language] ?? '?'),
    share: () => said.share(fields.percent ?? ''),
  }[kind]();
  const often = fields.times !== undefined && fields.times !== '1' ? [said.times(fields.times)] : [];
  const window = fields.days === undefined ? [] : [said.days(fields.days)];
  const denied = not && kind !== 'intent' && kind !== 'felt' ? said.not(what) : what;
  const parts = language === 'zh' ? [...window, denied, ...often] : [denied, ...often, ...window];
  return parts.join(language === 'zh' ? '' : ' ');
}
