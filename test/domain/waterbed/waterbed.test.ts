import fc from 'fast-check';
import { compareRatios, fraction, toNumber } from '../../../src/domain/ratio';
import { careFormInRegion, impactIfStops } from '../../../src/domain/waterbed/impact';
import { type Market, prepareMarket } from '../../../src/domain/waterbed/lay-out';
import type {
  ContractedSum,
  DeclaredSum,
  DemandSum,
  MarketFacts,
  MarketProvider,
} from '../../../src/domain/waterbed/market';

const FORM = 'JH1221';
const HERE = 'JZ02';
const NEAR = 'JZ03';
const FAR = 'JZ40';
const euros = (amount: bigint) => amount * 100n;

const provider = (id: string, more: Partial<MarketProvider> = {}): MarketProvider => ({
  id,
  concern: null,
  trede: 1,
  isDecided: false,
  riskClass: 'LOW',
  points: 10,
  isCrucial: false,
  bedOccupancy: null,
  ...more,
});
const declared = (id: string, amount: bigint, more: Partial<DeclaredSum> = {}): DeclaredSum => ({
  provider: id,
  careForm: FORM,
  region: HERE,
  amount: euros(amount),
  days: null,
  ...more,
});
const contracted = (id: string, region: string | null = HERE, annualValue: bigint | null = null): ContractedSum => ({
  provider: id,
  careForm: FORM,
  region,
  annualValue: annualValue === null ? null : euros(annualValue),
});
const demand = (more: Partial<DemandSum> = {}): DemandSum => ({
  careForm: FORM,
  region: HERE,
  youngPeople: 100,
  covered: 10,
  coverable: 10,
  waitingDays: fraction(145n, 2n),
  referrals: 60,
  starts: 48,
  ...more,
});
const world = (more: Partial<MarketFacts>): Market =>
  prepareMarket({
    providers: [],
    declared: [],
    contracted: [],
    demand: [],
    neighbours: new Map([
      [HERE, [NEAR]],
      [NEAR, [HERE]],
    ]),
    days: 365,
    ...more,
  });
const market = (more: Partial<MarketFacts>) => careFormInRegion(FORM, HERE, world(more));
const impact = (more: Partial<MarketFacts>, id = 'x') => impactIfStops(id, world(more));

