import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { type Line, playDialogue } from '../support/dialogue.ts';

let shop: TestBot;

beforeAll(async () => {
  shop = await startTestBot('shop');
}, 180_000);

afterAll(() => shop.close());

const NOT_UNDERSTOOD = {
  en: /not sure I understood|not certain what you mean|beyond what I can help/,
  zh: /没太明白|不太确定您的意思|帮不上忙/,
};
const understood = { saysNot: NOT_UNDERSTOOD };
const welcome = { en: /welcome|pleasure|anything else/i, zh: /不客气|应该的/ };
const okay = { en: /all right|fine\./i, zh: /好的/ };
const noHurry = { en: /take your time|no hurry|think it over/i, zh: /考虑|不着急|先想想/ };
const sorry = { en: /sorry/i, zh: /抱歉|对不起|不好意思/ };

const BUDGET: Line[] = [
  { en: 'hello', zh: '你好', route: 'smalltalk', says: { en: /Harbour & Hill/, zh: /港山优选/ } },
  { en: "I'm looking for a phone", zh: '想买个手机', kind: 'phone' },
  { en: 'under 300', zh: '300美元以内', kind: 'phone', under: 300 },
  { en: 'something cheaper?', zh: '有更便宜的吗', kind: 'phone', under: 299 },
  {
    en: 'how much storage does the second one have',
    zh: '第二个存储多大',
    route: 'product_question',
    says: { en: /GB/, zh: /GB/ },
  },
  { en: 'and is it in stock?', zh: '它有货吗', route: 'product_question', says: { en: /in stock/, zh: /有货/ } },
  {
    en: 'how long does delivery take?',
    zh: '几天能送到',
    route: 'answer',
    says: { en: /2 to 4 working days/, zh: /2–4 个工作日/ },
  },
  { en: 'ok, I could spend 500 after all', zh: '其实500美元以内也可以', kind: 'phone', under: 500 },
  { en: 'not Xingpu', zh: '不要星圃的', kind: 'phone', under: 500, brandNot: 'Xingpu' },
  { en: 'in black please', zh: '要黑色的', kind: 'phone', under: 500, color: 'black', brandNot: 'Xingpu' },
  { en: 'show me more', zh: '还有别的吗', brandNot: 'Xingpu', ...understood },
  { en: 'compare the first two', zh: '对比一下前两个', route: 'compare', table: true },
  { en: 'which one is cheaper?', zh: '哪个便宜', ...understood },
  { en: 'any colour is fine', zh: '颜色无所谓', kind: 'phone', under: 500, brandNot: 'Xingpu' },
  { en: 'price does not matter', zh: '预算不限', kind: 'phone', brandNot: 'Xingpu' },
  { en: 'best rated please', zh: '评分最高的', kind: 'phone', brandNot: 'Xingpu' },
  { en: 'let me sleep on it', zh: '我再想想', route: 'smalltalk', goods: false, says: noHurry },
  {
    en: "ok, I'll take the first one",
    zh: '好，就要第一个吧',
    route: 'product_question',
    says: { en: /basket/, zh: /购物车/ },
  },
  { en: 'thanks!', zh: '谢谢', route: 'smalltalk', says: welcome },
  { en: 'bye', zh: '再见', route: 'smalltalk', goods: false },
];

