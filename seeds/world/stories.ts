import { type QuarterNumber, quarterOf } from './calendar';

/** How real providers got into trouble (domain.md 11). Everyone else has ordinary good and bad years. */
export type StoryKind =
  | 'FAST_LIQUIDITY_LOSS'
  | 'SLOW_SOLVENCY_EROSION'
  | 'LOST_CONTRACT'
  | 'HIRED_STAFF_SPIRAL'
  | 'SUDDEN';

export interface Story {
  readonly kind: StoryKind;
  readonly from: QuarterNumber;
  /** The quarter in which things turn for the better; never when null. */
  readonly recoversFrom: QuarterNumber | null;
  /** The day on which people decide that it fails, and from which it delivers no care; never when null. */
  readonly failsOn: string | null;
}

/** Trouble that did not end in failure: some recovered, and the rest is not over yet. */
// biome-ignore format: it is a table, and is read as one
export const STORIES: readonly Story[] = [
  { kind: 'LOST_CONTRACT',         from: quarterOf(2025, 1), recoversFrom: quarterOf(2026, 1), failsOn: null }, // the first provider, De Wissel
  { kind: 'FAST_LIQUIDITY_LOSS',   from: quarterOf(2025, 3), recoversFrom: null,               failsOn: null },
  { kind: 'SLOW_SOLVENCY_EROSION', from: quarterOf(2022, 4), recoversFrom: null,               failsOn: null },
  { kind: 'HIRED_STAFF_SPIRAL',    from: quarterOf(2024, 3), recoversFrom: null,               failsOn: null },
  { kind: 'SLOW_SOLVENCY_EROSION', from: quarterOf(2022, 4), recoversFrom: quarterOf(2025, 1), failsOn: null },
  { kind: 'FAST_LIQUIDITY_LOSS',   from: quarterOf(2024, 1), recoversFrom: quarterOf(2025, 1), failsOn: null },
  { kind: 'LOST_CONTRACT',         from: quarterOf(2025, 3), recoversFrom: null,               failsOn: null },
  { kind: 'HIRED_STAFF_SPIRAL',    from: quarterOf(2023, 1), recoversFrom: quarterOf(2024, 3), failsOn: null },
  { kind: 'FAST_LIQUIDITY_LOSS',   from: quarterOf(2026, 1), recoversFrom: null,               failsOn: null },
  { kind: 'SLOW_SOLVENCY_EROSION', from: quarterOf(2024, 1), recoversFrom: null,               failsOn: null },
  { kind: 'LOST_CONTRACT',         from: quarterOf(2024, 1), recoversFrom: null,               failsOn: null },
  { kind: 'HIRED_STAFF_SPIRAL',    from: quarterOf(2025, 2), recoversFrom: null,               failsOn: null },
  { kind: 'LOST_CONTRACT',         from: quarterOf(2023, 2), recoversFrom: quarterOf(2024, 1), failsOn: null },
  { kind: 'FAST_LIQUIDITY_LOSS',   from: quarterOf(2022, 4), recoversFrom: quarterOf(2023, 4), failsOn: null },
  { kind: 'SLOW_SOLVENCY_EROSION', from: quarterOf(2023, 2), recoversFrom: quarterOf(2025, 2), failsOn: null },
  { kind: 'HIRED_STAFF_SPIRAL',    from: quarterOf(2024, 1), recoversFrom: quarterOf(2025, 1), failsOn: null },
];

