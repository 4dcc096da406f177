import type { Persona } from './persona.ts';

/** Shop customers who come for devices. */
export const TECH: readonly Persona[] = [
  {
    id: 'student',
    weight: 1.3,
    patience: 5,
    buys: 0.45,
    consent: 0.8,
    letDown: 0.12,
    visits: [1, 4],
    scenes: { deals: 0.5, service: 0.4, order: 0.3 },
    wishes: [
      {
        category: 'laptop',
        budget: [280, 720],
        open: {
          en: [
            'uni starts in three weeks and I need a laptop, {max} tops',
            'laptop for essays and netflix, not too heavy',
            'Looking for a cheap laptop for studying',
          ],
          zh: ['准备上大学，想买个笔记本，预算{max}', '写论文用的电脑，轻一点的', '学生党求推荐笔记本电脑'],
        },
        refine: { en: ['should be light, I carry it all day', 'at least 16gb ram'], zh: ['要轻薄的', '内存16G以上'] },
        ask: {
          en: [
            'how heavy is the {nth} one?',
            'how long does the battery of the {nth} one last',
            'is the {nth} one ok for photoshop?',
          ],
          zh: ['{nth}多重', '{nth}续航怎么样', '{nth}跑ps卡不卡'],
        },
      },
      {
        category: 'headphones',
        budget: [30, 130],
        open: {
          en: ['my flatmates are loud. noise cancelling headphones under {max}?', 'headphones for the library'],
          zh: ['宿舍太吵了，想买降噪耳机，{max}以内', '头戴耳机推荐，学生党'],
        },
        refine: { en: ['wireless please', 'not white'], zh: ['要无线的', '不要白色'] },
      },
      {
        category: 'backpack',
        budget: [25, 80],
        open: { en: ['a backpack that fits a 15 inch laptop'], zh: ['能放15寸电脑的双肩包', '上课背的书包'] },
      },
    ],
  },
  {
    id: 'gamer',
    weight: 0.9,
    patience: 7,
    buys: 0.5,
    consent: 0.7,
    letDown: 0.18,
    visits: [1, 5],
    scenes: { service: 0.3, complaint: 0.2, chat: 0.2 },
    wishes: [
      {
        category: 'gaminglaptop',
        budget: [900, 1700],
        open: {
          en: ['gaming laptop, 144hz or more', "what's your best gaming laptop under {max}"],
          zh: ['游戏本推荐，打3A的', '{max}以内的游戏本'],
        },
        ask: {
          en: ['how much ram does the {nth} one have?', 'what refresh rate is the screen of the {nth}'],
          zh: ['{nth}内存多大', '{nth}屏幕刷新率多少'],
        },
      },
      {
        category: 'mouse',
        budget: [20, 90],
        open: {
          en: ['light gaming mouse?', 'need a new mouse, mine double clicks'],
          zh: ['游戏鼠标，轻一点的', '鼠标双击了，换一个'],
        },
        ask: { en: ['what dpi does the {nth} have'], zh: ['{nth}多少DPI', '{nth}多重'] },
      },
      {
        category: 'mechanicalkeyboard',
        budget: [40, 150],
        open: {
          en: ['mechanical keyboard, linear switches, 75%', 'I want a clicky keyboard to annoy my coworkers'],
          zh: ['机械键盘，红轴的', '青轴键盘有吗'],
        },
        refine: { en: ['wireless', 'not Keldrin'], zh: ['无线的', '不要凯尔敦'] },
      },
      {
        category: 'monitor',
        budget: [150, 420],
        open: {
          en: ['27 inch monitor with a high refresh rate', 'gaming monitor, 1440p'],
          zh: ['27寸2K显示器，电竞用', '高刷显示器推荐'],
        },
        refine: { en: ['144hz at least'], zh: ['至少144Hz'] },
      },
    ],
  },
  {
    id: 'home-office',
    weight: 1.1,
    patience: 6,
    buys: 0.6,
    consent: 0.85,
    letDown: 0.1,
    visits: [2, 5],
    scenes: { service: 0.6, order: 0.4 },
    wishes: [
      {
        category: 'standingdesk',
        budget: [200, 450],
        open: {
          en: ['I sit 10 hours a day, want a standing desk', 'electric standing desk around {max}'],
          zh: ['久坐腰疼，想买升降桌', '电动升降桌{max}左右有吗'],
        },
        ask: {
          en: ['how wide is the {nth} one?', 'how much weight can the {nth} one carry'],
          zh: ['{nth}多宽', '{nth}承重多少'],
        },
      },
      {
        category: 'officechair',
        budget: [100, 420],
        open: {
          en: ['an office chair that is good for the back', 'ergonomic chair, mesh, please'],
          zh: ['人体工学椅推荐', '腰不好，办公椅选哪个'],
        },
        refine: { en: ['mesh, not leather', 'I am 1.92 m tall'], zh: ['要网面的，不要皮的'] },
        ask: { en: ['what is the maximum load of the {nth}'], zh: ['{nth}最大承重多少'] },
      },
      {
        category: 'webcam',
        budget: [40, 110],
        open: {
          en: ['webcam for video calls', 'better webcam, mine looks like a potato'],
          zh: ['开会用的摄像头', '直播摄像头有吗'],
        },
      },
      {
        category: 'monitor',
        budget: [90, 260],
        open: {
          en: ['second screen for my home office', 'a monitor that is easy on the eyes'],
          zh: ['想加个显示器办公', '护眼显示器'],
        },
      },
      {
        category: 'router',
        budget: [40, 220],
        open: {
          en: ['wifi is terrible upstairs, what can I do?', 'router for a big house, mesh maybe'],
          zh: ['楼上没信号，路由器换哪个', '大户型mesh路由推荐'],
        },
      },
    ],
  },
  {
    id: 'for-parents',
    weight: 1.1,
    patience: 5,
    buys: 0.6,
    consent: 0.8,
    letDown: 0.1,
    visits: [1, 4],
    scenes: { service: 0.5, order: 0.3, praise: 0.2 },
    wishes: [
      {
        category: 'phone',
        budget: [60, 200],
        open: {
          en: [
            'a simple phone for my mother, she is 78',
            'phone with big buttons for grandpa',
            'cheap smartphone for my dad, only whatsapp and photos',
          ],
          zh: ['给爷爷买个老人机', '给我妈买手机，字大一点的', '想给爸妈买个手机，{max}以内，能视频就行'],
        },
        ask: {
          en: ['is the {nth} one easy to use for old people?', 'how long does the battery of the {nth} last?'],
          zh: ['{nth}老人会用吗', '{nth}电池耐用吗'],
        },
      },
      {
        category: 'tablet',
        budget: [120, 300],
        open: {
          en: ['tablet for my parents to video call the grandkids', 'a tablet, big screen, easy'],
          zh: ['想给爸妈买个平板看电视剧', '老人用的平板，屏幕大点'],
        },
      },
      {
        category: 'warmer',
        budget: [15, 80],
        open: {
          en: ['electric blanket for my grandma, she is always cold'],
          zh: ['电热毯有吗，给老人用的', '暖手宝推荐'],
        },
        refine: { en: ['it must switch itself off'], zh: ['要能自动断电的'] },
      },
      {
        category: 'heater',
        budget: [30, 140],
        open: { en: ['a heater for a bathroom', 'small heater, quiet'], zh: ['取暖器哪种省电', '浴室用的暖风机'] },
      },
    ],
  },
  {
    id: 'creator',
    weight: 0.7,
    patience: 7,
    buys: 0.5,
    consent: 0.8,
    letDown: 0.15,
    visits: [1, 4],
    scenes: { service: 0.4, unmet: 0.3 },
    wishes: [
      {
        category: 'camera',
        budget: [200, 900],
        open: {
          en: [
            'I want to start vlogging, which camera?',
            'a mirrorless camera for beginners',
            'travel camera with a good zoom',
          ],
          zh: ['想拍vlog，买什么相机好', '微单新手入门推荐', '拍立得有吗'],
        },
        ask: { en: ['how heavy is the {nth} one', 'is the {nth} waterproof?'], zh: ['{nth}重不重', '{nth}防水吗'] },
      },
      {
        category: 'drone',
        budget: [200, 500],
        open: { en: ['drone for a beginner', 'do you have small drones?'], zh: ['新手玩无人机买哪个', '航拍机有吗'] },
      },
      {
        category: 'tablet',
        budget: [300, 700],
        open: { en: ['a tablet to draw on, with a pen'], zh: ['画画用的平板', '平板带笔的，画插画'] },
      },
    ],
  },
];
