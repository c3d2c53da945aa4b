import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { withMarked } from '../../support/marked.ts';
import { allWorst, doorTable, type Worst } from './door.ts';
import { createFirewall } from './firewall.ts';
import { manners } from './flood.ts';
import { createGateway } from './gateway.ts';

describe('a flood', () => {
  let rows: readonly Worst[];
  beforeAll(() => {
    rows = allWorst();
  });
  const rowsOf = (addresses: number, ...which: readonly (keyof typeof manners)[]) =>
    rows.filter((row) => row.addresses === addresses && which.some((name) => manners[name] === row.manner));

  test('keeps out as many people as docs/scale.md says', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/scale.md'), 'utf8');
    expect(page).toBe(withMarked(page, 'simulate:door', doorTable(rows)));
  });

  test('from one address keeps nobody out for a minute, however it asks', () => {
    for (const { onKnownDevices, onNewDevices } of rows.filter(({ addresses }) => addresses === 1)) {
      expect([onKnownDevices.inAMinute, onNewDevices.inAMinute]).toEqual([1, 1]);
    }
  });

  test('from 100 addresses lets 99 % of the people in, as long as none of them asks 100 times a second', () => {
    const slow = rowsOf(100, 'unnoticed', 'always', 'inTurns');
    expect(slow.length).toBe(3);
    for (const { onKnownDevices, onNewDevices } of slow) {
      expect(Math.min(onKnownDevices.inAMinute, onNewDevices.inAMinute)).toBeGreaterThanOrEqual(0.99);
    }
  });

  test('from 100 addresses that the firewall does not notice lets 99 % in at once', () => {
    const [row] = rowsOf(100, 'unnoticed');
    expect(row?.onKnownDevices.atOnce).toBeGreaterThanOrEqual(0.99);
  });

  test('from one address would keep most people out without the firewall', () => {
    const [row] = rowsOf(1, 'always');
    expect(row?.withoutFirewall.onKnownDevices.atOnce).toBeLessThan(0.5);
  });
});

describe('what plays the gateway', () => {
  test('lets a burst through, and then as many as its rate', () => {
    const letThrough = createGateway({ rate: 200, burst: 400 }, 1);
    expect([letThrough(1_000), letThrough(1_000), letThrough(100), letThrough(1_000)]).toEqual([0.4, 0.2, 1, 0.3]);
  });
});

describe('what plays the firewall', () => {
  test('blocks an address 20 to 30 s after it asks too often, and as long after it has asked less for five minutes', () => {
    const firewall = createFirewall(1, 500);
    const blocked: number[] = [];
    for (let second = 0; second < 1_000; second++) {
      if (firewall.isBlocked(0)) blocked.push(second);
      firewall.look(second, [second < 100 ? 50 : 0]); // more than 500 in the eleventh second
    }
    expect([blocked[0], blocked.at(-1), blocked.length]).toEqual([31, 410, 380]);
  });

  test('leaves an address alone that asks as often as it may', () => {
    const firewall = createFirewall(2, 500);
    for (let second = 0; second < 1_000; second++) {
      firewall.look(second, [second % 3 === 0 ? 5 : 0, 2]);
      if (second > 300) expect([firewall.isBlocked(0), firewall.isBlocked(1)]).toEqual([false, true]);
    }
  });
});
