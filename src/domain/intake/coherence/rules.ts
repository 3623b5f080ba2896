/** All rules of coherence, in the order in which they are told. */
import { ANNUAL_ACCOUNTS, EQUITY_MOVES_WITH_RESULT } from './annual-accounts';
import { BUDGET_ADDS_UP } from './budget-adds-up';
import { COUNTERPART_ALONE, COUNTERPART_TERM, COUNTERPART_VALUE } from './counterpart';
import { CUMULATIVE_FELL } from './cumulative-fell';
import { CONTRACT_IN_PERIOD, STARTS_BEFORE_ENDS, TENDER_BEFORE_START } from './dates';
import { DECLARED_TOTAL } from './declared-total';
import { FACTOR } from './factor';
import { JUMP } from './jump';
import { QUARTER_ABOVE_BUDGET, YEAR_ABOVE_BUDGET } from './municipal-budget';
import { OCCUPANCY } from './occupancy';
import { OUTLOOK } from './outlook';
import { OVERDRAWN } from './overdrawn';
import { HIRED_ABOVE_PERSONNEL, PARTS_AND_WHOLES } from './parts-and-wholes';
import { ABOVE_HUNDRED, PERCENTAGE, SICKNESS } from './percentages';
import { CONTRACT_WITHOUT_PRODUCTION, PRODUCTION_WITHOUT_CONTRACT } from './production-and-contracts';
import { QUARTER_ALONE } from './quarter-alone';
import { RESULT_AND_REVENUE } from './result-and-revenue';
import type { CoherenceRule } from './rule';
import { SIGN } from './sign';
import { WAITING } from './waiting';

export const COHERENCE_RULES: readonly CoherenceRule[] = [
  PARTS_AND_WHOLES,
  HIRED_ABOVE_PERSONNEL,
  RESULT_AND_REVENUE,
  ABOVE_HUNDRED,
  STARTS_BEFORE_ENDS,
  TENDER_BEFORE_START,
  FACTOR,
  QUARTER_ALONE,
  CUMULATIVE_FELL,
  JUMP,
  SIGN,
  OVERDRAWN,
  BUDGET_ADDS_UP,
  ANNUAL_ACCOUNTS,
  EQUITY_MOVES_WITH_RESULT,
  PERCENTAGE,
  SICKNESS,
  OCCUPANCY,
  WAITING,
  DECLARED_TOTAL,
  PRODUCTION_WITHOUT_CONTRACT,
  CONTRACT_WITHOUT_PRODUCTION,
  COUNTERPART_VALUE,
  COUNTERPART_TERM,
  COUNTERPART_ALONE,
  CONTRACT_IN_PERIOD,
  QUARTER_ABOVE_BUDGET,
  YEAR_ABOVE_BUDGET,
  OUTLOOK,
];