/** Trouble that ended in failure. The small world has the first few, spread over the years. */
// biome-ignore format: it is a table, and is read as one
export const FAILURES: readonly Story[] = [
  { kind: 'FAST_LIQUIDITY_LOSS',   from: quarterOf(2024, 1), recoversFrom: null, failsOn: '2024-11-21' },
  { kind: 'SLOW_SOLVENCY_EROSION', from: quarterOf(2022, 4), recoversFrom: null, failsOn: '2025-09-11' },
  { kind: 'SUDDEN',                from: quarterOf(2023, 4), recoversFrom: null, failsOn: '2023-12-06' },
  { kind: 'LOST_CONTRACT',         from: quarterOf(2025, 1), recoversFrom: null, failsOn: '2026-03-31' },
  { kind: 'HIRED_STAFF_SPIRAL',    from: quarterOf(2023, 1), recoversFrom: null, failsOn: '2024-06-25' },
  { kind: 'FAST_LIQUIDITY_LOSS',   from: quarterOf(2022, 4), recoversFrom: null, failsOn: '2023-08-30' },
  { kind: 'LOST_CONTRACT',         from: quarterOf(2023, 3), recoversFrom: null, failsOn: '2025-03-18' },
  { kind: 'SUDDEN',                from: quarterOf(2026, 1), recoversFrom: null, failsOn: '2026-02-11' },
  { kind: 'SLOW_SOLVENCY_EROSION', from: quarterOf(2023, 2), recoversFrom: null, failsOn: '2026-05-20' },
  { kind: 'HIRED_STAFF_SPIRAL',    from: quarterOf(2024, 3), recoversFrom: null, failsOn: '2026-01-15' },
  { kind: 'SUDDEN',                from: quarterOf(2025, 2), recoversFrom: null, failsOn: '2025-05-27' },
  { kind: 'SUDDEN',                from: quarterOf(2024, 1), recoversFrom: null, failsOn: '2024-01-24' },
  { kind: 'SLOW_SOLVENCY_EROSION', from: quarterOf(2022, 1), recoversFrom: null, failsOn: '2024-09-03' },
  { kind: 'FAST_LIQUIDITY_LOSS',   from: quarterOf(2025, 4), recoversFrom: null, failsOn: '2026-09-17' },
];

/** What a story does to the books in one quarter, on top of ordinary business. */
export interface Effect {
  /** Added to the margin, as a fraction of revenue. */
  readonly margin: number;
  /** Added to the share of personnel costs that is hired staff. */
  readonly hired: number;
  /** Receivables as a multiple of what is usual. */
  readonly receivables: number;
  /** A one-off contribution of clients, as a fraction of quarterly revenue, outside the operational result. */
  readonly rescue: number;
}

export const NO_EFFECT: Effect = { margin: 0, hired: 0, receivables: 1, rescue: 0 };
/** Who fails loses more of its margin than who is in trouble and goes on. */
const WHEN_FAILING = 1.8;

/** How it goes per kind: `since` counts the quarters since the story began. */
const COURSES: Readonly<Record<StoryKind, (since: number) => Effect>> = {
  FAST_LIQUIDITY_LOSS: (since) => ({
    ...NO_EFFECT,
    margin: -0.03 - 0.01 * Math.min(since, 3),
    receivables: 1 + 0.32 * Math.min(since + 1, 5),
  }),
  SLOW_SOLVENCY_EROSION: (since) => ({ ...NO_EFFECT, margin: -0.022 - 0.0015 * Math.min(since, 10) }),
  LOST_CONTRACT: (since) => ({ ...NO_EFFECT, margin: [-0.05, -0.11, -0.08, -0.05][since] ?? -0.025 }),
  HIRED_STAFF_SPIRAL: (since) => ({
    ...NO_EFFECT,
    margin: -0.012 * Math.min(since + 1, 6),
    hired: 0.045 * Math.min(since + 1, 7),
  }),
  // A fraud, a claim, a bank that stops: nothing of it was in the books that were delivered.
  SUDDEN: () => NO_EFFECT,
};

/** The effect of a story in a quarter. Recovery undoes what went wrong within a year, and clients help once. */
export function effectOf(story: Story | null, quarter: QuarterNumber): Effect {
  if (story === null || quarter < story.from) return NO_EFFECT;
  const { kind, from, recoversFrom, failsOn } = story;
  if (recoversFrom === null || quarter < recoversFrom) {
    const effect = COURSES[kind](quarter - from);
    return failsOn === null ? effect : { ...effect, margin: effect.margin * WHEN_FAILING };
  }
  const worst = COURSES[kind](recoversFrom - 1 - from);
  const since = quarter - recoversFrom;
  const left = Math.max(0, 1 - (since + 1) / 3);
  return {
    margin: worst.margin * left + 0.012,
    hired: worst.hired * left,
    receivables: 1 + (worst.receivables - 1) * left,
    rescue: since === 0 ? 0.06 : 0,
  };
}