const SUBJECTS: Line[] = [
  { en: 'I need headphones for the train', zh: '想买头戴式耳机，坐地铁用', kind: ['headphones', 'earbuds'] },
  { en: 'with noise cancelling, under 200', zh: '要降噪的，200美元以内', under: 200, has: ['anc', true] },
  { en: 'black ones', zh: '黑色的', under: 200, has: ['anc', true], color: 'black' },
  { en: 'I also need a kettle', zh: '再看看电热水壶', kind: 'kettle' },
  { en: 'under 50', zh: '50美元以下', kind: 'kettle', under: 50 },
  { en: 'is the first one loud?', zh: '第一个吵不吵', route: 'product_question' },
  {
    en: 'can I return it if I do not like it?',
    zh: '不喜欢能退吗',
    route: 'answer',
    says: { en: /30 days/, zh: /30 天/ },
  },
  { en: 'cheaper ones?', zh: '还有便宜点的吗', route: 'recommend', ...understood },
  { en: 'and a desk lamp', zh: '还要一个台灯', kind: 'lamp' },
  {
    en: 'what do people say about the second one?',
    zh: '第二个口碑怎么样',
    route: 'product_question',
    says: { en: /rate|rating/, zh: /评分/ },
  },
  { en: 'how much does it cost?', zh: '它多少钱', route: 'product_question', says: { en: /\$\d/, zh: /\$\d/ } },
  { en: 'start over', zh: '重新来', says: { en: /from the start/, zh: /重新来/ }, goods: false },
  { en: 'a gift for my girlfriend, around 60', zh: '送女朋友的礼物，60美元左右', route: 'recommend', goods: true },
  {
    en: 'no candles',
    zh: '不要香薰',
    route: 'recommend',
    check: ({ reply }) =>
      /candle|香薰蜡烛/.test(JSON.stringify(reply?.products ?? [])) ? 'shows a candle' : undefined,
  },
  { en: 'can you wrap it as a gift?', zh: '能包装成礼物吗', says: { en: /\$4/, zh: /4 美元/ } },
  { en: 'what about a smartwatch for her', zh: '智能手表呢', kind: 'smartwatch' },
  { en: 'not over 170', zh: '不超过170美元', kind: 'smartwatch', under: 170 },
  { en: 'can she swim with the first one?', zh: '第一个能戴着游泳吗', route: 'product_question' },
  { en: 'need to ask my sister first', zh: '我跟家里商量一下', route: 'smalltalk', goods: false, says: noHurry },
  { en: 'thank you, very helpful', zh: '谢谢你，很有帮助', route: 'smalltalk', says: welcome },
];

const ORDERS: Line[] = [
  { en: 'hi', zh: '在吗', route: 'smalltalk' },
  { en: 'where is my order?', zh: '我的订单到哪了', route: 'order_status', says: { en: /order number/, zh: /订单号/ } },
  {
    en: 'HH-100241',
    zh: 'HH-100241',
    route: 'order_status',
    says: { en: /HH-100241.*on its way|HH-100241/s, zh: /HH-100241/ },
  },
  { en: 'great, thanks', zh: '好的谢谢', route: 'smalltalk', says: welcome },
  { en: 'and my other parcel?', zh: '另一个包裹呢', ...understood },
  { en: 'number: HH-100226', zh: '单号是HH-100226', route: 'order_status', says: { en: /HH-100226/, zh: /HH-100226/ } },
  {
    en: 'HH-999999',
    zh: 'HH-999999',
    route: 'order_status',
    says: { en: /can’t find|no order|HH-999999/, zh: /没有查到/ },
  },
  { en: "I can't find the email", zh: '邮件找不到了', ...understood },
  { en: 'has my order shipped yet', zh: '请问发货了吗', route: 'order_status' },
  {
    en: "I don't have the number",
    zh: '没有单号，怎么办',
    route: 'order_status',
    says: { en: /colleague/, zh: /同事/ },
    button: 'human',
  },
  { en: 'yes', zh: '好的', route: 'handoff', handoff: true },
  { en: "ok, I'll wait", zh: '行，我等着', route: 'smalltalk', says: okay },
  {
    en: 'can I change the delivery address?',
    zh: '地址填错了能改吗',
    route: ['answer', 'clarify'],
    says: { en: /Account > Orders > Address/, zh: /地址/ },
  },
  { en: 'how do I cancel an order', zh: '订单可以取消吗', route: 'answer', says: { en: /packing/, zh: /打包/ } },
  {
    en: 'when do I get my money after a return?',
    zh: '退货以后多久退钱',
    route: 'answer',
    says: { en: /5 working days/, zh: /5 个工作日/ },
  },
  {
    en: 'who pays for the return?',
    zh: '退货运费谁出',
    route: ['answer', 'clarify'],
    says: { en: /free label/, zh: /免费运单/ },
  },
  { en: 'can my neighbour take the parcel', zh: '邻居能代收吗', says: { en: /neighbour/, zh: /邻居/ } },
  {
    en: 'do you ship to Austria?',
    zh: '能寄到奥地利吗',
    route: 'answer',
    says: { en: /28 countries/, zh: /28 个国家/ },
  },
  { en: 'perfect', zh: '明白了', route: 'smalltalk', goods: false },
  { en: 'bye', zh: '拜拜', route: 'smalltalk' },
];

