import { type Mention, termOf } from './mentions.ts';

/** Words that say the next thing is what the wanted one is used with or given as, not the wanted one. */
const SIDE_BEFORE =
  /(?:\b(?:for|with|without|to|into|from|via|my|your|his|her|our|their|fits?|of|than|like|as|beside|next to|charge|charges|charging|connects? to|compatible with|works? with|instead of|own|already have|have an?|got an?|(?:my|old|broken) (?:new|old|current|broken|dead))\s+(?:(?:a|an|the|my|your|his|her|our|old|new|good|great|nice|big|best|current|existing|decent|better|really|very)\s+){0,3}|(?:给|配(?!一?个)|搭配|连接?|适合|适配|兼容|支持|用于|用在|装在|放在|放|带|有|我的|我家的?|家里的?|老|旧|和|跟|比|当|当做|当作|作为|做|从|为|替|接|插|充|换掉|送|礼物)(?:我的?|个|一个|了|新|好的?|旧|老)*)$/;
const WANTED_BEFORE =
  /(?:\b(?:want|need|buy|get|looking for|look for|find|search(?:ing)? for|recommend|suggest|show|show me|interested in|after|shopping for|in the market for|wanna buy|order|purchase|see|browse|any|cheap|some|which|what|best|about|prefer)\s+(?:(?:me|a|an|the|some|any|new|good|great|nice|cheap|best|pair of|set of|couple of|few|decent|another|different|kind of|of|your|you|sell|have|for)\s+){0,4}|(?:想买|要买|买|配一?|想要|要|来|看看|看|找|推荐|求|换|入手|入|搞|有没有|有啥|有什么|需要|选|挑|整|卖)(?:个|一个|台|一台|部|一部|款|一款|点|一些|些|几款|几个|副|一副|条|双|新|好|好的|下|一下|一只|只|什么|的){0,3})$/;
const CORRECTION =
  /(?:\bno,|\bactually\b|\bsorry\b|\bi meant?\b|\brather\b|\binstead\b|不对|算了|还是(?!有)|改成|改为|换成|说错了|不,|不，)[^.!?。！？]{0,24}$/;
const TRAIT_BEFORE = /\b(?:be|is|are|it['’]?s|very|too|so|as|really|quite|super|pretty|and|something|rather|more)\s+$/i;
const USED_FOR =
  /^\s*(?:用的?|专用|上用|里用|配套|适用|坏了|丢了|没电|旧了|太旧|不行了|broke|broken|is (?:broken|dead|dying|old|too old|slow)|died|stopped|was stolen|got stolen)/;
const CLAUSE = /[,，.。;；!！?？\n]|\b(?:and|but|because|so|or)\b|和|或|跟|还是|但|因为|所以|送|给/;

/** Things for a thing: "phone stand" and 手机膜 are no phones, though the vocabulary may lack them. */
const ACCESSORY_AFTER =
  /^(?:[ -](?:stands?|holders?|sleeves?|pads?|mats?|mounts?|straps?|covers?|screen protectors?|adapters?|batter(?:y|ies)|lens(?:es)?|brackets?|accessor(?:y|ies)|parts?|remotes?|skins?|stickers?|lids?|tripods?|docks?|chargers?|cases?|bags?|numbers?|calls?|plans?)\b|(?:专用)?(?:包(?!邮)|壳|膜|套(?!餐|装)|架|支架|袋|垫|贴(?!心)|柜|罩|配件|保护|屏幕|电池(?![好大续耐]|容|要|\d)|遥控|镜头|卡(?!不|顿)|座(?!舱)|号码?))/;

export interface CategoryChoice {
  /** What is wanted. */
  id: string | undefined;
  /** Plainly asked for, as it is spelt: neither what the wanted thing is for nor a part of its name. */
  sure: boolean;
  /** Mentions of what the wanted thing is for: their brands are not asked for. */
  aside: readonly Mention[];
}

/** The category the customer wants, when several are named: "a charger for my phone" wants a charger. */
export function chooseCategory(text: string, mentions: readonly Mention[]): CategoryChoice {
  const named = mentions.filter((mention) => !mention.negated && termOf(mention, 'category'));
  const wanted = named.filter(
    ({ start, end }) =>
      !ACCESSORY_AFTER.test(text.slice(end, end + 18)) &&
      !isTrait(text.slice(0, start), text.slice(start, end), text.slice(end)),
  );
  if (wanted.length === 0) return { id: undefined, sure: false, aside: named };
  let best = wanted[0]!;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [at, mention] of wanted.entries()) {
    const score = scoreOf(text, mention, wanted[at + 1]) - at * 0.01;
    if (score > bestScore) {
      best = mention;
      bestScore = score;
    }
  }
  return {
    id: termOf(best, 'category')!.id,
    sure: bestScore > -0.5 && !best.fuzzy,
    aside: named.filter((mention) => mention !== best && isAside(text, mention)),
  };
}

/** "It should be light", "for uni, light, under 1.5kg": the word tells how a thing is, and names none. */
function isTrait(before: string, word: string, after: string): boolean {
  if (!/^lights?$/i.test(word)) return false;
  return (
    TRAIT_BEFORE.test(before) ||
    (word === 'light' && (/[,，]\s*$/.test(before) || /^\s*(?:,|enough|weight)/.test(after)))
  );
}

function isAside(text: string, mention: Mention): boolean {
  return (
    SIDE_BEFORE.test(text.slice(Math.max(0, mention.start - 48), mention.start)) ||
    USED_FOR.test(text.slice(mention.end, mention.end + 20))
  );
}

function scoreOf(text: string, mention: Mention, next: Mention | undefined): number {
  const before = text.slice(Math.max(0, mention.start - 48), mention.start);
  let score = 0;
  if (SIDE_BEFORE.test(before)) score -= 2;
  if (WANTED_BEFORE.test(before)) score += 1;
  if (CORRECTION.test(before)) score += 3;
  if (USED_FOR.test(text.slice(mention.end, mention.end + 20))) score -= 3;
  if (mention.fuzzy) score -= 0.5;
  if (next && isModifier(text.slice(mention.end, next.start))) score -= 2.5;
  return score;
}

/** The head of a compound is its last word: "laptop bag", "手机充电器", "拍照好的手机". */
function isModifier(gap: string): boolean {
  if (/^[\s-]?$/.test(gap)) return true;
  return /^[\u4e00-\u9fff]{0,8}的[\u4e00-\u9fff]{0,4}$/.test(gap) && !CLAUSE.test(gap);
}
