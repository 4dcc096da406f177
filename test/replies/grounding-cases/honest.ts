import type { Case } from './case.ts';

const HEADPHONES = ['hp-n300', 'hp-n500', 'hp-n700'] as const;

/** Replies as a good model paraphrases its facts; none may be blocked. */
export const HONEST: readonly Case[] = [
  // shop, English
  {
    pack: 'shop',
    language: 'en',
    products: HEADPHONES,
    said: 'headphones under $200 for the train',
    reply:
      'For the train I’d start with the **Tinghe TH-N700**: it was made for trains and planes and runs 40 hours on a charge. If you want to spend less, the **TH-N500** also cancels noise and costs just $89.',
  },
  {
    pack: 'shop',
    language: 'en',
    products: HEADPHONES,
    said: 'cheap headphones',
    reply:
      'Great choice to keep it simple! 🎧\n\n- **Tinghe TH-N300** – $49, down from $59, with a whopping 50 hours of battery life\n- **Tinghe TH-N500** – $89, adds noise cancelling\n- **Tinghe TH-N700** – $179 (was $209), the quietest of the three',
  },
  {
    pack: 'shop',
    language: 'en',
    products: ['hp-n300', 'hp-n500'],
    said: 'compare N300 and N500',
    reply:
      'The N300 is **$40 cheaper** than the N500 and lasts 5 hours longer (50 vs 45). What you give up is noise cancelling: only the N500 has it.',
  },
  {
    pack: 'shop',
    language: 'en',
    products: ['laptop-field14', 'laptop-air13'],
    said: 'something under 700 dollars for university',
    reply:
      'Both fit your $700 budget: the Field 14 is $449 and the Feather 13 comes in at $699, just under your limit. The Feather weighs only 990 g, under one kilogram, while the Field 14 is about 1.5 kg.',
  },
  {
    pack: 'shop',
    language: 'en',
    products: ['laptop-field14', 'laptop-field15'],
    reply:
      '| | Field 14 | Field 15 |\n|---|---|---|\n| Price | $449 | $529 |\n| Screen | 14" | 15.6" |\n| Battery life | 9 h | 8 h |\n\nThe bigger one is $80 more.',
  },
  {
    pack: 'shop',
    language: 'en',
    products: ['laptop-air14'],
    said: 'is the feather 14 in stock?',
    reply: 'Yes, the Quorvane Feather 14 is in stock – we have 19 left. It’s $849.',
  },
  {
    pack: 'shop',
    language: 'en',
    products: ['rv-r5', 'rv-r8'],
    said: 'robot vacuum for a home with a dog',
    reply:
      'With a shedding dog I’d look at the **Kivastra R5** ($299, reduced from $349): its rubber brush doesn’t tangle with hair. If you’d rather forget about it entirely, the **R8 Omni** washes and dries its own mop, and it’s $130 off at the moment ($699 instead of $829).',
  },
  {
    pack: 'shop',
    language: 'en',
    products: ['phone-spark5g', 'phone-mira64'],
    said: 'phone with 128gb under 200',
    reply:
      'The Quorvane Spark 5G has 128 GB and costs $179, so it stays within your 200. The Mira Plus is cheaper at $129, but has 64 GB, half the storage.',
  },
  {
    pack: 'shop',
    language: 'en',
    faq: ['delivery-cost', 'delivery-time'],
    reply:
      'Standard delivery is $5 and takes 2–4 working days; from $49 it’s free. In a hurry? Express is $12 and arrives the next working day if you order before 14:00.',
  },
  {
    pack: 'shop',
    language: 'en',
    faq: ['returns'],
    reply:
      'You have **thirty days** from delivery to send it back. Just print the free label under Account > Orders > Return. Please keep it complete and as good as new. 🙂',
  },
  {
    pack: 'shop',
    language: 'en',
    faq: ['warranty'],
    reply:
      'Everything comes with a two-year warranty. Batteries are covered for one year if they drop below 80% of their capacity. Falls aren’t covered, I’m afraid.',
  },
  {
    pack: 'shop',
    language: 'en',
    faq: ['instalments'],
    products: ['laptop-field14'],
    said: 'can I pay the field 14 in parts',
    reply:
      'Yes! From $150 you can split it into 3 or 6 months without interest, so the Field 14 would be about $74.83 a month over 6 months. Over 12 months there is 9.9% a year.',
  },
  {
    pack: 'shop',
    language: 'en',
    faq: ['refund-time'],
    said: 'where is my refund',
    reply:
      'I’m sorry you’re still waiting. Refunds go out within 5 working days after the return has reached us, to the way you paid; your bank may need another 2 to 3 days.',
  },
  {
    pack: 'shop',
    language: 'en',
    faq: ['damaged'],
    reply:
      'That’s annoying, I’m sorry! Could you send us photos of the parcel and the product within 7 days? We’ll send a replacement within two working days and collect the damaged one free of charge.',
  },
  {
    pack: 'shop',
    language: 'en',
    order: 'HH-100234',
    said: 'where is HH-100234',
    reply:
      'Your order **HH-100234** is on its way with Quayline Post (tracking QL48235518). It was placed on 18 November and should arrive by 25 November 2026.',
  },
  {
    pack: 'shop',
    language: 'en',
    order: 'HH-100244',
    reply: 'HH-100244 is still being prepared. It should reach you by Nov 27.',
  },
  {
    pack: 'shop',
    language: 'en',
    reply:
      'I’m not sure I understood – are you looking for something to buy, or do you have a question about an order?',
  },
  {
    pack: 'shop',
    language: 'en',
    said: 'hi',
    reply: 'Hello! 👋 I’m Harbour & Hill’s assistant. What can I help you find today?',
  },
  {
    pack: 'shop',
    language: 'en',
    said: 'do you have any promo code?',
    reply: 'I don’t know of any discount codes at the moment, I’m sorry. Shall I ask a colleague?',
  },
  {
    pack: 'shop',
    language: 'en',
    said: 'i want a human',
    reply:
      'Of course, I’ll pass you to a colleague. Our people answer from 9:00 to 21:00 every day; you can also write to care@harbourhill.example or call +1 555 0142.',
  },
  {
    pack: 'shop',
    language: 'en',
    products: ['kt-temp'],
    reply:
      'The Gooseneck kettle holds any temperature from 40 to 100 degrees – green tea at 80, pour-over at 93. It’s $69 and rated 4.6 out of 5.',
  },
  {
    pack: 'shop',
    language: 'en',
    products: HEADPHONES,
    said: 'which is the best one?',
    reply:
      'It depends on what matters to you:\n1. **Best value:** TH-N500 – noise cancelling for under $100.\n2. **Longest battery:** TH-N300 – 50 hours.\n3. **Quietest:** TH-N700 – 40 hours, rated 4.6.\n\nWould you use them mostly on the go?',
  },
  {
    pack: 'shop',
    language: 'en',
    products: ['chg-gan65'],
    said: 'charger for my MacBook and iPhone',
    reply:
      'For your MacBook and iPhone the Voltanne GaN 65W charger should do: three ports, 118 g, and it takes 100 to 240 V, so it travels well. It’s $45.',
  },
  {
    pack: 'shop',
    language: 'en',
    products: ['hp-n300', 'eb-openclip'],
    said: 'gift for my wife, 60-70 dollars',
    reply:
      'With 60–70 dollars in mind, the Cadenfell Clip earbuds at $69 fit nicely: they come in silver, black, pink or purple and play for 28 hours. The TH-N300 headphones are $20 less.',
  },
  {
    pack: 'shop',
    language: 'en',
    products: ['rv-r5', 'rv-r8'],
    reply: 'Together they come to $998, but honestly one robot is enough for most homes.',
  },
  {
    pack: 'shop',
    language: 'en',
    products: ['tv-55g'],
    said: 'Does the Sony Bravia have 144hz?',
    reply:
      'We don’t carry Sony, sorry. The closest I have is the Gravenholt Arena 55: 55 inches, 4K and 144 Hz, for $599.',
  },
  {
    pack: 'shop',
    language: 'en',
    products: ['hp-n500'],
    said: 'can you give me 20% off?',
    reply:
      'I can’t offer 20% off, I’m afraid. The TH-N500 is $89, which is already our least expensive pair with noise cancelling among these.',
  },
  {
    pack: 'shop',
    language: 'en',
    products: ['gf-spa'],
    said: 'birthday present for her around 50',
    reply:
      'How about the **Ostrelle Quiet Evening gift box**? A silk mask, heated eye pillow, hand cream and a candle, plus a card you write yourself – $49, about 50 dollars as you asked.',
  },
  {
    pack: 'shop',
    language: 'en',
    products: HEADPHONES,
    counts: [14],
    said: 'wireless headphones',
    reply: 'I found 14 that fit; these three stand out, from $49 to $179. Any preference for the colour?',
  },
  {
    pack: 'shop',
    language: 'en',
    faq: ['price-match'],
    reply:
      'If an authorised shop has the same model in stock for less within 14 days of your order, we refund the difference. Just send us the link.',
  },
  // shop, Chinese
  {
    pack: 'shop',
    language: 'zh',
    products: HEADPHONES,
    said: '200美元以内的耳机，坐高铁用',
    reply:
      '坐高铁的话，推荐**听荷 TH-N700**：专为高铁飞机设计，续航四十小时。想省一点可以看 TH-N500，只要 89 美元，也有主动降噪。',
  },
  {
    pack: 'shop',
    language: 'zh',
    products: ['hp-n300', 'hp-n500'],
    said: '这两款有什么区别',
    reply: 'N300 比 N500 便宜 **$40**，续航也更长（50 小时对 45 小时）；区别在于 N500 有主动降噪，N300 没有。',
  },
  {
    pack: 'shop',
    language: 'zh',
    products: ['laptop-field14', 'laptop-air13'],
    said: '700美元以内的笔记本',
    reply:
      '两款都在700美元以内：哈沃赛 Field 14 是 $449，阔凡 Feather 13 是 $699。Feather 13 不到一公斤，续航十四小时；Field 14 大约 1.5 公斤。',
  },
  {
    pack: 'shop',
    language: 'zh',
    products: ['rv-r5'],
    reply: '奇瓦 R5 现价 $299，原价 $349，便宜了 50 美元。防缠绕胶刷很适合养狗的家庭🐶，目前有货。',
  },
  {
    pack: 'shop',
    language: 'zh',
    products: ['phone-mira64', 'phone-spark5g'],
    said: '学生用的手机，预算200',
    reply:
      '预算200美元的话，这两款都合适：\n1. 星圃 Mira Plus：$129，5000 毫安电池，能撑两天\n2. 阔凡 Spark 5G：$179，128GB 存储，90Hz 屏幕',
  },
  {
    pack: 'shop',
    language: 'zh',
    faq: ['delivery-time', 'delivery-cost'],
    reply:
      '境内标准配送 2 到 4 个工作日，运费 5 美元，满 49 美元免运费；加急 12 美元，工作日 14:00 前下单，下一个工作日就能到。',
  },
  {
    pack: 'shop',
    language: 'zh',
    faq: ['returns'],
    reply: '收货后三十天内都可以退，退货标签是免费的，在“账户—订单—退货”里打印。商品需要完好如新哦。',
  },
  {
    pack: 'shop',
    language: 'zh',
    faq: ['warranty'],
    reply: '所有商品都保修两年；电池如果容量低于80%，保一年。摔坏不在保修范围内。',
  },
  {
    pack: 'shop',
    language: 'zh',
    order: 'HH-100242',
    said: '查一下HH-100242',
    reply: '您的订单 HH-100242 已经发货，承运商 Farshore Air，运单号 FA7730021CN，预计11月27日前送达。',
  },
  { pack: 'shop', language: 'zh', said: '有优惠券吗', reply: '抱歉，我这里没有优惠券的信息。要不要帮您问问同事？' },
  { pack: 'shop', language: 'zh', said: '你好', reply: '您好！我是港山优选的智能助手，想看点什么？' },
  {
    pack: 'shop',
    language: 'zh',
    products: ['hp-n900'],
    said: 'N900还有吗',
    reply: 'TH-N900 还有 15 件，$299，评分 4.8，是店里降噪最强的一款。',
  },
  {
    pack: 'shop',
    language: 'zh',
    products: ['kt-temp'],
    reply: '炉谷鹅颈温控手冲壶可以设定 40 到 100 度的任意温度，绿茶用 80 度，手冲用 93 度，售价 69 美元。',
  },
  {
    pack: 'shop',
    language: 'zh',
    faq: ['damaged'],
    said: '收到的东西坏了！',
    reply: '真的很抱歉！请在 7 天内把包裹和商品的照片发给我们，两个工作日内给您补发，坏的那件我们免费取回。',
  },
  {
    pack: 'shop',
    language: 'zh',
    said: '苹果手机有吗',
    products: ['phone-slim'],
    reply: '抱歉，我们没有苹果手机。可以看看维洛玛 Slim 5G，轻薄款。',
  },
  // finance
  {
    pack: 'finance',
    language: 'en',
    products: ['everyday-current', 'premier-current'],
    reply:
      'The Everyday Current Account has no monthly fee and pays 0.15% a year on your balance. The Premier Current Account pays 0.3%, but costs CNY 60 a month unless your total balance averages CNY 500,000 or more.',
  },
  {
    pack: 'finance',
    language: 'en',
    products: ['flexi-loan'],
    said: 'I need to borrow 50000',
    reply:
      'For CNY 50,000 the Flexi Personal Loan could fit: CNY 5,000 to 200,000, over up to 60 months (five years), from 7.2% APR depending on your check. You can repay early without a fee.',
  },
  {
    pack: 'finance',
    language: 'en',
    products: ['new-car-loan', 'ev-loan'],
    reply:
      'If the car is electric, the Electric Car Loan starts at 3.9% APR, 0.7% lower than the New Car Loan at 4.6%. Both run up to 60 months. Borrowing costs money; borrow only what you can repay.',
  },
  {
    pack: 'finance',
    language: 'en',
    products: ['bridge-balanced'],
    said: 'a fund for three years',
    reply:
      'The **Bridge Balanced Fund** (risk level R3) holds about half shares, half bonds. You can start with CNY 100; the purchase fee is 0.8% and the ongoing charge 1% a year. Please note that your capital is at risk and past performance says nothing certain about the future.',
  },
  {
    pack: 'finance',
    language: 'en',
    products: ['plain-index'],
    said: 'is it guaranteed?',
    reply:
      'No, nothing is guaranteed here: the Plain 300 Index Fund can fall, and falls of a third have happened. Your capital is at risk. Its ongoing charge is 0.25% a year.',
  },
  {
    pack: 'finance',
    language: 'en',
    faq: ['fund-return'],
    said: 'what return will I get?',
    reply:
      'I can’t tell you, and neither can anybody else: we name no expected return. You may get back less than you put in.',
  },
  {
    pack: 'finance',
    language: 'en',
    faq: ['deposit-rates'],
    said: 'deposit rates?',
    reply:
      'Per year: 3 months 1.05%, 6 months 1.25%, one year 1.45%, two years 1.55%, three years 1.85% and five years 1.9%, each from CNY 1,000.',
  },
  {
    pack: 'finance',
    language: 'en',
    faq: ['card-lost'],
    said: 'lost my card!!',
    reply:
      'Please freeze it now in the app under Cards > Freeze, or call 0800 555 0142 – someone answers round the clock. A new one arrives within five working days.',
  },
  {
    pack: 'finance',
    language: 'en',
    products: ['ripple-card', 'tern-card'],
    reply:
      'The Ripple Cashback Card gives 1% back (at most CNY 150 a month) for CNY 200 a year. If you fly a lot, the Tern Miles Card costs CNY 580, CNY 380 more, and includes four lounge visits a year.',
  },
  {
    pack: 'finance',
    language: 'en',
    products: ['deposit-12'],
    reply: 'The One-Year Deposit pays 1.45% a year, from CNY 1,000, for 12 months.',
  },
  {
    pack: 'finance',
    language: 'zh',
    products: ['everyday-current'],
    reply: '日常活期账户不收月费，余额按年利率 0.15% 计息，开户还送日常借记卡。',
  },
  {
    pack: 'finance',
    language: 'zh',
    products: ['flexi-loan'],
    said: '想借5万',
    reply:
      '借 5 万元可以看看岚易贷：额度 5000 元到 20 万元，最长 60 个月，年化利率 7.2% 起，提前还款不收违约金。请量力而行。',
  },
  {
    pack: 'finance',
    language: 'zh',
    products: ['bridge-balanced'],
    reply: '石桥平衡基金（R3）股债大约各占一半，100 元起购，申购费率 0.8%，综合年费率 1%。投资有风险，本金可能受损。',
  },
  {
    pack: 'finance',
    language: 'zh',
    faq: ['fund-return'],
    said: '一年能赚多少',
    reply: '这个没人能保证，我们也不报预期收益，可能会亏损。想要确定的利率可以看定期存款。',
  },
  {
    pack: 'finance',
    language: 'zh',
    products: ['ripple-card'],
    reply: '涟漪返现信用卡每笔消费返现 1%，每月最多返 150 元，年费 200 元。',
  },
  {
    pack: 'finance',
    language: 'zh',
    faq: ['loan-decision-time'],
    reply: '材料齐全后，个人贷款一个工作日出结果，车贷三个工作日，房贷十个工作日。',
  },
  // travel
  {
    pack: 'travel',
    language: 'en',
    products: ['kyoto-lanes', 'bangkok-canals'],
    said: 'city trip in November under 1500',
    reply:
      'Two ideas for November under $1,500:\n\n* **Lanterns and Lanes of Kyoto** – 4 nights, $1,290 per person, with temples before the buses arrive 🏮\n* **Bangkok by Canal** – also four nights, now $690 (down from $760)',
  },
  {
    pack: 'travel',
    language: 'en',
    products: ['sanya-winter-sun'],
    said: 'taking my parents somewhere warm in January',
    reply:
      'Sanya Winter Sun was made for that: twenty-five degrees in January, a big pool and a flat promenade. Five nights cost $620 per person, so $1,240 for two.',
  },
  {
    pack: 'travel',
    language: 'en',
    products: ['maldives-sandbank'],
    said: 'honeymoon in the maldives',
    reply:
      'Congratulations! The Sandbank Honeymoon gives you 5 nights in an overwater room with full board for $2,890 per person. It’s quiet by rule: guests from 12 years. Only 6 places are left.',
  },
  {
    pack: 'travel',
    language: 'en',
    faq: ['deposit-balance'],
    products: ['kyoto-lanes'],
    said: 'how much do I pay now for Kyoto?',
    reply:
      'The deposit is 20% of the price, so $258 per person for Kyoto. The balance is due 45 days before departure.',
  },
  {
    pack: 'travel',
    language: 'en',
    faq: ['cancel-trip'],
    reply:
      'More than 60 days before departure the fee is USD 50 a person; from 60 to 31 days it’s 30% of the price, from 30 to 15 days half the price (50%), then 75%, and 100% in the last 7 days.',
  },
  {
    pack: 'travel',
    language: 'en',
    faq: ['luggage'],
    reply: 'One checked bag of 23 kg plus 7 kg in the cabin is included when travel is. A second bag is $60 each way.',
  },
  {
    pack: 'travel',
    language: 'en',
    faq: ['travel-insurance', 'insurance-deadline'],
    reply:
      'Basic insurance is USD 39 per person and trip, Plus is USD 79. Plus must be bought within 14 days after booking; Basic until the day before departure.',
  },
  {
    pack: 'travel',
    language: 'en',
    products: ['danube-cycle', 'dolomites-huts'],
    reply:
      'The Danube trip is the easier one: 30 to 50 flat kilometres a day. The Dolomites Hut to Hut is demanding, with up to 1,000 metres of climbing, and $100 cheaper ($1,240 vs. $1,340).',
  },
  {
    pack: 'travel',
    language: 'en',
    products: ['hotel-paper-boat'],
    reply:
      'The Paper Boat Inn is $68 per room and night with breakfast; bicycles are free. The old town is five minutes away.',
  },
  {
    pack: 'travel',
    language: 'zh',
    products: ['kyoto-lanes', 'bangkok-canals'],
    said: '11月城市游，1500美元以内',
    reply:
      '11月的话，1500美元以内有两条线：京都巷陌与灯笼，4 晚，每人 $1,290；曼谷水巷，也是四晚，现在 $690，原价 $760。',
  },
  {
    pack: 'travel',
    language: 'zh',
    products: ['sanya-winter-sun'],
    said: '一月带爸妈去暖和的地方',
    reply: '三亚过冬很合适：一月也有二十五度，5 晚每人 620 美元，两个人一共 1240 美元。',
  },
  {
    pack: 'travel',
    language: 'zh',
    faq: ['deposit-balance'],
    reply: '定金是总价的 20%，每人最低 100 美元；尾款在出发前 45 天付清，只订酒店的是入住前 7 天。',
  },
  {
    pack: 'travel',
    language: 'zh',
    faq: ['luggage'],
    reply: '含往返交通的行程可托运一件 23 公斤行李，手提 7 公斤；加托运一件单程 60 美元。',
  },
];