const COMPLAINT: Line[] = [
  { en: 'I want a vacuum cleaner', zh: '想买吸尘器', kind: ['vacuum', 'robotvacuum'] },
  {
    en: 'my kettle stopped working after two weeks',
    zh: '之前买的水壶用了两个星期就坏了',
    route: 'complaint',
    goods: false,
    says: sorry,
    button: 'handoff:yes',
  },
  { en: 'no thanks', zh: '不用了', route: 'smalltalk', goods: false, handoff: false },
  { en: 'can I send it back?', zh: '可以退货吗', route: 'answer', goods: false },
  {
    en: 'This is ridiculous!! nobody answers my mails, worst shop ever',
    zh: '太过分了！！邮件没人回，你们就是骗子！',
    route: 'complaint',
    goods: false,
    says: sorry,
    button: 'handoff:yes',
  },
  {
    en: 'do you just want to sell me a new phone?!! unbelievable, scam!!',
    zh: '还想让我买新手机？！！你们这群骗子！',
    route: 'complaint',
    goods: false,
  },
  { en: 'I want my money back', zh: '把钱退给我！', goods: false },
  { en: 'so? is anybody going to help me?', zh: '到底有没有人管啊', goods: false },
  { en: 'get me a person', zh: '转人工', route: 'handoff', handoff: true, goods: false },
  { en: 'ok. thank you', zh: '好吧，谢谢', route: 'smalltalk', goods: false },
  {
    en: 'how long does a repair take?',
    zh: '维修要多久',
    route: ['answer', 'product_question'],
    says: { en: /10 working days/, zh: /10/ },
  },
  { en: 'ok, that works', zh: '行', goods: false },
  { en: 'then show me kettles', zh: '那看看水壶吧', kind: 'kettle' },
  { en: 'one with good ratings', zh: '评分高一点的', kind: 'kettle' },
  { en: 'the first one, how long is the warranty?', zh: '第一个质保几年', says: { en: /two years/i, zh: /两年/ } },
  { en: 'not the Hearthollow ones', zh: '不要炉谷的', kind: 'kettle', brandNot: 'Hearthollow' },
  { en: 'you sent me the wrong colour last time', zh: '上次颜色发错了', route: 'complaint', goods: false, says: sorry },
  { en: 'no', zh: '不用', route: 'smalltalk', goods: false },
  { en: 'forget it', zh: '算了', route: 'smalltalk', goods: false, says: okay },
  { en: 'bye', zh: '再见', route: 'smalltalk', goods: false },
];

const COMPARING: Line[] = [
  { en: 'recommend a laptop for university', zh: '推荐个上大学用的笔记本电脑', kind: ['laptop', 'gaminglaptop'] },
  { en: 'it should be light', zh: '要轻一点的', kind: ['laptop', 'gaminglaptop'] },
  { en: 'max 900 dollars', zh: '最多900美元', kind: ['laptop', 'gaminglaptop'], under: 900 },
  { en: 'compare these', zh: '对比这几款', route: 'compare', table: true },
  { en: 'how heavy is the first one?', zh: '第一个多重', route: 'product_question', says: { en: /\bg\b|kg/, zh: /g/ } },
  { en: 'and the second?', zh: '第二个呢', route: 'product_question' },
  {
    en: 'what is the difference between the first and the third',
    zh: '第一个和第三个有什么区别',
    route: 'compare',
    table: true,
  },
  { en: 'which has the longer battery life', zh: '哪个续航更长', ...understood },
  { en: 'is the first one any good?', zh: '第一个怎么样', route: 'product_question', says: { en: /rate/, zh: /评分/ } },
  { en: 'anything dearer?', zh: '再贵一点的呢', kind: ['laptop', 'gaminglaptop'] },
  { en: 'no, cheaper', zh: '还是便宜点的吧', kind: ['laptop', 'gaminglaptop'] },
  { en: 'do I get a student discount?', zh: '学生有优惠吗', route: 'answer', says: { en: /8%/, zh: /92 折/ } },
  { en: 'can I pay in instalments', zh: '能分期吗', route: 'answer', says: { en: /3 or 6 months/, zh: /3 期或 6 期/ } },
  { en: 'ok, and a mouse to go with it', zh: '再配个鼠标', kind: 'mouse' },
  { en: 'wireless', zh: '无线的', kind: 'mouse' },
  { en: 'under 30', zh: '30美元以内', kind: 'mouse', under: 30 },
  { en: 'what colours does the second one come in', zh: '第二个有什么颜色', route: 'product_question' },
  {
    en: 'the first one then, how do I order?',
    zh: '那第一个，怎么下单',
    route: 'product_question',
    says: { en: /basket/, zh: /购物车/ },
  },
  { en: 'cheers', zh: '谢啦', route: 'smalltalk', says: welcome },
  { en: 'see you', zh: '拜拜', route: 'smalltalk' },
];

