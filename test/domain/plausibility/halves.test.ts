import fc from 'fast-check';
import type { PersonnelHalf } from '../../../src/domain/facts';
import { halvesWithoutAbsurd } from '../../../src/domain/plausibility/halves';
import { fraction } from '../../../src/domain/ratio';

const ORDINARY: PersonnelHalf = {
  start: '2026-01-01',
  end: '2026-07-01',
  staffInflow: 12,
  staffOutflow: 9,
  formationPrimary: fraction(905n, 10n),
  occupancyPrimary: fraction(880n, 10n),
  formationTotal: fraction(1_100n, 10n),
  occupancyTotal: fraction(1_070n, 10n),
  sickness: fraction(7n, 100n),
  personnelCosts: 4_000_000_00n,
  hiredStaffCosts: 500_000_00n,
  vacancies: 4,
};
const foundIn = (change: Partial<PersonnelHalf>) =>
  halvesWithoutAbsurd([{ ...ORDINARY, ...change }]).findings.map(
    ({ code, figures }) => `${code} ${figures.map(({ name }) => name).join(' ')}`,
  );

describe('the personnel of a half-year', () => {
  it('has no findings when it is ordinary, or not known', () => {
    expect(halvesWithoutAbsurd([ORDINARY])).toEqual({ halves: [ORDINARY], findings: [] });
    const unknown = Object.fromEntries(Object.keys(ORDINARY).map((name) => [name, null]));
    expect(foundIn({ ...unknown, start: ORDINARY.start, end: ORDINARY.end })).toEqual([]);
  });

  it.each<[string, Partial<PersonnelHalf>, string[]]>([
    ['sickness of 0 % can be', { sickness: fraction(0n) }, []],
    ['sickness of 100 % can be', { sickness: fraction(1n) }, []],
    ['sickness of 140 % cannot', { sickness: fraction(14n, 10n) }, ['OUTSIDE_FRACTION sickness']],
    ['sickness just above 100 % cannot', { sickness: fraction(1_000_001n, 1_000_000n) }, ['OUTSIDE_FRACTION sickness']],
    ['sickness below 0 % cannot', { sickness: fraction(-1n, 100n) }, ['OUTSIDE_FRACTION sickness']],
    ['no full-time equivalents can be', { formationPrimary: fraction(0n) }, []],
    [
      'full-time equivalents below zero cannot',
      { formationPrimary: fraction(-1n, 10n) },
      ['NEGATIVE formationPrimary'],
    ],
    ['vacancies below zero cannot', { vacancies: -1 }, ['NEGATIVE vacancies']],
    ['staff leaving below zero cannot', { staffOutflow: -1 }, ['NEGATIVE staffOutflow']],
    ['costs below zero cannot, and say nothing of their part', { personnelCosts: -1n }, ['NEGATIVE personnelCosts']],
    ['the primary process can be all there is', { formationPrimary: fraction(110n) }, []],
    [
      'the primary process cannot be more',
      { formationPrimary: fraction(1_101n, 10n) },
      ['PART_ABOVE_WHOLE formationPrimary formationTotal'],
    ],
    ['hired staff can be all there is', { hiredStaffCosts: 4_000_000_00n }, []],
    [
      'hired staff cannot cost more than all staff',
      { hiredStaffCosts: 4_000_000_01n },
      ['PART_ABOVE_WHOLE hiredStaffCosts personnelCosts'],
    ],
  ])('%s', (_, change, expected) => {
    expect(foundIn(change)).toEqual(expected);
  });

  it('does not count what cannot be, says so with the value, and keeps what was given', () => {
    const given = { ...ORDINARY, sickness: fraction(14n, 10n) };
    const { halves, findings } = halvesWithoutAbsurd([given]);
    expect(halves).toEqual([{ ...given, sickness: null }]);
    expect(given.sickness).toEqual(fraction(14n, 10n));
    expect(findings).toEqual([
      {
        code: 'OUTSIDE_FRACTION',
        severity: 'DO_NOT_COUNT',
        period: '2026H1',
        figures: [{ name: 'sickness', value: 1.4, period: '2026H1', source: 'DELIVERY' }],
        en: 'sickness (140.0%) cannot be below 0% or above 100%',
        nl: 'ziekteverzuim (140,0%) kan niet lager dan 0% of hoger dan 100% zijn',
      },
    ]);
  });

  it('never throws and always speaks, whatever was delivered', () => {
    const ratios = fc.tuple(fc.bigInt(), fc.bigInt({ min: 1n })).map(([above, below]) => fraction(above, below));
    const kinds = { object: ratios, bigint: fc.bigInt(), number: fc.integer() } as const;
    const arbitrary = Object.fromEntries(
      Object.entries(ORDINARY).map(([name, value]) => {
        const kind = kinds[typeof value as keyof typeof kinds];
        return [name, kind ? fc.option<unknown>(kind) : fc.constant<unknown>(value)];
      }),
    );
    const half = fc.record(arbitrary) as unknown as fc.Arbitrary<PersonnelHalf>;
    fc.assert(
      fc.property(half, (given) => {
        for (const { en, nl } of halvesWithoutAbsurd([given]).findings) {
          expect(en + nl).not.toMatch(/undefined|null|NaN|\{|\}|\(\)/);
        }
      }),
    );
  });
});
