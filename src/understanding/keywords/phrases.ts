import { tagged } from '../text/segmenter.ts';
import { stem } from '../text/stem.ts';
import { CHINESE_STOP, ENGLISH_STOP } from './stop-words.ts';

/** A candidate key phrase of one text. */
export interface Phrase {
  /** As written, lower-case. */
  text: string;
  /** Same for "battery" and "batteries". */
  key: string;
  /** Words in it. */
  length: number;
  /** Offset in the text's words, for ties. */
  at: number;
}

const RUN =
  /[\u3400-\u9fff]+(?:[a-z\d]+[\u3400-\u9fff]+)*|[a-z\d][a-z\d'’-]*(?:\.\d+)?(?: +[a-z\d][a-z\d'’-]*(?:\.\d+)?)*/g;
const HAN = /[\u3400-\u9fff]/;
const MOST_WORDS = 3;
const ADVERB = /ly$/;
/** jieba's tags of what things are called: nouns, verbal nouns, names, letters. */
const NOUN = /^(?:n|nz|ns|nt|ng|vn|an|eng|j|l|i|nr|nrt)$/;
/** Verbs to jieba that name a thing in a review. */
const NOUN_LIKE = new Set(
  '快递 包装 拍照 降噪 充电 发热 续航 售后 退款 退货 换货 发货 物流 配送 安装 服务 设计 保修 投诉 显示 散热 待机 通话 定位 清洁 防水 快充 卡顿 破损 闪退 漏水 异响 掉色 起球 做工 触感 画质 手感'.split(
    ' ',
  ),
);
const LONGEST_READ = 20_000;

/** Runs of noun-like words of a text in both languages (as RAKE, Rose et al. 2010: split at stop words and punctuation). */
export function phrasesOf(text: string): Phrase[] {
  const phrases: Phrase[] = [];
  let at = 0;
  for (const [run] of text.slice(0, LONGEST_READ).toLowerCase().matchAll(RUN)) {
    const found = HAN.test(run) ? chinesePhrases(run) : englishPhrases(run);
    for (const words of found) {
      const joined = HAN.test(run) ? words.join('') : words.join(' ');
      phrases.push({ text: joined, key: words.map(stem).join(' '), length: words.length, at: at++ });
    }
  }
  return phrases;
}

function englishPhrases(run: string): string[][] {
  const phrases: string[][] = [];
  let current: string[] = [];
  const close = () => {
    if (current.length > 0) phrases.push(current.slice(-MOST_WORDS));
    current = [];
  };
  for (const word of run.split(' ')) {
    const plain = word.replace(/['’]s$|['’-]+$/, '').replaceAll('’', "'");
    if (plain.length < 2 || /^\d+(?:\.\d+)?$/.test(plain) || ENGLISH_STOP.has(plain) || ADVERB.test(plain)) close();
    else current.push(plain);
  }
  close();
  return phrases;
}

function chinesePhrases(run: string): string[][] {
  const phrases: string[][] = [];
  let current: string[] = [];
  const close = () => {
    if (current.length > 1 || (current[0]?.length ?? 0) > 1) phrases.push(current.slice(-MOST_WORDS));
    current = [];
  };
  for (const { word, tag } of tagged(run)) {
    if ((NOUN.test(tag) || NOUN_LIKE.has(word)) && !CHINESE_STOP.has(word) && !/^\d+$/.test(word)) {
      current.push(word);
      if (current.join('').length >= 6) close();
    } else close();
  }
  close();
  return phrases;
}
