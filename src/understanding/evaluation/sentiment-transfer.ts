import { loadSentimentClassifier } from '../models/built-in.ts';
import type { Datasets, SentimentRow } from '../models/datasets.ts';
import { readFeelings } from '../sentiment/feelings.ts';
import { scorePolarity, trainPolarity } from '../sentiment/polarity.ts';
import { examplesOf, polaritySettings } from '../sentiment/train-sentiment.ts';
import { accuracy, type EvaluationRow } from './evaluation-row.ts';
import { CLEAR, plainSvm } from './sentiment-baselines.ts';

interface Kind {
  name: string;
  language: 'en' | 'zh';
  holds: (set: string, text: string) => boolean;
}

const bySet = (name: string, pattern: RegExp): Kind => ({ name, language: 'en', holds: (set) => pattern.test(set) });
const byText = (name: string, pattern: RegExp): Kind => ({
  name,
  language: 'zh',
  holds: (set, text) => set.startsWith('zh-') && pattern.test(text),
});

/** The public sets' kinds of text: each is left out of training in turn, then measured on. The Chinese set is told apart by its words. */
const KINDS: Kind[] = [
  bySet('English goods', /amazon/),
  bySet('English films', /movies|imdb/),
  bySet('English tweets', /tweets/),
  bySet('English restaurants', /yelp/),
  byText('Chinese hotels', /酒店|房间|宾馆|入住|前台|客房|住了|早餐/),
  byText('Chinese computers', /笔记本|电脑|键盘|硬盘|内存|本本|显卡|机器|系统|屏|驱动|xp|vista|散热|本子/i),
  byText('Chinese books', /书|作者|小说|读|文章|内容|故事/),
];

/** How well sentiment carries over to a kind of text that training has not seen, beside a plain SVM trained on the same. */
export async function* evaluateTransfer(data: Datasets, split: string): AsyncGenerator<EvaluationRow> {
  const { lexicon } = loadSentimentClassifier();
  for (const { name, language, holds } of KINDS) {
    const rows = rowsOf(data, ['train', split], holds);
    if (rows.length === 0) continue;
    const settings = polaritySettings(language, lexicon);
    const polarity = trainPolarity(examplesOf(language, data, holds), settings);
    const svm = plainSvm(language, data, holds);
    const sign = (score: (text: string) => number) =>
      accuracy(rows.map(({ text, positive }) => score(text) > 0 === positive));
    yield {
      name: `${name}, left out of training: positive or negative`,
      ours: sign((text) => scorePolarity(text, readFeelings(text, lexicon), polarity).valence),
      ...(svm && { baseline: sign(svm) }),
      baselineName: 'plain linear SVM',
      unit: '%',
    };
  }
}

/** Different texts with a clear side. */
function rowsOf(data: Datasets, parts: string[], holds: Kind['holds']): { text: string; positive: boolean }[] {
  const found = new Map<string, boolean>();
  for (const part of parts) {
    for (const set of data.sets('sentiment', part)) {
      for (const row of data.sentiment(set, part)) {
        const valence = valenceOf(row);
        if (holds(set, row.text) && Math.abs(valence) > CLEAR) found.set(row.text, valence > 0);
      }
    }
  }
  return [...found].map(([text, positive]) => ({ text, positive }));
}

function valenceOf({ valence, sentiment }: SentimentRow): number {
  return valence ?? (sentiment === 'positive' ? 1 : sentiment === 'negative' ? -1 : 0);
}