describe('a form of care in a region', () => {
  const three = { declared: [declared('a', 500n), declared('b', 300n), declared('c', 200n)], demand: [demand()] };

  it('tells the shares in euros and in young people, the largest first', () => {
    const found = market(three);
    expect(
      found?.providers.map(({ provider: id, share, places }) => [id, share && toNumber(share), places.count]),
    ).toEqual([
      ['a', 0.5, 50],
      ['b', 0.3, 30],
      ['c', 0.2, 20],
    ]);
    expect(found?.places).toEqual({ count: 100, basis: 'MUNICIPAL_REPORTS', isEstimate: false });
    expect(found?.providers[0]?.places.isEstimate).toBe(true);
  });

  it('tells waiting and dependence: the share of the largest, and the HHI', () => {
    const found = market(three);
    expect(found).toMatchObject({ amount: euros(1000n), active: 3, waiting: 12, waitingDays: fraction(145n, 2n) });
    expect([found?.largestShare, found?.hhi].map((value) => value && toNumber(value))).toEqual([0.5, 0.38]);
  });

  it('does not know how many wait where no referral is known', () => {
    const found = market({ ...three, demand: [demand({ referrals: null, starts: null, waitingDays: null })] });
    expect(found).toMatchObject({ waiting: null, waitingDays: null, places: { count: 100 } });
  });

  it('is wholly dependent on the only provider, whose young people are then counted and not estimated', () => {
    const found = market({ declared: [declared('a', 500n)], demand: [demand()] });
    expect([found?.largestShare, found?.hhi].map((value) => value && toNumber(value))).toEqual([1, 1]);
    expect(found?.providers[0]?.places).toEqual({ count: 100, basis: 'MUNICIPAL_REPORTS', isEstimate: false });
    const partly = market({ declared: [declared('a', 500n)], demand: [demand({ covered: 8 })] });
    expect(partly?.places).toEqual({ count: 100, basis: 'MUNICIPAL_REPORTS', isEstimate: true });
    expect(partly?.providers[0]?.places.isEstimate).toBe(true);
  });

  it('counts beds from declared days when fewer than 80 % of the municipalities reported', () => {
    const stays = [declared('a', 500n, { days: fraction(73_000n, 20n) }), declared('b', 1n, { days: fraction(730n) })];
    const found = market({ declared: stays, demand: [demand({ covered: 7 })] });
    expect(found?.places).toEqual({ count: 12, basis: 'DECLARED_DAYS', isEstimate: true });
    expect(found?.providers.map(({ places }) => places.count)).toEqual([10, 2]);
    expect(market({ declared: stays, demand: [demand({ covered: 8 })] })?.places.basis).toBe('MUNICIPAL_REPORTS');
  });

  it('does not know places without reports and days, nor a total when one provider declares no days', () => {
    const some = [declared('a', 500n, { days: fraction(3_650n) }), declared('b', 1n)];
    expect(market({ declared: some })?.places).toEqual({ count: null, basis: null, isEstimate: false });
    expect(market({ declared: some })?.providers.map(({ places }) => places.count)).toEqual([10, null]);
  });

  it('tells the capacity in beds where every occupancy is known', () => {
    const stays = [declared('a', 500n, { days: fraction(3_650n) }), declared('b', 1n, { days: fraction(730n) })];
    const full = (id: string) => provider(id, { bedOccupancy: fraction(80n, 100n) });
    expect(market({ declared: stays, providers: [full('a'), full('b')] })?.capacity).toBe(16);
    expect(market({ declared: stays, providers: [full('a'), provider('b')] })?.capacity).toBeNull();
    expect(
      market({ declared: stays, providers: [provider('a', { bedOccupancy: fraction(0n) })] })?.capacity,
    ).toBeNull();
  });

  it('lists who is contracted and declared nothing, and reads corrections below zero as no share', () => {
    const found = market({
      declared: [declared('a', 500n), declared('b', -20n)],
      contracted: [contracted('c', HERE, 70n)],
    });
    expect(found?.providers.map(({ provider: id, share }) => [id, share && toNumber(share)])).toEqual([
      ['a', 1],
      ['c', 0],
      ['b', 0],
    ]);
    expect(found).toMatchObject({ active: 1, amount: euros(500n) });
  });

  it('is not assessable where nothing was declared: no share, never zero', () => {
    const found = market({ contracted: [contracted('c')] });
    expect(found).toMatchObject({ largestShare: null, hhi: null, places: { count: null } });
    expect(found?.providers[0]?.share).toBeNull();
    expect(careFormInRegion('JH1', 'JZ99', world({}))).toBeNull();
  });
});

