import type { VisitFlag } from '../../conversation/visits/visit.ts';
import type { ReplyLanguage } from '../../understanding/understanding.ts';
import { bilingual } from './bilingual.ts';

/** What the bot calls things by id, in words of people. */
export const terms = bilingual(
  {
    intents: {
      greet: 'Greeting',
      thanks: 'Thanks',
      goodbye: 'Goodbye',
      recommend: 'Wants a recommendation',
      search: 'Looks for a product',
      ask_product: 'Asks about a product',
      compare: 'Compares products',
      ask_price: 'Asks about a price',
      ask_stock: 'Asks about stock',
      ask_promotion: 'Asks about offers',
      order_status: 'Where is my order',
      shipping: 'Asks about delivery',
      return_refund: 'Return or refund',
      payment: 'Payment',
      warranty: 'Warranty',
      complaint: 'Complaint',
      feedback: 'Feedback',
      human: 'Wants a person',
      privacy_export: 'Wants their data',
      privacy_erase: 'Wants to be deleted',
      privacy_why: 'Asks why it is shown',
      marketing_stop: 'Wants no marketing',
      preference: 'States a preference',
      smalltalk: 'Small talk',
      out_of_scope: 'Something else',
      unsure: 'Not understood',
      account_link: 'Links an account',
      acknowledged: 'Takes note',
      buy: 'Wants to buy',
      choice: 'Pressed a button',
      empty: 'Sent nothing readable',
      later: 'Wants to think about it',
      misread: 'Says we misunderstood',
      no_order_number: 'Has no order number',
      preference_undone: 'Takes a preference back',
      reset: 'Starts anew',
      stock_alert: 'Wants to hear when it is back',
      too_long: 'Wrote too much to read',
      voucher: 'Asks about a voucher',
      with_person: 'Talks with a person',
      yes_no: 'Says yes or no',
    } as Record<string, string>,
    moods: { positive: 'Happy', neutral: 'Neutral', negative: 'Unhappy', angry: 'Angry' },
    routes: {
      recommend: 'Recommended products',
      answer: 'Answered from our texts',
      compare: 'Compared products',
      product_question: 'Told about a product',
      order_status: 'Looked up an order',
      complaint: 'Handled a complaint',
      privacy: 'Handled a privacy wish',
      smalltalk: 'Chatted',
      handoff: 'Handed to a person',
      clarify: 'Asked back',
      out_of_scope: 'Declined',
      unreadable: 'Could not read it',
      silent: 'Said nothing',
    } as Record<string, string>,
    aspects: {
      price: 'Price',
      quality: 'Quality',
      delivery: 'Delivery',
      service: 'Service',
      battery: 'Battery',
      screen: 'Screen',
      sound: 'Sound',
      size: 'Size',
      design: 'Design',
      ease_of_use: 'Ease of use',
      other: 'Other',
    } as Record<string, string>,
    flags: {
      unsure: 'Bot was unsure',
      handoff: 'Handed off',
      unanswered: 'No answer found',
      corrected: 'Corrected by us',
      undelivered: 'Not delivered',
      person: 'A person wrote',
    },
    channels: {
      web: 'Web chat',
      slack: 'Slack',
      telegram: 'Telegram',
      teams: 'Teams',
      console: 'Terminal',
    } as Record<string, string>,
  },
  {
    intents: {
      greet: '打招呼',
      thanks: '感谢',
      goodbye: '告别',
      recommend: '想要推荐',
      search: '找商品',
      ask_product: '咨询商品',
      compare: '比较商品',
      ask_price: '询问价格',
      ask_stock: '询问库存',
      ask_promotion: '询问优惠',
      order_status: '查询订单',
      shipping: '咨询配送',
      return_refund: '退换货或退款',
      payment: '支付',
      warranty: '保修',
      complaint: '投诉',
      feedback: '反馈',
      human: '要求人工',
      privacy_export: '索取个人数据',
      privacy_erase: '要求删除数据',
      privacy_why: '询问推荐原因',
      marketing_stop: '拒收营销',
      preference: '表达喜好',
      smalltalk: '闲聊',
      out_of_scope: '其他话题',
      unsure: '未能理解',
      account_link: '关联账号',
      acknowledged: '表示知道了',
      buy: '想要购买',
      choice: '点击了按钮',
      empty: '内容无法读取',
      later: '想再考虑',
      misread: '表示我们理解有误',
      no_order_number: '没有订单号',
      preference_undone: '撤回喜好',
      reset: '重新开始',
      stock_alert: '要求到货通知',
      too_long: '内容过长',
      voucher: '咨询优惠券',
      with_person: '与人工对话',
      yes_no: '回答是或否',
    },
    moods: { positive: '满意', neutral: '中性', negative: '不满', angry: '愤怒' },
    routes: {
      recommend: '推荐了商品',
      answer: '根据资料作答',
      compare: '比较了商品',
      product_question: '介绍了商品',
      order_status: '查询了订单',
      complaint: '处理了投诉',
      privacy: '处理了隐私请求',
      smalltalk: '闲聊',
      handoff: '转给人工',
      clarify: '反问客户',
      out_of_scope: '婉拒',
      unreadable: '无法读取',
      silent: '未回复',
    },
    aspects: {
      price: '价格',
      quality: '质量',
      delivery: '配送',
      service: '服务',
      battery: '电池',
      screen: '屏幕',
      sound: '声音',
      size: '尺寸',
      design: '外观',
      ease_of_use: '易用性',
      other: '其他',
    },
    flags: {
      unsure: '机器人不确定',
      handoff: '已转人工',
      unanswered: '没有找到答案',
      corrected: '已人工更正',
      undelivered: '未送达',
      person: '人工回复过',
    },
    channels: { web: '网页聊天', slack: 'Slack', telegram: 'Telegram', teams: 'Teams', console: '终端' },
  },
);

const spelt = (id: string): string => {
  const words = id.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** An intent in words; a pack's own by its id, spelt as words. */
export function intentName(id: string, language: ReplyLanguage): string {
  const { intents } = terms[language];
  return intents[id.startsWith('choice.') ? 'choice' : id] ?? spelt(id);
}
/** Intents that say nothing of what a customer wants. */
const POLITE = new Set([
  'unsure',
  'greet',
  'thanks',
  'goodbye',
  'smalltalk',
  'yes_no',
  'acknowledged',
  'later',
  'empty',
]);

/** Whether an intent tells what a customer wants. */
export const isTelling = (intent: string): boolean => !POLITE.has(intent);

export const routeName = (id: string, language: ReplyLanguage): string => terms[language].routes[id] ?? spelt(id);
export const aspectName = (id: string, language: ReplyLanguage): string => terms[language].aspects[id] ?? spelt(id);
export const channelName = (id: string, language: ReplyLanguage): string => terms[language].channels[id] ?? spelt(id);
export const flagName = (flag: VisitFlag, language: ReplyLanguage): string => terms[language].flags[flag];

/** The mood of a sentiment: anger is more than being unhappy. */
export function moodName(
  mood: { label: 'positive' | 'neutral' | 'negative'; angry: boolean },
  language: ReplyLanguage,
) {
  return terms[language].moods[mood.angry ? 'angry' : mood.label];
}
