import type { BaseIntent } from '../understanding.ts';

/** What customers who mean an intent do, in words that stand alone ("Ask about delivery") and after "often". */
export const INTENT_NAMES: Record<BaseIntent | 'unsure', { en: string; zh: string }> = {
  greet: { en: 'say hello', zh: '打招呼' },
  thanks: { en: 'say thanks', zh: '道谢' },
  goodbye: { en: 'say goodbye', zh: '告别' },
  recommend: { en: 'ask for advice', zh: '求推荐' },
  search: { en: 'look for a product', zh: '找商品' },
  ask_product: { en: 'ask about a product', zh: '问商品详情' },
  compare: { en: 'compare products', zh: '比较商品' },
  ask_price: { en: 'ask about prices', zh: '问价格' },
  ask_stock: { en: 'ask about stock', zh: '问库存' },
  ask_promotion: { en: 'ask about offers', zh: '问优惠' },
  order_status: { en: 'ask about their order', zh: '查订单' },
  shipping: { en: 'ask about delivery', zh: '问配送' },
  return_refund: { en: 'ask about returns', zh: '问退换货' },
  payment: { en: 'ask about payment', zh: '问付款' },
  warranty: { en: 'ask about warranty', zh: '问保修' },
  complaint: { en: 'complain', zh: '投诉' },
  feedback: { en: 'give feedback', zh: '给反馈' },
  human: { en: 'ask for a person', zh: '找人工客服' },
  privacy_export: { en: 'ask for their data', zh: '查看个人数据' },
  privacy_erase: { en: 'want their data erased', zh: '要求删除数据' },
  privacy_why: { en: 'ask why they see something', zh: '问推荐理由' },
  marketing_stop: { en: 'want no more marketing', zh: '退订营销信息' },
  preference: { en: 'say what they like', zh: '说明偏好' },
  smalltalk: { en: 'chat', zh: '闲聊' },
  out_of_scope: { en: 'talk about something else', zh: '聊无关话题' },
  unsure: { en: 'say something unclear', zh: '表达不清' },
};

/** What is told from the dialogue itself, beside the models' intents. */
const DIALOGUE_NAMES: Record<string, { en: string; zh: string }> = {
  later: { en: 'want to think it over', zh: '再考虑考虑' },
  acknowledged: { en: 'say that it is fine', zh: '表示知道了' },
  misread: { en: 'say that they were misunderstood', zh: '说没听懂' },
  buy: { en: 'decide to buy', zh: '决定购买' },
  voucher: { en: 'ask about vouchers', zh: '问优惠券' },
  no_order_number: { en: 'have no order number', zh: '没有订单号' },
  stock_alert: { en: 'want to be told when it is back', zh: '订到货通知' },
  yes_no: { en: 'answer a question', zh: '回答提问' },
  reset: { en: 'start over', zh: '重新开始' },
};

/** The name of any intent; a pack's own is told by its question in the pack, else by its id in words. */
export function intentName(
  id: string,
  pack?: {
    intents: readonly { name: string; faq?: string }[];
    faq: readonly { id: string; question: { en?: string; zh?: string } }[];
  },
): { en: string; zh: string } {
  const known = (INTENT_NAMES as Record<string, { en: string; zh: string }>)[id] ?? DIALOGUE_NAMES[id];
  if (known) return known;
  const faq = pack?.intents.find(({ name }) => name === id)?.faq;
  const question = pack?.faq.find((entry) => entry.id === faq)?.question;
  const plain = id.replaceAll('_', ' ');
  const zh = question?.zh ?? question?.en ?? plain;
  return { en: question?.en ? `ask “${question.en}”` : plain, zh: question?.zh ? `问“${zh}”` : zh };
}
