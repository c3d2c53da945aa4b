import { describe, expect, test } from '@jest/globals';
import { priceOf, prices } from '../../infra/cost/prices.ts';
import { type Used, unitsOf, usdPerMillion } from './cost.ts';
import { itemBytes, writeUnits } from './items.ts';

const nothing: Used = {
  memory: 0,
  billedMs: 0,
  writeUnits: 0,
  budgetUnits: 0,
  logBytes: 0,
  responseBytes: 0,
  sent: undefined,
};

describe('a million requests', () => {
  test('cost what each service takes of them, and the total is the sum of the lines', () => {
    const bill = usdPerMillion({
      memory: 0.5,
      billedMs: 100,
      writeUnits: 3,
      budgetUnits: 1,
      logBytes: 1_024,
      responseBytes: 0,
      sent: 'email',
    });
    expect(bill.api_gateway).toBeCloseTo(3.5);
    expect(bill.lambda).toBeCloseTo(0.2 + 50_000 * 0.0000133334);
    expect(bill.dynamodb).toBeCloseTo(1.875);
    expect(bill.cloudwatch_logs).toBeCloseTo(0.5 * (1_000_000 / 1_024 ** 2));
    expect(bill.xray).toBeCloseTo(0.25);
    expect(bill.ses).toBeCloseTo(100);
    const { outside_ses_and_sns: outside, without_waf_and_budget: without, total, ...lines } = bill;
    expect(total).toBeCloseTo(Object.values(lines).reduce((sum, usd) => sum + usd, 0));
    expect(outside).toBeCloseTo(total - bill.ses - bill.sns);
    expect(without).toBeCloseTo(outside - 0.6 - 0.625);
  });

  test('that send nothing cost nothing of SES and SNS', () => {
    expect(usdPerMillion(nothing)).toMatchObject({ ses: 0, sns: 0, dynamodb: 0 });
  });

  test('that send texts cost their price each', () => {
    const { sns, ses } = usdPerMillion({ ...nothing, sent: 'sms' });
    expect([sns, ses]).toEqual([priceOf(1_000_000, prices.snsText), 0]);
  });
});

describe('write units', () => {
  test.each([
    [1, 1],
    [1_024, 1],
    [1_025, 2],
    [2_048, 2],
  ])('of %d bytes are %d', (bytes, units) => expect(writeUnits(bytes)).toBe(units));

  test('of a request are those of every item it writes, by its kind', () => {
    expect(unitsOf(['caller#a', 'target#b', 'caller#a'], { caller: 1_500, target: 100 })).toBe(5);
  });

  test('of a kind nobody weighed are no number', () => {
    expect(unitsOf(['unheard#of'], {})).toBeNaN();
  });
});

describe('an item weighs', () => {
  test.each([
    ['its name and the bytes of its text', { pk: { S: 'é' } }, 4],
    ['a byte for two digits and one more for a number', { n: { N: '1795428083459' } }, 1 + 8],
    ['nothing for zeros at either end of a number', { n: { N: '0100' } }, 1 + 2],
    ['its bytes', { b: { B: new Uint8Array(32) } }, 33],
    ['three bytes for a list and one for each element', { l: { L: [{ N: '12' }, { N: '34' }] } }, 1 + 3 + 2 * 3],
  ])('%s', (_, item, bytes) => expect(itemBytes(item)).toBe(bytes));
});
