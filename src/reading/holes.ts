/**
 * Holes: fields that TypeScript computes. The statement leaves their key in the answer; after parsing, one DataLoader per
 * kind of hole fetches what all of them need in one batch, and the words take the place of the key.
 */
import DataLoader from 'dataloader';
import { explain, type Language } from '../domain/explain';
import type { StoredCriterion } from '../../entities/assessment';
import { grant } from '../policy/grant';
import type { Reader } from './reader';
import type { Run } from './run';

export type HoleName = 'explanation';

/** Where a hole is in the answer (response keys; lists are walked), and where its arguments come from. */
export interface HoleSite {
  readonly path: readonly string[];
  readonly hole: HoleName;
  readonly site: number;
}

type Fill = (key: string, args: Readonly<Record<string, unknown>>) => Promise<unknown>;
