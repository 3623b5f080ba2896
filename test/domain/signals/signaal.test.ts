import fc from 'fast-check';
import {
  type Area,
  type Concern,
  type Signaal,
  type SignaalFacts,
  signalen,
} from '../../../src/domain/signals/signaal';
import { DEVELOPMENTS, type Development } from '../../../src/domain/vocabulary';

const PROVIDER = { name: 'Stichting De Wissel', code: '73730001' };
const ASSEN = { kind: 'MUNICIPALITY', code: 'GM0106', region: 'JZ02' } as const satisfies Area;
const DRENTHE = { kind: 'REGION', code: 'JZ02' } as const satisfies Area;
const concern = (more: Partial<Concern> = {}): Concern => ({
  careForm: 'JH1221',
  region: 'JZ02',
  municipality: null,
  supply: 'POSSIBLE_RISK',
  developments: ['CONTINUITY'],
  ...more,
});
const melding = (...concerns: Concern[]): SignaalFacts => ({
  basis: { kind: 'MELDING', dated: '2026-11-01' },
  concerns,
});

describe('a signaal to a municipality or region', () => {
  it('is exactly the five items of article 8h', () => {
    const [signaal] = signalen(PROVIDER, ASSEN, melding(concern()));
    expect(signaal).toEqual({
      dated: '2026-11-01',
      careForms: ['JH1221'],
      supply: 'POSSIBLE_RISK',
      developments: ['CONTINUITY'],
      provider: PROVIDER,
    });
  });

  it('has no date when it follows from analysis, and no provider when none is concerned', () => {
    const facts: SignaalFacts = { basis: { kind: 'ANALYSIS' }, concerns: [concern()] };
    expect(signalen(null, DRENTHE, facts)).toMatchObject([{ dated: null, provider: null }]);
  });

  it.each([
    ['the whole region, to the region', concern(), DRENTHE, 1],
    ['the whole region, to a municipality in it', concern(), ASSEN, 1],
    ['one municipality, to that municipality', concern({ municipality: 'GM0106' }), ASSEN, 1],
    ['one municipality, to its region', concern({ municipality: 'GM0106' }), DRENTHE, 1],
    ['another municipality of the same region', concern({ municipality: 'GM0109' }), ASSEN, 0],
    ['another region, to a municipality', concern({ region: 'JZ03' }), ASSEN, 0],
    ['another region, to a region', concern({ region: 'JZ03' }), DRENTHE, 0],
  ] as const)('about %s', (_, about, area, count) => {
    expect(signalen(PROVIDER, area, melding(about))).toHaveLength(count);
  });

  it('never tells a risk as a shortage: there is one of each', () => {
    const found = signalen(
      PROVIDER,
      DRENTHE,
      melding(concern(), concern({ careForm: 'JH131', supply: 'EXISTING_SHORTAGE', developments: ['PHASING_OUT'] })),
    );
    expect(found.map(({ supply, careForms, developments }) => [supply, careForms, developments])).toEqual([
      ['EXISTING_SHORTAGE', ['JH131'], ['PHASING_OUT']],
      ['POSSIBLE_RISK', ['JH1221'], ['CONTINUITY']],
    ]);
  });

  it('refuses a melding that is not dated on a day', () => {
    const facts: SignaalFacts = { basis: { kind: 'MELDING', dated: 'yesterday' }, concerns: [] };
    expect(() => signalen(PROVIDER, DRENTHE, facts)).toThrow(RangeError);
  });

  it('cannot hold more: neither by the compiler nor when it runs', () => {
    const five = { dated: null, careForms: [], supply: 'POSSIBLE_RISK' as const, developments: [], provider: null };
    // @ts-expect-error Only `signalen` makes one.
    const made: Signaal = five;
    // @ts-expect-error Nor with anything beside the five items.
    const more: Signaal = { ...five, solvency: 0.1 };
    expect([made, more]).toHaveLength(2);
    const [real] = signalen(PROVIDER, DRENTHE, melding(concern()));
    expect(Object.isFrozen(real)).toBe(true);
  });

  it('leaves out what slipped in beside the types: figures of a provider, words as a development', () => {
    const provider = { ...PROVIDER, trede: 4, solvency: 0.08 };
    const smuggled = {
      ...concern(),
      amount: 5,
      developments: ['solvency is 8%' as Development, 'CONTINUITY' as const],
    };
    const [signaal] = signalen(provider, DRENTHE, melding(smuggled));
    expect(JSON.stringify(signaal)).not.toMatch(/trede|solvency|amount/);
    expect(signaal?.developments).toEqual(['CONTINUITY']);
  });

  const anyConcern: fc.Arbitrary<Concern> = fc.record({
    careForm: fc.constantFrom('JH1', 'JH131', 'JB1'),
    region: fc.constantFrom('JZ02', 'JZ03'),
    municipality: fc.constantFrom(null, 'GM0106', 'GM0109'),
    supply: fc.constantFrom('POSSIBLE_RISK', 'EXISTING_SHORTAGE'),
    developments: fc.subarray(Object.keys(DEVELOPMENTS) as Development[]),
  });
  const area = fc.constantFrom<Area>(ASSEN, DRENTHE);

  it('does not change when something concerns another area, nor with the order', () => {
    fc.assert(
      fc.property(fc.array(anyConcern), area, (concerns, receiving) => {
        const found = signalen(PROVIDER, receiving, melding(...concerns));
        const elsewhere = concern({ region: 'JZ99', municipality: 'GM9999', developments: ['WAITING'] });
        expect(signalen(PROVIDER, receiving, melding(...[...concerns].reverse(), elsewhere))).toEqual(found);
        for (const signaal of found) {
          expect(Object.keys(signaal).sort()).toEqual(['careForms', 'dated', 'developments', 'provider', 'supply']);
        }
      }),
    );
  });
});
