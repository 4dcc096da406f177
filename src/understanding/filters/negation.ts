import { isCharge } from './charges.ts';
import { type Mention, termOf } from './mentions.ts';

/** Words before something unwanted. A cue reaches over fillers to the next phrase of the vocabulary, and over lists. */
const ENGLISH_BEFORE =
  /\b(?:(?:do|does|did|would|could|can|will|should|is|are|am|was|must|wo)(?:n['’]?t| not)|cannot|not(?! only| just| necessarily| sure| really sure)|no(?!,)(?! matter| problem| preference| idea| worries| longer| more than| less than)|never|without|except(?: for)?|excluding|exclude|excl|anything but|everything but|all but|(?:any|every|all)(?: [a-z]+){0,2} but|other than|apart from|aside from|besides|avoid(?:ing)?|hate|dislike|despise|can['’]?t stand|sick of|tired of|done with|through with|allergic to|fed up with|stay(?:ing)? away from|steer clear of|neither|(?<=\b(?:rather|prefer)\b[^.!?]{0,40})(?:than|over)|instead of|rather than|nothing from|nothing by|nothing|none of|anti|minus|skip|lose|ditch|forget(?: about)?|enough (?:of|with)|never ?mind)(?![a-z])/g;
const CHINESE_BEFORE =
  /(?<!要)不要(?!超|太|高于|低于|大于|小于|多于|少于|贵于)|(?<!想)不想要?|不想?买|不太?(?:喜欢|想要?|想买|爱)|不喜欢|不爱|不去|不考虑|不看|不选|不推荐|不能(?:是|要|有)|不碰|(?<!是)不是|不(?:带|含|支持|需要|用)|(?:千万)?(?<![特级区性分个类告送识鉴判])别(?!的|人|墅|名|处|样|克)(?:再)?|除了|除开|除去|除(?![菌湿螨尘臭味霜毛垢夕非法])(?=[\u4e00-\u9fffa-z])|排除|拒绝|讨厌|避开|绕开|去掉|(?<!有)没有|(?<![有全])无(?!所谓|论|需|线|绳|叶|人|边)|反感|谢绝|(?<![除莫是绝并])非(?!常|要|得)|而不是|比起|相比(?:于|之下)?|相较于|与其(?:说|买|选)?|受够了|(?<!麻)烦/g;
/** Words after something unwanted: "苹果的不要", "Samsung is out". */
const AFTER =
  /^\s*(?:的|牌|家的?|系列|这个|这种|那种|手机|品牌|牌子|颜色|色|款|之类的?)*(?:也|都|就|我|一律|统统|全|通通|坚决|绝对|真的|可)*(?:不要(?!超|太|高于|低于|大于|小于|多于|少于|贵)|不考虑|除外|以外|之外|就?算了|免了|免谈|不行|不喜欢|pass|不看|不用了|不需要|先不|不想要|不想买|不买|别来|别推荐|别给我|跳过|排除|不用看|用腻了|穿不了|用不了|受不了|过敏|out)|^\s*(?:phones?|laptops?|ones?|products?|stuff|brand)?\s*(?:is|are|was|were)\s+(?:not (?:an option|for me|wanted|what|ok|acceptable|good)|out\b|excluded|off the (?:table|list)|a no(?:-| )?go|no good|overpriced|banned)|^\s*(?:is|are)n['’]?t (?:an option|for me|wanted|what)|^\s*excluded\b|^\s(?:no|nope|nah)(?=\s*(?:[,.!;]|$))/;
const AFTER_ONLY = /以外|之外|除外|算了|免了|免谈|不行|pass|腻|不了|过敏|out|excluded|is|are/;
const FILLER_ENGLISH =
  /^(?:[\s"'“”()*]|\b[a-z]+ (?:brands?|products?|stuff|models?) (?:like|such as)\b|\b(?:want|need(?! to)|like|prefer|buy|buying|get|getting|have(?! to)|see|show|showing|show me|give|give me|me|recommend|recommend(?:ing)?|suggest|want to (?:buy|see|get|have)|wanna|a|an|the|any|some|anything|something|stuff|things?|ones?|products?|brands?|from|by|in|of|with|made by|made in|called|more|another|that|thats|that's|which|it|is|are|be|please|to be|going for|go for|going with|go with|interested in|looking for|fan of|a fan of|colou?red|colou?rs?|type|kind|too many|into|do|wear|use|using|used to|really|very|much|particularly|especially|those|these|even|again|anymore|ever)\b)*$/;
const FILLER_CHINESE =
  /^(?:给我|再给我|向我|推荐|推|来|买|要|想要|想|的|任何|那种|这种|那些|这些|什么|牌子|品牌|颜色|颜色的|色|是|再|了|看|看到|用|选|有|带|含|其他|考虑|说|拿|发|提|介绍|卖|款|型号|系列|产品|东西|任意|那个|这个|我|把|和|跟|过|到|太|很|\s|"|“|”|：|:|功能|功能的|手机)*$/;
const LINK =
  /^\s*(?:,|，|、|\/|&|or|and|nor|or even|and also|和|跟|与|或|或者|还是|以及|还有|及|,\s*(?:or|and|nor)|的?(?:和|跟|与|或|或者|、))\s*/;
const SURE_LINK = /or|and|nor|和|跟|与|或|以及|还有|及|、|\/|&/;
const LIST_FILLER = /^(?:\s|的|any|the|a|an|from|by|in|colou?r|色|牌|款)*$/;
const WANTED_AFTER =
  /^\s*(?:的|色|款|牌)*\s*(?:(?:也|就|倒|都)?(?:可以|行|还行|不错|好|优先|最好|ok|吧)|(?:is|are|would be|works?|sounds?)\s*(?:fine|ok|okay|good|great|better|nice|best)?|preferred|instead|please)/;
const WANTED_BEFORE = /(?:要|想要|只要|就要|换|来个|prefer|want|but|only|just|show me)\s*$/;
const LONGEST_GAP = 40;

/** Marks the mentions that the text says are not wanted. */
export function markNegations(text: string, mentions: readonly Mention[]): void {
  if (mentions.length === 0) return;
  // 不含机票, where 含机票 is a name.
  for (const mention of mentions)
    if (/[不没无]$/.test(text.slice(0, mention.start)) && /^[含带有包支]/.test(text.slice(mention.start)))
      mention.negated = true;
  for (const cue of [...text.matchAll(ENGLISH_BEFORE), ...text.matchAll(CHINESE_BEFORE)]) {
    if (isAffirmative(text, cue.index, cue[0])) continue;
    negateForward(text, mentions, cue.index + cue[0].length);
  }
  for (const [at, mention] of mentions.entries()) {
    if (mention.negated) continue;
    const before = mentions[at - 1];
    // "索尼的电视不要", "苹果手机除外": the brand is refused, not the kind of thing.
    if (
      termOf(mention, 'category') &&
      before &&
      isSort(before) &&
      /^的?\s?$/.test(text.slice(before.end, mention.start))
    )
      continue;
    const thing = mentions[at + 1];
    const named =
      thing && isSort(mention) && termOf(thing, 'category') && /^的?\s?$/.test(text.slice(mention.end, thing.start));
    const from = named ? thing.end : mention.end;
    const after = AFTER.exec(text.slice(from, from + 32));
    if (!after) continue;
    // "要小米不要苹果": the cue belongs to what follows it.
    const next = mentions[named ? at + 2 : at + 1];
    const end = from + after[0].length;
    if (
      !AFTER_ONLY.test(after[0]) &&
      next &&
      (sameKind(mention, next) || termOf(mention, 'category')) &&
      next.start - end < LONGEST_GAP &&
      isFiller(text.slice(end, next.start))
    )
      continue;
    negateBackward(text, mentions, at);
  }
}

/** "有没有苹果", "要不要黑色", "why not Apple", "don't mind": no refusal. */
function isAffirmative(text: string, at: number, cue: string): boolean {
  const before = text.slice(Math.max(0, at - 8), at);
  const after = text.slice(at + cue.length, at + cue.length + 14);
  return /(?:why |nothing |if |or )$/.test(before) && /^(?:not|but|no)/.test(cue)
    ? true
    : /^\s*(?:mind|care|matter|you (?:have|sell|recommend|show|carry|stock|got)|we|forget)\b|^\s*(?:错|过|限|管|论|介意|光|仅|只)/.test(
        after,
      ) ||
        (cue === '没有' && /(?:有|还)$/.test(before));
}

function isFiller(gap: string): boolean {
  return gap.length <= LONGEST_GAP && (FILLER_ENGLISH.test(gap) || FILLER_CHINESE.test(gap));
}

function negateForward(text: string, mentions: readonly Mention[], from: number): void {
  let at = mentions.findIndex((mention) => mention.start >= from);
  const first = mentions[at];
  if (!first || !isFiller(text.slice(from, first.start))) return;
  first.negated = true;
  const chain: { mention: Mention; sure: boolean }[] = [];
  let previous = first;
  for (at++; at < mentions.length; at++) {
    const next = mentions[at]!;
    const gap = text.slice(previous.end, next.start);
    if (gap.length > LONGEST_GAP) break;
    // "not a black Apple phone": what follows directly belongs to the same refusal.
    if (/^(?:\s|的|色|牌|款)*$/.test(gap) && !sameKind(previous, next)) {
      if (termOf(next, 'category')) keepCategory(next, previous);
      else if (/^\s*$/.test(gap) && chain.length === 0 && isLook(next) && isLook(previous)) next.negated = true;
      previous = next;
      continue;
    }
    // "不要惠普戴尔": names that touch are a list.
    if (gap === '' && sameKind(first, next)) {
      chain.push({ mention: next, sure: true });
      previous = next;
      continue;
    }
    const link = LINK.exec(gap.replace(/^(?:\s|的|色|牌|款)+/, ''));
    if (!link || !sameKind(first, next)) break;
    // "No annual fee and lounge access" wants the lounge.
    if (namesCharge(first) && !namesCharge(next) && !/or/.test(link[0])) break;
    const rest = gap.replace(/^(?:\s|的|色|牌|款)+/, '').slice(link[0].length);
    // "No plastic, a steel or glass one": an article begins anew.
    if (/^[,，]/.test(link[0]) && /^an?\b/.test(rest)) break;
    if (!LIST_FILLER.test(rest) || WANTED_BEFORE.test(gap)) break;
    if (WANTED_AFTER.test(text.slice(next.end, next.end + 16)) && !SURE_LINK.test(link[0])) break;
    chain.push({ mention: next, sure: SURE_LINK.test(link[0]) });
    previous = next;
  }
  // "not red, blue" corrects; "not red, blue or green" and "不要红的，蓝的，绿的" list.
  if (chain.length >= 2 || chain.some((one) => one.sure)) for (const { mention } of chain) mention.negated = true;
}

/** A refused "Apple phone" still asks for phones, and so does a refused sort of them; a refused "phone" does not. */
function keepCategory(category: Mention, previous: Mention): void {
  const before = termOf(previous, 'category');
  category.negated = before !== undefined && before.id !== termOf(category, 'category')!.id;
}

function negateBackward(text: string, mentions: readonly Mention[], last: number): void {
  const final = mentions[last]!;
  final.negated = true;
  for (let at = last - 1; at >= 0; at--) {
    const before = mentions[at]!;
    const gap = text.slice(before.end, mentions[at + 1]!.start);
    if (
      gap.length > 6 ||
      !(sameKind(before, final) && sameValues(before, final)) ||
      !/^(?:的|色|牌)?\s*(?:和|跟|与|、|或|及|以及|and|or|&)?\s*$/.test(gap)
    )
      return;
    before.negated = true;
  }
}

/** Brand and colour: "no black Samsung". */
function isLook(mention: Mention): boolean {
  return mention.terms.some((term) => term.kind === 'brand' || term.kind === 'color');
}

/** What may stand before a kind of goods and say which: a look or a value. */
const isSort = (mention: Mention): boolean => isLook(mention) || mention.terms.some(({ kind }) => kind === 'value');

/** Not values of different attributes: "surfing, Bali excluded". */
function sameValues(a: Mention, b: Mention): boolean {
  const [one, other] = [termOf(a, 'value'), termOf(b, 'value')];
  return !one || !other || one.attribute?.id === other.attribute?.id;
}

function sameKind(a: Mention, b: Mention): boolean {
  return a.terms.some((term) =>
    b.terms.some((other) => other.kind === term.kind || (isTrait(term.kind) && isTrait(other.kind))),
  );
}

const namesCharge = (mention: Mention) => mention.terms.some((term) => isCharge(term.attribute));

const isTrait = (kind: string) => kind === 'attribute' || kind === 'value';
