/** Every comparison of one provider, quarter by quarter. */
import { pairContracts } from '../../../domain/mismatch/contract-pairs';
import { yearOf } from '../../../domain/period';
import type { Window } from '../window';
import { budgets } from './budgets';
import { care } from './care';
import { contracts } from './contracts';
import { forecasts } from './forecasts';
import { forms } from './forms';
import type { Laid, Moment } from './laid';
import type { Known } from './sources';
import { spreadOn } from './spread';

/** The kinds that begin with a provider. Kinds 3 and 4 begin with municipalities. */
const KINDS: readonly ((moment: Moment) => Laid[])[] = [budgets, contracts, forms, care, forecasts];

export interface LaidInQuarter {
  readonly quarter: string;
  readonly laid: readonly Laid[];
}

export function laidOf(known: Known, { quarters, lastDays }: Window): LaidInQuarter[] {
  const { provider, facts } = known;
  const pairs = pairContracts(provider.id, facts.contracts);
  return quarters.flatMap((quarter, at) => {
    if (!provider.quarters.has(quarter)) return [];
    const day = lastDays[at] as string;
    const spread = spreadOn(day, facts.contracts, provider.seatRegionCode);
    const moment = { known, quarter, year: yearOf(quarter), day, at, spread, pairs };
    return [{ quarter, laid: KINDS.flatMap((layBeside) => layBeside(moment)) }];
  });
}
