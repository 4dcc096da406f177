import type { Pack } from '../../../knowledge/pack.ts';
import type { Lines } from '../personas/persona.ts';
import type { LineKey } from './en.ts';

/** Lines that sound otherwise where no goods are sent: a trip is not "arrived broken". */
export const DOMAIN_LINES: Partial<Record<Pack['domain'], Partial<Record<LineKey, Lines>>>> = {
  travel: {
    ask: {
      en: [
        'tell me more about the {nth} one',
        'is the {nth} one any good?',
        'how much is the {nth} one',
        'what do people say about the {nth} one?',
      ],
      zh: ['说说{nth}', '{nth}怎么样', '{nth}多少钱', '{nth}口碑好吗'],
    },
    unmet: {
      en: [
        'do you have trips to the moon',
        'only the flight, to Sydney',
        'rental car in Spain?',
        'a concert ticket for Vienna',
      ],
      zh: ['只订机票可以吗', '租车有吗', '有没有去朝鲜的', '演唱会门票能买吗'],
    },
    orderAsk: {
      en: ['is my booking confirmed?', 'when do I get the travel documents?', 'can you check my booking'],
      zh: ['我的订单确认了吗', '出行资料什么时候发', '帮我查下预订'],
    },
    mild: {
      en: [
        'the hotel was not what you described',
        'our guide was late every morning',
        'the room was next to the lift, we hardly slept',
      ],
      zh: ['酒店跟描述的不一样', '导游天天迟到', '房间靠电梯，吵得没睡好'],
    },
    angry: {
      en: [
        'The hotel was filthy and nobody from you answered the phone!!',
        'you cancelled our trip two days before and I still have no refund. are you serious?!',
        'worst holiday ever, I want my money back',
      ],
      zh: ['酒店脏得要命，打电话没人接！！', '出发前两天取消行程，钱还不退，骗子吗', '最差的一次旅行，退钱！'],
    },
    praise: {
      en: ['we are back, it was wonderful. thank you!', 'our guide was fantastic'],
      zh: ['玩得特别开心，谢谢你们', '导游太好了，点赞'],
    },
    reviewBad: {
      en: ['The room smelled and the breakfast was poor.', 'Too much time on the bus, badly organised.'],
      zh: ['房间有味道，早餐也差。', '一直在坐车，安排得很乱。'],
    },
    reviewGood: {
      en: ['Lovely guide, small group, great food.', 'Everything went smoothly, would book again.'],
      zh: ['导游热情，团小，吃得好。', '安排得很妥当，下次还来。'],
    },
  },
  finance: {
    ask: {
      en: ['tell me more about the {nth} one', 'what does the {nth} one cost?', 'is the {nth} one any good?'],
      zh: ['说说{nth}', '{nth}怎么样', '{nth}收什么费用'],
    },
    unmet: {
      en: [
        'can I buy bitcoin with you?',
        'do you offer pet insurance',
        'I want to trade options',
        'do you exchange old coins',
      ],
      zh: ['能买比特币吗', '有宠物保险吗', '能炒期权吗', '收古钱币吗'],
    },
    orderAsk: {
      en: ['what about my application?', 'is my loan approved yet?', 'when does my card arrive?'],
      zh: ['我的申请到哪一步了', '贷款批了吗', '卡什么时候寄到'],
    },
    mild: {
      en: [
        'I was charged a fee I do not understand',
        'the app keeps logging me out',
        'I waited 40 minutes on the phone',
      ],
      zh: ['扣了一笔不明白的费用', '手机银行老掉线', '打电话等了四十分钟'],
    },
    angry: {
      en: [
        'you blocked my card on holiday and nobody picks up!!',
        'third wrong fee this month. this is theft!',
        'my transfer is gone for two weeks. where is my MONEY',
      ],
      zh: ['出国把我卡锁了，电话还打不通！！', '这个月第三次乱扣费，抢钱吗', '转账两周没到，我的钱呢'],
    },
    praise: {
      en: ['your colleague at the branch was really kind', 'opening the account took five minutes, great'],
      zh: ['网点的工作人员很耐心，感谢', '开户五分钟搞定，点赞'],
    },
    reviewBad: {
      en: ['Fees that nobody explains.', 'The app is slow and crashes.'],
      zh: ['费用说不清楚。', '手机银行又慢又闪退。'],
    },
    reviewGood: {
      en: ['Clear conditions and a quick answer.', 'Good rate and everything online.'],
      zh: ['条款清楚，回复快。', '利率不错，全程线上办。'],
    },
  },
};
