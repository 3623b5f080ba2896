import { INDICATORS, type IndicatorDefinition } from '../../src/domain/indicators';
import { LIMITS, sayLimit } from '../../src/domain/limits';

const DEFINITIONS: readonly IndicatorDefinition[] = INDICATORS;

it.each(['nl', 'en'] as const)('every limit of an indicator is said with its number, in %s', (language) => {
  for (const { unit, thresholds } of DEFINITIONS) {
    for (const limit of thresholds) {
      const said = sayLimit(limit, unit, language);
      expect(said).not.toMatch(/[{}]/);
      // Each is a phrase that follows a value: no capital, no full stop, and never an adverb without its number.
      expect(said).toMatch(/^[a-z]/);
      expect(said).not.toMatch(/(eronder|erboven|below|above|\.)$/);
      if (limit !== LIMITS.deliveriesMissing) expect(said).toMatch(/\d/);
    }
  }
});

it.each([
  ['FRACTION', LIMITS.solvencyProblematic, 'onder 10% is problematisch volgens convenant h. 3'],
  ['FRACTION', LIMITS.breakEven, 'onder 0,5% is op zijn best ongeveer break-even'],
  ['TIMES', LIMITS.currentRatioArrears, 'onder 0,7 geldt als achterstand op de liquiditeit'],
  ['DAYS', LIMITS.waitingLong, 'meer dan 70 dagen is lang'],
  ['COUNT', LIMITS.deliveriesMissing, 'elke ontbrekende aanlevering telt'],
] as const)('a limit in %s reads as a phrase', (unit, limit, says) => {
  expect(sayLimit(limit, unit, 'nl')).toBe(says);
});