const PRIVACY: Line[] = [
  { en: 'show me coffee machines', zh: '看看咖啡机', kind: 'coffee' },
  { en: 'under 400', zh: '400美元以内', kind: 'coffee', under: 400, button: 'consent:yes' },
  {
    en: 'no thanks',
    zh: '不用',
    press: 'consent:no',
    route: 'privacy',
    says: { en: /won’t remember/, zh: /不会记住/ },
  },
  { en: 'why did you recommend these?', zh: '为什么推荐这几个', route: 'privacy', goods: false },
  {
    en: 'what do you know about me?',
    zh: '你都知道我些什么',
    route: 'privacy',
    says: { en: /know about you/, zh: /关于您/ },
  },
  {
    en: 'stop sending me ads',
    zh: '别再给我发广告了',
    route: 'privacy',
    says: { en: /won’t get any advertising/, zh: /不会再给您发/ },
  },
  { en: 'are you a bot?', zh: '你是机器人吗', route: 'smalltalk', says: { en: /program/, zh: /程序/ } },
  { en: 'what do you do with my data?', zh: '我的数据你们怎么用', goods: false, ...understood },
  { en: 'delete my data', zh: '删除我的数据', route: 'privacy', button: 'erase:yes' },
  { en: 'no', zh: '不', route: 'privacy', says: { en: /nothing was deleted/, zh: /没有删除/ } },
  {
    en: 'ok, more coffee machines please',
    zh: '再看看咖啡机',
    kind: 'coffee',
    check: ({ reply }) =>
      reply?.choices?.some(({ id }) => id === 'consent:yes') ? 'asks for consent again' : undefined,
  },
  {
    en: 'no capsules',
    zh: '不要胶囊的',
    kind: 'coffee',
    check: ({ reply }) =>
      reply?.products?.some(({ title }) => /capsule|胶囊/.test(title)) ? 'shows capsules' : undefined,
  },
  { en: 'the second one, is it hard to clean?', zh: '第二个好清洗吗', route: 'product_question' },
  { en: 'delete my data', zh: '删除我的数据', route: 'privacy', button: 'erase:yes' },
  { en: 'never mind', zh: '算了', route: 'privacy', says: { en: /nothing was deleted/, zh: /没有删除/ } },
  {
    en: 'which payment methods do you take',
    zh: '支持哪些付款方式',
    route: 'answer',
    says: { en: /PayPal/, zh: /支付宝/ },
  },
  {
    en: 'can I pay when it arrives?',
    zh: '可以货到付款吗',
    route: 'answer',
    says: { en: /no cash on delivery/, zh: /不支持货到付款/ },
  },
  { en: 'do you have a phone number', zh: '客服电话多少', says: { en: /555 0142/, zh: /555 0142/ } },
  { en: 'ok thanks', zh: '好的谢谢', route: 'smalltalk', says: welcome },
  { en: 'bye', zh: '再见', route: 'smalltalk' },
];

const OFFERS: Line[] = [
  { en: 'any deals right now?', zh: '最近有什么优惠', route: 'recommend', goods: true },
  { en: 'on televisions?', zh: '电视呢', kind: 'tv' },
  { en: '55 inch', zh: '55寸的', kind: 'tv' },
  { en: 'under 450', zh: '450美元以内', kind: 'tv', under: 450 },
  { en: 'cheaper?', zh: '便宜点的呢', goods: false, ...understood },
  { en: 'how do I use a voucher code?', zh: '优惠券怎么用', goods: false, ...understood },
  { en: 'when is the next sale', zh: '下次大促什么时候', goods: false, ...understood },
  { en: 'do loyalty points expire?', zh: '积分会过期吗', goods: false, says: { en: /24 months/, zh: /24 个月/ } },
  {
    en: 'I found it cheaper elsewhere, can you match that',
    zh: '别家更便宜，能便宜点吗',
    goods: false,
    says: { en: /14 days/, zh: /14 天/ },
  },
  { en: 'hmm not sure yet, will come back', zh: '回头再说吧', route: 'smalltalk', goods: false },
  {
    en: 'cheapest bluetooth speaker? 🙏',
    zh: '最便宜的蓝牙音箱 🙏',
    kind: 'speaker',
    check: ({ recommendations = [] }) =>
      recommendations[0]?.productId === 'sp-cobble' ? undefined : 'does not begin with the cheapest',
  },
  { en: 'and one up to 100?', zh: '100美元以内的呢', kind: 'speaker', under: 100 },
  { en: 'what is reduced?', zh: '哪些在降价', route: 'recommend', goods: true },
  { en: 'show me phones, value for money', zh: '性价比高的手机', kind: 'phone' },
  { en: '200 max', zh: '最多200美元', kind: 'phone', under: 200 },
  { en: 'do you sell used phones?', zh: '有二手手机吗', ...understood },
  { en: 'the cheapest one, does it have 5G?', zh: '最便宜的那个有5G吗', route: 'product_question' },
  { en: 'none of these really', zh: '这几个都不太合适', ...understood },
  { en: 'doesn’t matter, thanks anyway', zh: '没有就算了', route: 'smalltalk', goods: false },
  { en: 'bye then', zh: '拜', route: 'smalltalk', goods: false },
];

