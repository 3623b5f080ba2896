import { parseArgs } from 'node:util';
import type { Plan } from './rounds';
import { WORKLOAD_NAMES, type WorkloadName } from './workload';

/** W4 is written, not read: see raw-insert.ts. */
export type MeasureName = WorkloadName | 'W4';
export const MEASURES: readonly MeasureName[] = [...WORKLOAD_NAMES, 'W4'];

export interface Options {
  readonly isQuick: boolean;
  readonly isJson: boolean;
  readonly measures: readonly MeasureName[];
  readonly plan: Plan;
}

export const USAGE = `npm run bench -- [--quick] [--json] [--workload W1,W2,...]

  --quick     under a minute once the world is there: fewer and shorter rounds
  --json      a line of JSON per workload
  --workload  some of ${MEASURES.join(', ')}; otherwise all but W0, and when it must be quick without W2S
`;

const QUICK: Plan = { rounds: 3, seconds: 0.45, warmUpSeconds: 7, inserts: 1, insertedRows: 25_000 };
const WHOLE: Plan = { rounds: 9, seconds: 2.5, warmUpSeconds: 30, inserts: 5, insertedRows: 100_000 };

/** Throws a TypeError for an option or workload that is not there. */
export function readOptions(words: string[]): Options {
  const { values } = parseArgs({
    args: words,
    options: { quick: { type: 'boolean' }, json: { type: 'boolean' }, workload: { type: 'string' } },
  });
  const { quick: isQuick = false, json: isJson = false, workload } = values;
  const measures = workload?.split(',').map((word) => {
    const known = MEASURES.find((name) => name === word.trim().toUpperCase());
    if (!known) throw new TypeError(`There is no workload ${word}.`);
    return known;
  });
  const leftOut: readonly MeasureName[] = isQuick ? ['W0', 'W2S'] : ['W0'];
  const all = MEASURES.filter((name) => !leftOut.includes(name));
  return { isQuick, isJson, measures: measures ?? all, plan: isQuick ? QUICK : WHOLE };
}