describe('when a provider stops', () => {
  const facts = {
    providers: [provider('x'), provider('a', { trede: 3 })],
    declared: [declared('x', 400n), declared('a', 600n), declared('x', 50n, { region: FAR })],
    contracted: [contracted('x'), contracted('a', HERE, 1000n)],
    demand: [demand()],
  };

  it('tells per form and region how many places and euros move, how many others there are, and where else it is felt', () => {
    const found = impact(facts);
    expect(found?.markets).toMatchObject([
      { region: HERE, amount: euros(400n), places: { count: 40, isEstimate: true }, otherProviders: 1, able: 1 },
      { region: FAR, amount: euros(50n), places: { count: null }, otherProviders: 0, able: 0 },
    ]);
    expect(found).toMatchObject({
      amount: euros(450n),
      placesAtLeast: 40,
      placesAtMost: null,
      placesUnknown: 1,
      isEstimate: true,
      regions: [HERE, FAR],
    });
  });

  it('tells who could take over, with their own trede, share and the room in their contract', () => {
    expect(impact(facts)?.markets[0]?.takeOver).toEqual([
      {
        provider: 'a',
        where: 'REGION',
        regions: [HERE],
        trede: 3,
        share: fraction(euros(600n), euros(1000n)),
        room: euros(400n),
        isAble: true,
        reason: null,
      },
    ]);
  });

  it.each([
    ['contracted in the region', contracted('b', HERE), {}, 'REGION', null],
    ['contracted in a neighbouring region', contracted('b', NEAR), {}, 'NEIGHBOUR', null],
    ['contracted nationally', contracted('b', null), {}, 'NATIONAL', null],
    ['on trede 3', contracted('b'), { trede: 3 }, 'REGION', null],
    ['on trede 4', contracted('b'), { trede: 4 }, 'REGION', 'TREDE_4_OR_HIGHER'],
    ['failing', contracted('b'), { trede: 6 }, 'REGION', 'TREDE_4_OR_HIGHER'],
    ['not assessable', contracted('b'), { trede: null }, 'REGION', 'NOT_ASSESSABLE'],
    ['of the same concern', contracted('b'), { concern: 'holding' }, 'REGION', 'SAME_CONCERN'],
    [
      'of the same concern, in trouble itself',
      contracted('b'),
      { concern: 'holding', trede: 5 },
      'REGION',
      'TREDE_4_OR_HIGHER',
    ],
  ] as const)(
    'a provider that is %s is listed, and able unless there is a reason',
    (_, contract, more, where, reason) => {
      const found = impact({
        providers: [provider('x', { concern: 'holding' }), provider('b', more)],
        declared: [declared('x', 1n)],
        contracted: [contract],
      });
      expect(found?.markets[0]?.takeOver).toMatchObject([{ provider: 'b', where, reason, isAble: reason === null }]);
      expect(found?.markets[0]?.able).toBe(reason === null ? 1 : 0);
    },
  );

  it('lists nobody without a contract for the form in or near the region, and not the provider itself', () => {
    const found = impact({
      providers: [provider('x'), provider('b')],
      declared: [declared('x', 1n), declared('b', 1n)],
      contracted: [contracted('x'), contracted('b', FAR), { ...contracted('b'), careForm: 'JH131' }],
    });
    expect(found?.markets[0]?.takeOver).toEqual([]);
  });

  it('does not count on somebody outside the early warning system: nothing is known of it', () => {
    const found = impact({ providers: [provider('x')], declared: [declared('x', 1n)], contracted: [contracted('z')] });
    expect(found?.markets[0]?.takeOver).toMatchObject([{ provider: 'z', trede: null, reason: 'NOT_ASSESSABLE' }]);
  });

  it('adds up the contracts of one provider, and does not know the room when one has no value', () => {
    const two = (value: bigint | null) => ({
      ...facts,
      contracted: [contracted('a', HERE, 500n), contracted('a', HERE, value)],
    });
    expect(impact(two(400n))?.markets[0]?.takeOver[0]?.room).toBe(euros(300n));
    expect(impact(two(null))?.markets[0]?.takeOver[0]?.room).toBeNull();
    expect(impact(two(0n))?.markets[0]?.takeOver[0]?.room).toBe(0n);
  });

  it('has no answer for a stranger, and nothing to replace for a provider without markets', () => {
    expect(impact({}, 'nobody')).toBeNull();
    expect(impact({ providers: [provider('x')] })).toMatchObject({
      markets: [],
      difficulty: null,
      level: null,
      placesAtLeast: null,
      placesAtMost: null,
    });
  });

  describe('counts nobody twice', () => {
    const form = { careForm: 'JH131' };
    const two = {
      providers: [provider('x')],
      declared: [declared('x', 1n), declared('x', 1n, form), declared('x', 1n, { region: NEAR })],
      demand: [
        demand({ youngPeople: 40 }),
        demand({ youngPeople: 30, ...form }),
        demand({ youngPeople: 5, region: NEAR }),
      ],
    };

    it('who uses two forms of care is one person: at least the largest form, at most all of them', () => {
      expect(impact(two)).toMatchObject({ placesAtLeast: 45, placesAtMost: 75, placesUnknown: 0 });
    });

    it('there is no most when somewhere it is not known, and at least what is known', () => {
      const some = { ...two, demand: two.demand.slice(1) };
      expect(impact(some)).toMatchObject({ placesAtLeast: 30, placesAtMost: null, placesUnknown: 1 });
      expect(impact({ ...two, demand: [] })).toMatchObject({ placesAtLeast: null, placesAtMost: null });
    });
  });
});

