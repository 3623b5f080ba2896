import { createHash } from 'node:crypto';
import { chunksOf } from '../../seeds/copy';
import { quarterOf } from '../../seeds/world/calendar';
import type { WorldSize } from '../../seeds/world/size';
import { tablesOf } from '../../seeds/world/tables';
import { buildWorld, type World } from '../../seeds/world/world';

const worlds = new Map<WorldSize, World>();
function world(size: WorldSize): World {
  const built = worlds.get(size) ?? buildWorld(size);
  worlds.set(size, built);
  return built;
}

function fingerprint(of: World): string {
  const hash = createHash('sha256');
  for (const table of tablesOf(of)) {
    const chunks = chunksOf(table);
    for (let next = chunks.next(); next.value !== undefined; next = chunks.next()) hash.update(next.value.bytes);
  }
  return hash.digest('hex');
}

describe('The invented Netherlands', () => {
  it('is the same every time, down to the ids', () => {
    expect(fingerprint(buildWorld('small'))).toBe(fingerprint(buildWorld('small')));
  });

  it('is another one for every size', () => {
    const [small, demo] = [world('small'), world('demo')].map(
      ({ providers }) => new Set(providers.map(({ id }) => id)),
    );
    expect([...(small ?? [])].filter((id) => demo?.has(id))).toEqual([]);
  });

  it.each(['small', 'demo'] as const)('knows De Wissel in the %s world, with contracts in several regions', (size) => {
    const { providers, contracts } = world(size);
    const [first] = providers;
    expect(first).toMatchObject({ key: 'de-wissel', name: 'De Wissel', isEws: true, seat: { code: 'GM0014' } });
    const own = contracts.filter(({ provider }) => provider === first);
    expect(new Set(own.map(({ regionCode }) => regionCode)).size).toBeGreaterThan(2);
    expect(own.some(({ clientRegionCode }) => clientRegionCode === 'JZ01')).toBe(true);
    expect(own.some(({ municipalityCode }) => municipalityCode === 'GM0014')).toBe(true);
  });

  it('gives nobody a KvK number that can exist, and nobody the number or key of another', () => {
    const { providers } = world('demo');
    expect(providers.every(({ kvkNumber }) => /^00\d{6}$/.test(kvkNumber))).toBe(true);
    expect(new Set(providers.map(({ kvkNumber }) => kvkNumber)).size).toBe(providers.length);
    expect(new Set(providers.map(({ key }) => key)).size).toBe(providers.length);
  });

  it('has an account for every party, three for the JA, and one more for the program of the IGJ', () => {
    const { accounts, all } = world('demo').parties;
    expect(accounts.length).toBe(all.length + 3);
    const subjects = accounts.map(({ subject }) => subject);
    expect(subjects).toEqual(
      expect.arrayContaining(['service:IGJ', 'ja', 'ja:auditor', 'ja:administrator', 'provider:de-wissel']),
    );
    expect(subjects).toEqual(expect.arrayContaining(['municipality:GM0014', 'region:JZ01', 'inspection:IGJ', 'vng']));
  });
});

describe('The books of an invented provider', () => {
  const all = [...world('demo').books.values()].flatMap(({ quarters }) => quarters);

  it('are in whole cents', () => {
    expect(all.every((quarter) => Object.values(quarter).every(Number.isSafeInteger))).toBe(true);
  });

  it('add up: what is earned less what is spent is the operational result', () => {
    for (const { revenue, employedStaff, hiredStaff, otherCosts, operationalResult } of all) {
      expect(revenue - employedStaff - hiredStaff - otherCosts).toBe(operationalResult);
    }
  });

  it('move equity by the result, quarter after quarter', () => {
    for (const { quarters } of world('demo').books.values()) {
      for (const [at, { equity, netResult }] of quarters.entries()) {
        const before = quarters[at - 1];
        if (before) expect(equity).toBe(before.equity + netResult);
      }
    }
  });

  it('never earn more on youth care than in all, nor hold more than the balance', () => {
    for (const quarter of all) {
      expect(quarter.revenueYouth).toBeLessThanOrEqual(quarter.revenue);
      expect(quarter.cash).toBeLessThanOrEqual(quarter.currentAssets);
      expect(quarter.currentAssets).toBeLessThanOrEqual(quarter.balanceTotal);
      expect(
        Math.min(quarter.cash, quarter.otherCosts, quarter.hiredStaff, quarter.overdueCreditors),
      ).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('A provider in trouble that goes on', () => {
  const { providers, books } = world('demo');
  const told = (kind: string, recovers: boolean) => {
    const found = providers.filter(
      ({ story }) => story?.kind === kind && story.failsOn === null && (story.recoversFrom !== null) === recovers,
    );
    expect(found.length).toBeGreaterThan(0);
    return found;
  };
  const at = (provider: (typeof providers)[number], quarter: number) =>
    books.get(provider)?.quarters.find((each) => each.quarter === quarter);

  it('loses its liquidity fast: arrears within a year', () => {
    for (const provider of told('FAST_LIQUIDITY_LOSS', false)) {
      const from = provider.story?.from ?? 0;
      expect(at(provider, from - 1)?.overdueCreditors).toBe(0);
      const year = [0, 1, 2, 3].map((since) => at(provider, from + since)?.overdueCreditors ?? 0);
      expect(Math.max(...year)).toBeGreaterThan(0);
    }
  });

  it('erodes slowly: solvency falls for years', () => {
    for (const provider of told('SLOW_SOLVENCY_EROSION', false)) {
      const solvency = (quarter: number) => {
        const { equity = 0, balanceTotal = 1 } = at(provider, quarter) ?? {};
        return equity / balanceTotal;
      };
      expect(solvency(quarterOf(2026, 3))).toBeLessThan(solvency(quarterOf(2024, 4)));
      expect(solvency(quarterOf(2024, 4))).toBeLessThan(solvency(provider.story?.from ?? 0));
    }
  });

  it('loses a contract: a fifth of its youth revenue or more, and then money', () => {
    for (const provider of [...told('LOST_CONTRACT', false), ...told('LOST_CONTRACT', true)]) {
      const from = provider.story?.from ?? 0;
      const [before, after] = [at(provider, from - 1), at(provider, from + 1)];
      expect((after?.revenueYouth ?? 0) / (before?.revenueYouth ?? 1)).toBeLessThan(0.8);
      expect(after?.netResult).toBeLessThan(0);
    }
  });

  it('spirals in hired staff: at least twice the share of personnel costs', () => {
    for (const provider of told('HIRED_STAFF_SPIRAL', false)) {
      const share = (quarter: number) => {
        const { hiredStaff = 0, employedStaff = 1 } = at(provider, quarter) ?? {};
        return hiredStaff / (hiredStaff + employedStaff);
      };
      expect(share(quarterOf(2026, 3))).toBeGreaterThan(2 * share((provider.story?.from ?? 0) - 1));
    }
  });

  it('can recover: profitable again a year after the turn', () => {
    const recovered = providers.filter(
      ({ story }) => story?.recoversFrom != null && story.recoversFrom < quarterOf(2025, 3),
    );
    expect(recovered.length).toBeGreaterThan(1);
    for (const provider of recovered) {
      const turn = provider.story?.recoversFrom ?? 0;
      const year = [2, 3, 4, 5].reduce((sum, since) => sum + (at(provider, turn + since)?.netResult ?? 0), 0);
      expect(year).toBeGreaterThan(0);
    }
  });
});
