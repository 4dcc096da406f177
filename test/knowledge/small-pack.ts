import type { FaqEntry, Pack, Product } from '../../src/knowledge/pack.ts';

/** A product with nothing but what is given. */
export function product(id: string, name: Product['name'], more: Partial<Product> = {}): Product {
  return {
    id,
    name,
    description: {},
    category: '',
    brand: '',
    price: null,
    currency: 'USD',
    stock: null,
    colors: [],
    sizes: [],
    attributes: {},
    tags: [],
    ...more,
  };
}

/** An FAQ entry in both languages. */
export function faqEntry(
  id: string,
  en: [question: string, answer: string],
  zh: [question: string, answer: string],
): FaqEntry {
  return {
    id,
    question: { en: en[0], zh: zh[0] },
    answer: { en: en[1], zh: zh[1] },
    variants: [],
    source: { file: 'faq.md', line: 1 },
  };
}

/** A pack of the given parts, otherwise empty. */
export function packOf(parts: Partial<Pack>): Pack {
  return {
    id: 'small',
    folder: '/nowhere',
    name: { en: 'Small shop' },
    domain: 'shop',
    currency: 'USD',
    exchange: { CNY: 7 },
    contact: {},
    categories: [],
    attributes: [],
    colors: [],
    products: [],
    faq: [],
    sections: [],
    intents: [],
    synonyms: [],
    wording: { en: {}, zh: {} },
    orders: [],
    ...parts,
  };
}

/** A little electronics shop in both languages. */
export const SMALL_SHOP: Pack = packOf({
  categories: [
    { id: 'electronics', name: { en: 'Electronics', zh: '数码' }, synonyms: [] },
    { id: 'phone', name: { en: 'Phones', zh: '手机' }, parent: 'electronics', synonyms: ['phone', 'smartphone'] },
    { id: 'headphones', name: { en: 'Headphones', zh: '耳机' }, parent: 'electronics', synonyms: ['headphone'] },
    { id: 'lamp', name: { en: 'Lamps', zh: '灯具' }, synonyms: ['lamp', '台灯'] },
  ],
  attributes: [
    { id: 'anc', name: { en: 'Noise cancelling', zh: '降噪' }, type: 'boolean', synonyms: [], values: [] },
    { id: 'storage', name: { en: 'Storage', zh: '存储' }, type: 'number', unit: 'GB', synonyms: [], values: [] },
  ],
  synonyms: [{ words: ['torch', 'flashlight', '手电筒'] }],
  products: [
    product(
      'nova',
      { en: 'Vellomar Nova 5 phone 128GB', zh: '维洛玛 Nova 5 手机 128GB' },
      {
        category: 'phone',
        brand: 'Vellomar',
        price: 399,
        stock: 5,
        colors: ['black', 'blue'],
        rating: 4.5,
        attributes: { storage: 128 },
      },
    ),
    product(
      'aura',
      { en: 'Aura X2 phone 256GB', zh: 'Aura X2 手机 256GB' },
      {
        category: 'phone',
        brand: 'Aura',
        price: 799,
        stock: 0,
        colors: ['white'],
        rating: 4.1,
        attributes: { storage: 256 },
      },
    ),
    product('case', { en: 'Soft phone case', zh: '手机壳' }, { category: '', brand: 'Voltanne', price: 12, stock: 90 }),
    product(
      'wh',
      { en: 'Sony WH-1000XM4 headphones', zh: '索尼 WH-1000XM4 头戴式耳机' },
      {
        category: 'headphones',
        brand: 'Sony',
        price: 279,
        stock: 8,
        colors: ['black'],
        rating: 4.8,
        attributes: { anc: true },
      },
    ),
    product(
      'basic',
      { en: 'Plain wired headphones', zh: '有线耳机' },
      { category: 'headphones', brand: 'Tinghe', price: 19, stock: 40, colors: ['white'], rating: 3.9 },
    ),
    product(
      'lamp',
      { en: 'Desk lamp with dimmer', zh: '可调光台灯' },
      { category: 'lamp', brand: 'Zhuyu', price: 35, stock: 12, colors: ['white'] },
    ),
    product('light', { en: 'Pocket flashlight', zh: '袖珍手电' }, { brand: 'Zhuyu', price: 15, stock: 3 }),
  ],
  faq: [
    faqEntry(
      'delivery',
      ['How long does delivery take?', 'Two to four working days.'],
      ['多久能送到？', '二到四个工作日。'],
    ),
    faqEntry(
      'returns',
      ['How do I return something?', 'Send it back within 30 days with the label.'],
      ['怎么退货？', '30 天内凭标签寄回。'],
    ),
    faqEntry(
      'payment',
      ['How can I pay?', 'By card, PayPal or Alipay.'],
      ['有哪些付款方式？', '银行卡、PayPal 或支付宝。'],
    ),
  ],
});
