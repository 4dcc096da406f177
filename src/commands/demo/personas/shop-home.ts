import type { Persona } from './persona.ts';

/** Shop customers who come for the house. */
export const HOME: readonly Persona[] = [
  {
    id: 'new-parent',
    weight: 1.2,
    patience: 6,
    buys: 0.65,
    consent: 0.9,
    letDown: 0.15,
    visits: [2, 5],
    scenes: { service: 0.4, order: 0.4, praise: 0.2 },
    wishes: [
      {
        category: 'humidifier',
        budget: [30, 110],
        open: {
          en: [
            "The air in our nursery is so dry, I'm looking for a quiet humidifier",
            'our baby coughs at night, would a humidifier help? which one do you have',
            'humidifier for a baby room please, really quiet',
          ],
          zh: ['宝宝房间太干了，想买个静音的加湿器', '有没有适合婴儿房用的加湿器', '孩子晚上老咳嗽，想看看加湿器'],
        },
        refine: { en: ['it should be quiet', 'easy to clean if possible'], zh: ['要静音的', '好清洗一点的'] },
        ask: {
          en: [
            'how loud is the {nth} one?',
            'how big is the tank of the {nth} one',
            'is the {nth} one ok for a small room?',
          ],
          zh: ['{nth}声音大吗', '{nth}水箱多大', '{nth}小房间够用吗'],
        },
      },
      {
        category: 'homecamera',
        budget: [50, 130],
        open: {
          en: [
            'I need a camera to watch the baby at night',
            'what baby monitors do you have?',
            'looking for something to keep an eye on the little one while she sleeps',
          ],
          zh: ['想买个能看宝宝睡觉的摄像头', '有看护摄像头吗，夜里也能看清的', '家里老人带娃，想装个摄像头'],
        },
        ask: {
          en: ['does the {nth} one work in the dark?', 'does the {nth} need wifi?'],
          zh: ['{nth}晚上看得清吗', '{nth}要连wifi吗'],
        },
      },
      {
        category: 'toy',
        budget: [20, 60],
        open: {
          en: [
            'a toy for a 1 year old',
            "my nephew turns 4 next week, any toy you'd recommend?",
            'wooden toys for toddlers?',
          ],
          zh: ['1岁宝宝玩什么玩具好', '侄子下周4岁生日，推荐个玩具', '有没有木头的积木'],
        },
        refine: { en: ['nothing with small parts'], zh: ['不要小零件的，怕吞'] },
      },
      {
        category: 'lamp',
        budget: [15, 40],
        open: {
          en: ['a night light for the kids room', "night light that isn't too bright, for feeding at 3am..."],
          zh: ['想买个喂奶用的小夜灯', '小孩房间的夜灯有吗，别太亮'],
        },
      },
    ],
  },
  {
    id: 'home-cook',
    weight: 1.2,
    patience: 6,
    buys: 0.6,
    consent: 0.85,
    letDown: 0.12,
    visits: [2, 6],
    scenes: { service: 0.3, order: 0.3, praise: 0.3, deals: 0.2 },
    wishes: [
      {
        category: 'airfryer',
        budget: [50, 150],
        open: {
          en: [
            'want to try an air fryer, which one for a family of four?',
            'is an air fryer worth it? show me some',
            'Looking for an air fryer, not too huge',
          ],
          zh: ['想买个空气炸锅，一家四口用', '空气炸锅哪款好', '朋友都在用空气炸锅，我也想入一个'],
        },
        refine: { en: ['at least 5 litres', 'easy to clean'], zh: ['5升以上的', '好洗的那种'] },
        ask: {
          en: ['how many litres is the {nth} one?', 'how much power does the {nth} one draw?'],
          zh: ['{nth}多少升', '{nth}功率多大'],
        },
      },
      {
        category: 'ricecooker',
        budget: [30, 160],
        open: {
          en: ['a rice cooker for two people please', 'my rice cooker died, I need a new one'],
          zh: ['电饭煲坏了，推荐一个', '两个人吃饭用多大的电饭煲', '想给爸妈换个好点的电饭锅'],
        },
        ask: { en: ['how big is the {nth} one'], zh: ['{nth}容量多大', '{nth}能预约吗'] },
      },
      {
        category: 'blender',
        budget: [30, 120],
        open: {
          en: ['I make smoothies every morning, need a good blender', 'blender for soups and smoothies?'],
          zh: ['想买个破壁机打豆浆', '料理机有推荐吗，主要给孩子做辅食'],
        },
        ask: { en: ['is the {nth} one loud?'], zh: ['{nth}打东西吵不吵'] },
      },
      {
        category: 'multicooker',
        budget: [40, 130],
        open: {
          en: ['looking for a slow cooker', 'pressure cooker, electric, what do you have'],
          zh: ['有电压力锅吗', '想买个炖汤的锅'],
        },
      },
    ],
  },
  {
    id: 'coffee-lover',
    weight: 0.9,
    patience: 7,
    buys: 0.6,
    consent: 0.85,
    letDown: 0.1,
    visits: [2, 5],
    scenes: { service: 0.3, praise: 0.3 },
    wishes: [
      {
        category: 'coffee',
        budget: [90, 500],
        open: {
          en: [
            'my moka pot finally died, thinking of getting a proper espresso machine',
            'Looking for a coffee machine that makes good cappuccino',
            'bean to cup machine for a small office?',
          ],
          zh: ['想入一台意式咖啡机', '在家做拿铁用哪款咖啡机好', '全自动的咖啡机有吗，懒人一个'],
        },
        refine: { en: ['no capsules', 'with a milk frother'], zh: ['不要胶囊的', '能打奶泡的'] },
        ask: {
          en: ['how many bar does the {nth} one have?', 'is the {nth} hard to clean'],
          zh: ['{nth}泵压多少', '{nth}好清洗吗'],
        },
      },
      {
        category: 'coffeegear',
        budget: [25, 150],
        open: {
          en: ['a burr grinder for pour over', 'which coffee grinder would you recommend'],
          zh: ['磨豆机推荐一下，手冲用', '手冲壶有吗'],
        },
      },
      {
        category: 'kettle',
        budget: [20, 80],
        open: {
          en: ['kettle with temperature control for tea', 'I need a new kettle, mine leaks'],
          zh: ['能调温的水壶有吗，泡茶用', '烧水壶漏水了，换一个'],
        },
        refine: { en: ['stainless steel inside please, no plastic'], zh: ['内胆要不锈钢的，不要塑料'] },
      },
    ],
  },
  {
    id: 'pet-owner',
    weight: 0.9,
    patience: 6,
    buys: 0.55,
    consent: 0.85,
    letDown: 0.2,
    visits: [1, 4],
    scenes: { service: 0.3, order: 0.3, complaint: 0.2 },
    wishes: [
      {
        category: 'robotvacuum',
        budget: [150, 600],
        open: {
          en: [
            'two cats, hair everywhere. which robot vacuum?',
            'do you have a robot vacuum that mops as well',
            'robot hoover that empties itself?',
          ],
          zh: ['家里两只猫，毛到处都是，扫地机器人买哪个', '想要能拖地的扫地机', '扫地机会自己倒垃圾的有吗'],
        },
        refine: { en: ['it should mop too', 'it has to empty itself'], zh: ['要能拖地', '能自动集尘的'] },
        ask: {
          en: ['how strong is the suction of the {nth} one?', 'how loud is the {nth} one? my dog is scared of noise'],
          zh: ['{nth}吸力多大', '{nth}吵不吵，怕吓着狗'],
        },
      },
      {
        category: 'purifier',
        budget: [80, 320],
        open: {
          en: ["I'm allergic to my own cat, need an air purifier", 'air purifier for about 30 square metres'],
          zh: ['猫毛过敏，想买空气净化器', '30平米左右的客厅用什么净化器'],
        },
        ask: { en: ['what room size is the {nth} one for'], zh: ['{nth}适合多大面积'] },
      },
      {
        category: 'vacuum',
        budget: [60, 300],
        open: {
          en: ['cordless vacuum, light one please, bad back', 'hoover for pet hair'],
          zh: ['无线吸尘器推荐，要轻一点，腰不好', '吸狗毛的吸尘器'],
        },
      },
    ],
  },
  {
    id: 'first-flat',
    weight: 1,
    patience: 5,
    buys: 0.55,
    consent: 0.8,
    letDown: 0.12,
    visits: [2, 6],
    scenes: { service: 0.5, order: 0.4, deals: 0.3 },
    wishes: [
      {
        category: 'bedding',
        budget: [40, 160],
        open: {
          en: ['just moved in, I need sheets and stuff', 'cotton bed set please', 'what bedding do you have'],
          zh: ['刚搬新家，想买四件套', '纯棉的床品有吗', '毯子有推荐的吗'],
        },
        refine: { en: ['cotton only', 'not white, I have a dog'], zh: ['要纯棉的', '不要白色，不耐脏'] },
      },
      {
        category: 'pillow',
        budget: [15, 60],
        open: {
          en: ['my neck hurts, which pillow is good for that', 'two pillows, nothing with feathers, I am allergic'],
          zh: ['颈椎不好，用什么枕头', '乳胶枕有吗'],
        },
      },
      {
        category: 'lamp',
        budget: [20, 110],
        open: {
          en: ['a floor lamp for the living room', 'need a reading lamp next to the bed'],
          zh: ['客厅想放个落地灯', '床头阅读灯推荐一个'],
        },
        ask: { en: ['can I dim the {nth} one?'], zh: ['{nth}能调亮度吗'] },
      },
      {
        category: 'vacuum',
        budget: [50, 160],
        open: { en: ['cheap vacuum cleaner for a small flat'], zh: ['小户型用的吸尘器，便宜点的'] },
      },
    ],
  },
];