const NEGATION: Line[] = [
  { en: 'I need an office chair', zh: '想买办公椅', kind: 'officechair' },
  { en: 'no leather', zh: '不要皮的', kind: 'officechair' },
  { en: 'mesh please', zh: '要网面的', kind: 'officechair', has: ['material', 'mesh'] },
  { en: 'not black', zh: '不要黑色', kind: 'officechair', colorNot: 'black' },
  {
    en: 'what is the maximum load of the first one',
    zh: '第一个最大承重多少',
    route: 'product_question',
    says: { en: /kg/, zh: /kg/ },
  },
  { en: 'any colour is fine actually', zh: '其实颜色都行', kind: 'officechair' },
  { en: 'around 200', zh: '200美元左右', kind: 'officechair' },
  { en: 'not Keldrin', zh: '不要凯尔敦的', kind: 'officechair', brandNot: 'Keldrin' },
  {
    en: 'now headphones for gaming',
    zh: '再看看打游戏用的头戴耳机',
    kind: ['headphones', 'earbuds'],
    brandNot: 'Keldrin',
  },
  { en: 'ok Keldrin is fine too', zh: '凯尔敦的也可以', ...understood },
  { en: 'wireless, not wired', zh: '要无线的，不要有线', ...understood },
  { en: 'more than 50 but less than 150', zh: '50到150美元之间', under: 150, over: 50 },
  { en: 'anything but white', zh: '除了白色都行', colorNot: 'white' },
  { en: 'I hate in-ear ones', zh: '我不喜欢入耳式的', ...understood },
  {
    en: 'phone without Quorvane, with 256 GB',
    zh: '手机，不要阔凡，256G的',
    kind: 'phone',
    brandNot: 'Quorvane',
    has: ['storage', 256],
  },
  { en: 'cheaper', zh: '便宜点', brandNot: 'Quorvane', ...understood },
  { en: 'that is not what I meant', zh: '不是这个意思', goods: false, says: sorry, button: 'human' },
  { en: 'a phone with a big battery, that is all', zh: '我要电池大的手机', kind: 'phone' },
  {
    en: 'the last one, how big is its battery?',
    zh: '最后一个电池多大',
    route: 'product_question',
    says: { en: /mAh/, zh: /mAh/ },
  },
  { en: 'great, thank you so much', zh: '太好了，谢谢', route: 'smalltalk', goods: false },
];

