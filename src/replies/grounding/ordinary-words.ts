import type { Pack } from '../../knowledge/pack.ts';
import { ENGLISH_STOP } from '../../understanding/keywords/stop-words.ts';
import { stem } from '../../understanding/text/stem.ts';
import { en } from '../wording/en.ts';
import { foldUnicode } from './fold.ts';

/** Words that replies write with a capital as headings or at a sentence's start, and that no pack need have. */
const USUAL = `
absolutely according actually additionally advice affordable alternative alternatives alternatively although amazing anyway apologies appreciate
around ask aside available awesome balance balanced basic basically battery beginner beginners benefit benefits better biggest bonus bottom
breakdown brief brilliant brings budget build bye careful cheaper cheapest cheers choice choices choose classic clear clearly closest comfort
comfortable compact compare compared comparing comparison confirm congratulations connectivity cons consider considering contact convenience
convenient cool correct cost costs curious currently decent deciding decision delighted delivery depending description design designed details
difference differences difficult display drawback drawbacks durable easiest easy either else enjoy enough entry essential essentially everyday
exactly example excellent exciting extra fair fantastic fast faster favorite favourite feature features feel final finally fits flagship flexible
folks following fortunately found friend friendly full fully fun gentle gift giving glad good gotcha great handy happy hard heads-up heavier
heavy hello helpful here hey hi hidden high highest highlight highlights hmm honest honestly hopefully however huge idea ideal ideas important
impressive in-between indeed info information instead interested interesting into kind large larger largest later latest least length let lets
letting level light lighter lightest likewise limit little longer longest looking lovely low lower lowest main maximum meanwhile mid mid-range
middle minimal minimum model models modern moreover name nearest nearly neat next nice no none normally note noted notes nothing notice number
okay older one ones only option options order orders otherwise our ours overall overview pair perfect performance perhaps person pick picks plain
please plenty plus popular portable possible possibly powerful practical prefer preferred premium price prices pricing priorities priority pro
probably product products pros quality quick quickly quiet quieter quite range rating ratings ready real really reason reasons recap recommend
recommendation recommendations recommended regarding related reliable remember reply returns right robust runner runner-up safe same save savings
second see seems select selection sensible service several shall share short shorter shortlist should similar similarly simple simplest simply
since single size sizes slightly slim small smaller smallest smart smooth snug solid some soon sorry sounds source special specs spending splurge
standard standout start starting step stock straightforward strength strengths strong sturdy style suggest suggestion suggestions suitable suits
summary super superb sure surely sweet table take takeaway takeaways talk tell terrific test thank thanks that third this though three tight tip
tips together top total tough traveller tricky true truly two type typical typically ultra understandable understood unfortunately unlike until
upgrade upside use useful usually value verdict versatile versus very want warm warmly weakness weaknesses weight welcome well what whatever when
where whereas whether which while who why wide winner wise wish with without wonderful work works worry worth would wow yeah yep yes you your
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
usd cny rmb eur gbp hkd sgd jpy english chinese mandarin ok id faq pdf eta usa uk us eu am pm asap fyi diy btw ps tv tvs pc pcs ai hr vs est etc q a i e-mail email chat
first fourth fifth last once twice yours hers its it's i'm i'd i've i'll we're we'd we've we'll you're you'd you've you'll that's there's here's
let's what's who's don't can't won't isn't aren't doesn't didn't couldn't wouldn't shouldn't they're they've they'd he's she's
anything everything something nothing anyone everyone someone both each every all any few many most more much other others another such own
between among across along behind below beneath beside besides beyond despite during except inside near off onto outside over past per
through throughout under underneath unless up upon via within colour color colours colors brand brands option-a hope hoping love loving pop
checking check noting tldr tl;dr regards sincerely dear team assistant colleague colleagues human agent customer customers shop store`;

/** What counts as an ordinary English word in replies of one pack: never a product's name by itself. */
export interface OrdinaryWords {
  has(word: string): boolean;
  /** Pairs of Chinese characters that the pack's texts and wording hold. */
  hasHanPair(pair: string): boolean;
}

/** Learns the ordinary words from the pack's own prose: whatever stands there in lower case. */
export function createOrdinaryWords(pack: Pack, hanWording: Iterable<string>): OrdinaryWords {
  const words = new Set<string>([...USUAL.split(/\s+/), ...ENGLISH_STOP]);
  const pairs = new Set<string>();
  const learn = (text: string | undefined) => {
    if (text === undefined || text === '') return;
    const folded = foldUnicode(text);
    for (const [word] of folded.matchAll(/(?<![A-Za-z\d'-])[a-z]+(?:['-][a-z]+)*(?![A-Za-z\d])/g)) {
      words.add(word);
      words.add(stem(word));
      if (word.includes('-')) for (const part of word.split('-')) words.add(part);
    }
    for (const [run] of folded.matchAll(/[\u3400-\u9fff]+/g)) {
      for (let at = 0; at + 1 < run.length; at++) pairs.add(run.slice(at, at + 2));
    }
  };
  for (const variants of Object.values(en)) for (const sentence of variants) learn(sentence);
  for (const sentence of hanWording) learn(sentence);
  for (const { description, tags } of pack.products) {
    learn(description.en);
    learn(description.zh);
    for (const tag of tags) learn(tag);
  }
  for (const { question, answer, variants } of pack.faq) {
    for (const text of [question, answer, ...variants]) {
      learn(text.en);
      learn(text.zh);
    }
  }
  for (const { text, headingPath } of pack.sections) for (const one of [text, ...headingPath]) learn(one);
  for (const { name, synonyms } of [...pack.categories, ...pack.attributes, ...pack.colors]) {
    for (const text of [name.en?.toLowerCase(), name.zh, ...synonyms.map((word) => word.toLowerCase())]) learn(text);
  }
  for (const { values } of pack.attributes) {
    for (const { name, synonyms } of values) {
      for (const text of [name.en, name.zh, ...synonyms]) learn(text);
    }
  }
  return {
    has: (word) =>
      words.has(word) ||
      words.has(stem(word)) ||
      [/'s$/, /s$/, /(?:er|est)$/, /(?:r|st)$/, /(?:ier|iest)$/, /ness$/, /ly$/].some(
        (ending) => ending.test(word) && (words.has(word.replace(ending, '')) || words.has(word.replace(ending, 'y'))),
      ),
    hasHanPair: (pair) => pairs.has(pair),
  };
}
