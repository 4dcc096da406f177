import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isIban, isLuhn, isResidentId } from '../../../src/understanding/pii/checksums.ts';
import { redactPii, restorePii } from '../../../src/understanding/pii/redact-pii.ts';

describe('personal data', () => {
  test.each([
    ['mail me at bob.smith+x@mail.example.co.uk', 'mail me at [EMAIL_1]'],
    ['call +1 (555) 014-2233 or 555-123-4567', 'call [PHONE_1] or [PHONE_2]'],
    ['my number is 5550142233', 'my number is [PHONE_1]'],
    ['手机13812345678，座机010-12345678', '手机[PHONE_1]，座机[PHONE_2]'],
    ['微信同号 138 1234 5678', '微信同号 [PHONE_1]'],
    ['card 4111 1111 1111 1111', 'card [CARD_1]'],
    ['身份证11010519491231002X', '身份证[ID_1]'],
    ['IBAN DE89 3704 0044 0532 0130 00', 'IBAN [IBAN_1]'],
    ['ship to 221B Baker Street, London NW1 6XE please', 'ship to [ADDRESS_1] please'],
    ['I live at 12 high street', 'I live at [ADDRESS_1]'],
    ['请寄到北京市朝阳区建国路88号3号楼2单元501室，谢谢', '请寄到[ADDRESS_1]，谢谢'],
    ['地址是上海市浦东新区世纪大道100号', '地址是[ADDRESS_1]'],
  ])('is taken out of "%s"', (text, redacted) => {
    const result = redactPii(text);
    expect(result.text).toBe(redacted);
    expect(restorePii(result.text, result.found)).toBe(text);
  });

  test.each([
    'order 4111-1111-1111-1112',
    '订单13812345678',
    'order HH-10023',
    'WH-1000XM5 for $1,299.00',
    'iPhone 15 Pro 256GB 5000元',
    '预算 3000 到 5000',
    '2025-06-10',
    '身份证110105194912310021',
    'a 500 GB Drive',
    '三号线，5号路由器',
    'I need it in 2 days',
  ])('is not seen in "%s"', (text) => expect(redactPii(text)).toEqual({ text, found: [] }));

  test('one value has one placeholder, and a placeholder the customer typed is not taken for ours', () => {
    const { text, found } = redactPii('[EMAIL_1] a@b.cn a@b.cn');
    expect(text).toBe('[EMAIL_1] [EMAIL_2] [EMAIL_2]');
    expect(found).toEqual([{ kind: 'email', placeholder: '[EMAIL_2]', value: 'a@b.cn' }]);
  });

  test('comes back whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { text: redacted, found } = redactPii(text);
        expect(restorePii(redacted, found)).toBe(text);
      }),
    );
  });
});

test('check digits', () => {
  expect([isLuhn('4111111111111111'), isLuhn('4111111111111112')]).toEqual([true, false]);
  expect([isResidentId('11010519491231002X'), isResidentId('110105194912310021')]).toEqual([true, false]);
  expect([isIban('GB82WEST12345698765432'), isIban('GB82WEST12345698765431')]).toEqual([true, false]);
});