const ids = fc.constantFrom('x', 'a', 'b', 'c', 'd');
const forms = fc.constantFrom(FORM, 'JH131');
const regions = fc.constantFrom(HERE, NEAR, FAR);
const anyFacts: fc.Arbitrary<Partial<MarketFacts>> = fc.record({
  providers: fc.uniqueArray(
    fc.record({
      id: ids,
      concern: fc.constantFrom(null, 'holding'),
      trede: fc.constantFrom(null, 1, 2, 3, 4, 5, 6),
      isDecided: fc.boolean(),
      riskClass: fc.constantFrom(null, 'LOW', 'MIDDLE', 'HIGH'),
      points: fc.nat({ max: 100 }),
      isCrucial: fc.boolean(),
      bedOccupancy: fc.option(fc.nat({ max: 120 }).map((percent) => fraction(BigInt(percent), 100n))),
    }),
    { selector: ({ id }) => id },
  ),
  declared: fc.array(
    fc.record({
      provider: ids,
      careForm: forms,
      region: regions,
      amount: fc.bigInt({ min: -(10n ** 14n), max: 10n ** 15n }),
      days: fc.option(fc.nat().map((days) => fraction(BigInt(days), 100n))),
    }),
    { maxLength: 20 },
  ),
  contracted: fc.array(
    fc.record({
      provider: ids,
      careForm: forms,
      region: fc.option(regions),
      annualValue: fc.option(fc.bigInt({ min: 0n, max: 10n ** 15n })),
    }),
    { maxLength: 20 },
  ),
  demand: fc.uniqueArray(
    fc.record({
      careForm: forms,
      region: regions,
      youngPeople: fc.option(fc.nat({ max: 10_000 })),
      covered: fc.nat({ max: 5 }),
      coverable: fc.nat({ max: 5 }),
      waitingDays: fc.constant(null),
      referrals: fc.nat(),
      starts: fc.nat(),
    }),
    { selector: ({ careForm, region }) => `${careForm}${region}` },
  ),
});
const reversed = (facts: Partial<MarketFacts>): Partial<MarketFacts> =>
  Object.fromEntries(Object.entries(facts).map(([key, rows]) => [key, [...(rows as unknown[])].reverse()]));

