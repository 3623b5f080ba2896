/**
 * The versions of the scorecard. None has a published basis; the only outcome they can be held against is that of 2019: of
 * 226 providers 36 % high, 40 % middle and 24 % low (31 839, nr. 768).
 */
import { fraction } from '../ratio';
import type { Scorecard } from './scorecard';

const percent = (of100: bigint) => fraction(of100, 100n);

// biome-ignore format: it is a table, and is read as one
export const SCORECARD_1 = {
  version: 'scorecard-1',
  label: { en: 'own model', nl: 'eigen model' },
  indicators: [
    { ratio: 'solvency',          riskIs: 'BELOW', bands: [{ than: percent(10n), points: 4 }, { than: percent(20n), points: 3 },  { than: percent(30n), points: 2 },        { than: percent(40n), points: 1 }] },
    { ratio: 'equityToRevenue',   riskIs: 'BELOW', bands: [{ than: percent(5n), points: 3 },  { than: percent(15n), points: 2 },  { than: percent(25n), points: 1 }] },
    { ratio: 'profitability',     riskIs: 'BELOW', bands: [{ than: percent(-2n), points: 4 }, { than: percent(0n), points: 3 },   { than: fraction(15n, 1000n), points: 2 }, { than: percent(3n), points: 1 }] },
    { ratio: 'currentRatio',      riskIs: 'BELOW', bands: [{ than: percent(70n), points: 4 }, { than: percent(100n), points: 3 }, { than: percent(130n), points: 2 },       { than: percent(160n), points: 1 }] },
    { ratio: 'daysCash',          riskIs: 'BELOW', bands: [{ than: fraction(15n), points: 3 }, { than: fraction(30n), points: 2 }, { than: fraction(60n), points: 1 }] },
    { ratio: 'pnilRatio',         riskIs: 'ABOVE', bands: [{ than: percent(35n), points: 3 }, { than: percent(21n), points: 2 },  { than: percent(13n), points: 1 }] },
    { ratio: 'nonBillableShare',  riskIs: 'ABOVE', bands: [{ than: percent(5n), points: 2 },  { than: percent(2n), points: 1 }] },
    { ratio: 'budgetRealisation', riskIs: 'BELOW', bands: [{ than: percent(85n), points: 3 }, { than: percent(95n), points: 2 },  { than: percent(100n), points: 1 }] },
    { answer: 'foreseesRisk',     points: 3, en: 'the provider itself foresees a risk', nl: 'de aanbieder voorziet zelf een risico' },
  ],
  cuts: { HIGH: 30, MIDDLE: 15 },
} as const satisfies Scorecard;

/**
 * The same indicators and bands. The cuts come nearest to the outcome of 2019 over the last four quarters of the invented
 * country (demo): 37 % high, 38 % middle, 25 % low. A year, because a single quarter has a season: after a summer the same
 * cuts give more high. What was invented cannot show that they are right; only that they lay out the same.
 */
export const SCORECARD_2 = {
  ...SCORECARD_1,
  version: 'scorecard-2',
  cuts: { HIGH: 31, MIDDLE: 15 },
} as const satisfies Scorecard;
