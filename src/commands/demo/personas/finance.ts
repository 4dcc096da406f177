import type { Persona } from './persona.ts';

/** Customers of a bank. */
export const FINANCE: readonly Persona[] = [
  {
    id: 'saver',
    weight: 1.3,
    patience: 6,
    buys: 0.5,
    consent: 0.8,
    letDown: 0.08,
    visits: [1, 4],
    scenes: { service: 0.8 },
    wishes: [
      {
        category: 'deposit',
        open: {
          en: [
            'I have some money I do not need for a year',
            'fixed deposit for 12 months',
            'where do I get the best interest without risk?',
          ],
          zh: ['有笔钱一年用不到，存哪里好', '一年定期利率多少', '想存点钱，要保本'],
        },
        ask: { en: ['what is the rate of the {nth} one?'], zh: ['{nth}利率多少'] },
      },
      {
        category: 'savings-account',
        open: {
          en: ['a savings account I can get at any time', 'saving for my daughter'],
          zh: ['随存随取的账户', '给孩子存钱用哪个'],
        },
      },
    ],
  },
  {
    id: 'investor',
    weight: 1,
    patience: 7,
    buys: 0.4,
    consent: 0.85,
    letDown: 0.1,
    visits: [1, 4],
    scenes: { service: 0.6 },
    wishes: [
      {
        category: 'fund',
        open: {
          en: ['I want to start investing a little each month', 'low-risk fund', 'an index fund please'],
          zh: ['想每个月定投一点基金', '低风险的基金', '指数基金有哪些'],
        },
        refine: { en: ['nothing risky', 'no gold'], zh: ['风险低一点', '不要黄金'] },
        ask: {
          en: ['what does the {nth} one cost a year?', 'how risky is the {nth} one'],
          zh: ['{nth}费率多少', '{nth}风险高吗'],
        },
      },
    ],
  },
  {
    id: 'borrower',
    weight: 1,
    patience: 5,
    buys: 0.4,
    consent: 0.7,
    letDown: 0.12,
    visits: [1, 3],
    scenes: { service: 0.7, order: 0.5 },
    wishes: [
      {
        category: 'home-loan',
        open: {
          en: ['we want to buy our first flat, what mortgages do you have', 'mortgage with a fixed rate'],
          zh: ['想买第一套房，房贷怎么贷', '固定利率的房贷'],
        },
      },
      {
        category: 'car-loan',
        open: { en: ['loan for an electric car', 'used car loan?'], zh: ['买新能源车怎么贷款', '二手车贷款有吗'] },
        ask: { en: ['what is the rate of the {nth}?'], zh: ['{nth}利率多少'] },
      },
      {
        category: 'personal-loan',
        open: { en: ['I need money to renovate my kitchen'], zh: ['装修想贷点款'] },
      },
    ],
  },
  {
    id: 'cardholder',
    weight: 1.2,
    patience: 5,
    buys: 0.5,
    consent: 0.8,
    letDown: 0.15,
    visits: [1, 4],
    scenes: { service: 0.8, complaint: 0.3 },
    wishes: [
      {
        category: 'credit-card',
        open: {
          en: [
            'credit card with cashback',
            'a card for travelling, no foreign fees',
            'first credit card, no annual fee',
          ],
          zh: ['返现的信用卡', '出国用的信用卡，免手续费', '没有年费的信用卡'],
        },
        refine: { en: ['no annual fee'], zh: ['不要年费的'] },
        ask: { en: ['what is the annual fee of the {nth} one'], zh: ['{nth}年费多少'] },
      },
      {
        category: 'current-account',
        open: { en: ['account for my salary', 'student account'], zh: ['工资账户开哪个', '学生账户'] },
      },
    ],
  },
  {
    id: 'guarded',
    weight: 0.6,
    patience: 4,
    buys: 0.3,
    consent: 0.1,
    letDown: 0.2,
    visits: [1, 3],
    scenes: { privacy: 2, service: 0.5 },
    wishes: [{ category: 'debit-card', open: { en: ['a simple debit card'], zh: ['办张普通借记卡'] } }],
  },
];
