import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Brief } from '../../src/replies/brief.ts';
import * as actual from '../../src/replies/built-in/writer.ts';
import { evidenceOfBriefs } from '../../src/replies/grounding/evidence.ts';
import { createTextGrounding } from '../../src/replies/grounding/text-grounding.ts';
import type { Reply } from '../../src/replies/reply.ts';
import type { TestBot } from '../support/bot.ts';

const written: { brief: Brief; reply: Reply }[] = [];
jest.unstable_mockModule('../../src/replies/built-in/writer.ts', () => ({
  createBuiltInWriter(options: Parameters<typeof actual.createBuiltInWriter>[0]): actual.BuiltInWriter {
    const writer = actual.createBuiltInWriter(options);
    return {
      write(brief, context) {
        const reply = writer.write(brief, context);
        written.push({ brief, reply });
        return reply;
      },
    };
  },
}));
const { startTestBot } = await import('../support/bot.ts');

const SAID: Record<string, readonly string[]> = {
  shop: [
    'hi',
    'headphones under $200',
    'cheaper',
    'compare the first two',
    'is the first one in stock?',
    'a laptop for university, 16gb ram',
    'how long do I have to return something?',
    'where is my order HH-100234',
    'order HH-100211',
    'order HH-999999',
    'I want to talk to a person',
    'what do you know about me?',
    'why do I see this?',
    'phone with 5g under 300',
    'what does the TH-N500 cost',
    'tell me about the Feather 14',
    'how long does delivery take',
    'this is terrible, my parcel never arrived!',
    'do you sell sofas',
    'reduced robot vacuums',
    'I don’t like Xingpu',
    'delete my data',
    'stop advertising',
    'thanks',
    'a gift for my wife around 50 dollars',
    'more',
    '3000 yuan laptop',
    '你好',
    '200美元以内的耳机',
    '便宜一点的',
    '对比前两款',
    '退货要几天',
    '订单HH-100242到哪了',
    '给学生用的手机',
    '阔凡 Feather 14 多少钱',
    '保修多久',
    '你们太差了，东西是坏的！',
    '转人工',
    '有没有降价的扫地机器人',
    '送女朋友的礼物，50美元左右',
    '运费多少',
    '第一款有货吗',
  ],
  finance: [
    'I need an account',
    'a fund for three years',
    'low risk fund',
    'compare the first two',
    'car loan for an electric car',
    'deposit rates',
    'lost my card',
    'what is the fee of the Tern Miles Card',
    'where is my application QB-30417',
    'how much can I borrow with the flexi loan',
    'is the money safe',
    '我想存定期',
    '推荐一只基金',
    '低风险的',
    '信用卡年费多少',
    '房贷利率',
    '卡丢了',
    '岚易贷最多能借多少',
    '申请QB-30395到哪了',
    '便宜一点的',
  ],
  travel: [
    'city trip in November under 1500',
    'cheaper',
    'compare the first two',
    'hotel in Hoi An',
    'a cruise',
    'how much is the deposit',
    'booking DW-7655',
    'can I cancel',
    'trip with kids to the beach',
    'tell me about Lanterns and Lanes of Kyoto',
    'visa refused',
    'luggage',
    '带爸妈去暖和的地方',
    '便宜一点的',
    '1500美元以内的海岛',
    '定金多少',
    '订单DW-7671',
    '蜜月',
    '取消要收费吗',
    '京都的行程多少钱',
  ],
};

const NEW_CUSTOMER = /^(?:hi|你好|I need an account|我想存定期|city trip|带爸妈)/;

describe.each(['shop', 'finance', 'travel'])('the built-in replies of %s', (id) => {
  let started: TestBot;
  beforeAll(async () => {
    started = await startTestBot(id);
  }, 120_000);
  afterAll(() => started.close());

  test('pass the check of free text, each against its own brief', async () => {
    const grounding = createTextGrounding({ pack: started.bot.pack });
    const objections: string[] = [];
    let customer = started.customer();
    for (const said of SAID[id]) {
      if (NEW_CUSTOMER.test(said)) customer = started.customer();
      written.length = 0;
      await customer.say(said);
      expect(written.length).toBeGreaterThan(0);
      for (const { brief, reply } of written) {
        const evidence = { ...evidenceOfBriefs([brief], reply.language, started.bot.pack), customerMessage: said };
        const found = grounding.check(reply.text, evidence, reply.language);
        objections.push(
          ...found.map(({ kind, text }) => `${said} -> ${reply.text.slice(0, 300)}\n    ${kind}: ${text}`),
        );
      }
    }
    expect(objections).toEqual([]);
  }, 120_000);
});