describe('the waterbed', () => {
  it('does not depend on the order of the sums', () => {
    fc.assert(
      fc.property(anyFacts, ids, (facts, id) => {
        expect(impact(reversed(facts), id)).toEqual(impact(facts, id));
        expect(market(reversed(facts))).toEqual(market(facts));
      }),
    );
  });

  it('shares out everything and nothing more: euros, shares and young people', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { market: at } of world(facts).markets.values()) {
          const active = at.providers.filter(({ amount }) => amount > 0n);
          expect(active.reduce((sum, { amount }) => sum + amount, 0n)).toBe(at.amount);
          const allotted = active.filter(({ places }) => places.basis === 'MUNICIPAL_REPORTS');
          if (allotted.length > 0) {
            expect(allotted.reduce((sum, { places }) => sum + (places.count ?? 0), 0)).toBe(at.places.count);
          }
          if (!at.hhi || !at.largestShare) continue;
          expect(compareRatios(at.hhi, at.largestShare)).toBeLessThanOrEqual(0);
          expect(compareRatios(at.hhi, fraction(1n, BigInt(at.active)))).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('moves at least as many people as the largest form, and at most as many as all of them together', () => {
    fc.assert(
      fc.property(anyFacts, ids, (facts, id) => {
        const found = impact(facts, id);
        if (!found) return;
        const { markets, placesAtLeast, placesAtMost } = found;
        const known = markets.flatMap(({ careForm, places }) =>
          places.count === null ? [] : [{ careForm, count: places.count }],
        );
        for (const { careForm } of known) {
          const ofForm = known.filter((one) => one.careForm === careForm).reduce((sum, { count }) => sum + count, 0);
          expect(placesAtLeast).toBeGreaterThanOrEqual(ofForm);
        }
        expect(placesAtMost === null).toBe(known.length < markets.length || markets.length === 0);
        if (placesAtMost !== null) expect(placesAtMost).toBeGreaterThanOrEqual(placesAtLeast as number);
      }),
    );
  });

  it('never counts as able who is on trede 4 or higher, unknown, kin, or the provider itself', () => {
    fc.assert(
      fc.property(anyFacts, ids, (facts, id) => {
        const known = new Map(facts.providers?.map((one) => [one.id, one]));
        for (const { takeOver, able } of impact(facts, id)?.markets ?? []) {
          const counted = takeOver.filter(({ isAble }) => isAble);
          expect(counted).toHaveLength(able);
          expect(takeOver.map((one) => one.provider)).not.toContain(id);
          for (const { provider: other, reason } of counted) {
            expect(reason).toBeNull();
            expect(known.get(other)?.trede ?? 9).toBeLessThan(4);
            const concern = known.get(id)?.concern ?? null;
            expect(concern !== null && known.get(other)?.concern === concern).toBe(false);
          }
        }
      }),
    );
  });

  it('gets no easier when one who could take over gets into trouble', () => {
    const order = { LOW: 0, MEDIUM: 1, HIGH: 2 };
    fc.assert(
      fc.property(anyFacts, ids, (facts, id) => {
        const worse = {
          ...facts,
          providers: (facts.providers ?? []).map((one) => (one.id === id ? one : { ...one, trede: 5 })),
        };
        const [before, after] = [impact(facts, id), impact(worse, id)];
        if (!before?.level || !after?.level) return;
        expect(order[after.level]).toBeGreaterThanOrEqual(order[before.level]);
      }),
    );
  });
});

describe('a country of 270 providers, 42 regions and 24 forms', () => {
  it('answers in less than 10 ms for a large provider, of ten forms in twelve regions', () => {
    const range = (count: number) => Array.from({ length: count }, (_, at) => at);
    const regionCodes = range(42).map((at) => `JZ${at}`);
    const served = range(270).flatMap((p) =>
      range(p === 0 ? 24 : 1 + (p % 10)).flatMap((f) =>
        range(p === 0 ? 42 : 3 + (p % 12)).map((r) => ({
          provider: `p${p}`,
          careForm: `f${p === 0 ? f : (p * 7 + f) % 24}`,
          region: `JZ${p === 0 ? r : (p * 5 + r) % 42}`,
        })),
      ),
    );
    const big = world({
      providers: range(270).map((p) => provider(`p${p}`, { trede: 1 + (p % 5) })),
      declared: served.map((at, n) => ({ ...at, amount: BigInt(1_000_000 + n), days: null })),
      contracted: served.map((at) => ({ ...at, annualValue: 5_000_000n })),
      neighbours: new Map(regionCodes.map((code, at) => [code, [1, 2, 3, 40].map((step) => `JZ${(at + step) % 42}`)])),
    });
    const milliseconds = range(7).map(() => {
      const start = process.hrtime.bigint();
      expect(impactIfStops('p9', big)?.markets).toHaveLength(10 * 12);
      return Number(process.hrtime.bigint() - start) / 1e6;
    });
    expect(Math.min(...milliseconds)).toBeLessThan(10);
    expect(impactIfStops('p0', big)?.markets).toHaveLength(42 * 24);
  });
});