const SMALL: Line[] = [
  { en: 'good evening', zh: '晚上好', route: 'smalltalk' },
  { en: 'how are you', zh: '你好吗', route: 'smalltalk', goods: false },
  { en: 'what can you do', zh: '你能做什么', goods: false },
  {
    en: 'do you sell treadmills?',
    zh: '有跑步机吗',
    goods: false,
    says: { en: /don’t (?:carry|have)|no /i, zh: /没有/ },
  },
  { en: 'pity', zh: '那算了', route: 'smalltalk', goods: false },
  { en: 'who won the match last night?', zh: '昨晚球赛谁赢了', route: ['out_of_scope', 'smalltalk'], goods: false },
  {
    en: 'I have two cats, hair everywhere. which robot vacuum?',
    zh: '家里两只猫，毛到处都是，扫地机器人买哪个',
    kind: 'robotvacuum',
  },
  { en: 'it has to empty itself', zh: '要会自己倒垃圾的', kind: 'robotvacuum', has: ['selfempty', true] },
  { en: 'can you do it under 500?', zh: '500美元以内可以吗', kind: 'robotvacuum', under: 500 },
  {
    en: 'how strong is the suction of the first one',
    zh: '第一个吸力多大',
    route: 'product_question',
    says: { en: /Pa/, zh: /Pa/ },
  },
  { en: 'do you take back my old tv?', zh: '旧电视回收吗', goods: false, says: { en: /free of charge/, zh: /免费/ } },
  {
    en: 'I live on the 4th floor without a lift, do they carry it up?',
    zh: '我家四楼没电梯，送货上门吗',
    goods: false,
    says: { en: /two people|door/, zh: /两位师傅|家门口/ },
  },
  {
    en: 'is there a shop where I can try it?',
    zh: '有实体店可以试吗',
    goods: false,
    says: { en: /Lantern Quay/, zh: /灯|码头|Lantern|号/ },
  },
  { en: 'what time do you open?', zh: '几点开门', goods: false, ...understood },
  { en: 'an air fryer for a family of four', zh: '想买个空气炸锅，一家四口用', kind: 'airfryer' },
  { en: 'at least 5 litres', zh: '5升以上的', kind: 'airfryer' },
  {
    en: 'sold. I want the first',
    zh: '决定了，要第一个',
    route: 'product_question',
    says: { en: /basket/, zh: /购物车/ },
  },
  {
    en: 'love my new toaster oven by the way, thank you!',
    zh: '上次买的烤箱很满意，点赞',
    route: 'smalltalk',
    goods: false,
  },
  { en: 'talk to you later', zh: '先这样', goods: false },
  { en: 'bye bye', zh: '拜拜', route: 'smalltalk', goods: false },
];

const FAMILY: Line[] = [
  { en: 'a simple phone for my mother, she is 78', zh: '给我妈买个手机，字大一点的', kind: 'phone' },
  { en: 'with big buttons', zh: '按键大的', kind: 'phone' },
  { en: 'is the first one easy to use for old people?', zh: '第一个老人会用吗', route: 'product_question' },
  { en: 'how much is it?', zh: '多少钱', route: 'product_question', says: { en: /\$\d/, zh: /\$\d/ } },
  { en: 'electric blanket for my grandma, she is always cold', zh: '还想给奶奶买个电热毯', kind: 'warmer' },
  { en: 'under 60', zh: '60美元以内', kind: 'warmer', under: 60 },
  { en: 'does the first one switch itself off?', zh: '第一个会自动断电吗', route: 'product_question' },
  { en: 'a toy for a 1 year old', zh: '1岁宝宝玩什么玩具好', kind: 'toy' },
  { en: 'nothing with small parts', zh: '不要有小零件的', goods: true, saysNot: sorry },
  { en: 'are the toys safe?', zh: '玩具安全吗', says: { en: /small parts/, zh: /小零件/ } },
  { en: 'a night light for the kids room', zh: '小孩房间的夜灯有吗', kind: 'lamp' },
  { en: 'the cheapest one, please tell me more', zh: '说说最便宜的那个', route: 'product_question' },
  { en: 'quiet humidifier for the nursery', zh: '宝宝房间用的静音加湿器', kind: 'humidifier' },
  { en: 'how loud is the second one?', zh: '第二个声音大吗', route: 'product_question' },
  { en: 'I’ll take it', zh: '就要它了', route: 'product_question', says: { en: /basket/, zh: /购物车/ } },
  { en: 'how much is shipping?', zh: '运费多少', route: 'answer', says: { en: /\$49/, zh: /49 美元/ } },
  { en: 'can I pay with paypal', zh: '支持支付宝吗', route: 'answer', says: { en: /PayPal/, zh: /支付宝/ } },
  { en: 'do you wrap gifts', zh: '可以包装成礼物吗', goods: false, says: { en: /\$4/, zh: /4 美元/ } },
  { en: 'perfect, thanks', zh: '好的，辛苦了', route: 'smalltalk', says: welcome },
  { en: 'have a nice day', zh: '再见', route: 'smalltalk' },
];

describe.each([
  ['a changing budget', BUDGET],
  ['one subject after another', SUBJECTS],
  ['orders and parcels', ORDERS],
  ['a complaint before anything is sold', COMPLAINT],
  ['comparing', COMPARING],
  ['privacy', PRIVACY],
  ['offers', OFFERS],
  ['what is not wanted', NEGATION],
  ['this and that', SMALL],
  ['shopping for the family', FAMILY],
])('twenty turns: %s', (_name, lines) => {
  test.each(['en', 'zh'] as const)(
    '%s',
    async (language) => {
      expect(lines.length).toBe(20);
      expect(await playDialogue(shop, language, lines)).toEqual([]);
    },
    60_000,
  );
});
