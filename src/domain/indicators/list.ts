import { BED_OCCUPANCY } from './bed-occupancy';
import { CARE_INFLOW, CARE_OUTFLOW, CARE_THROUGHFLOW } from './care-flow';
import { CONTRACTS_EXPIRING } from './contract-expiry';
import { CONTRACTS_SHORT } from './contract-length';
import { CURRENT_RATIO } from './current-ratio';
import { DAYS_CASH } from './days-cash';
import { DELIVERIES_CORRECTED, DELIVERIES_LATE, DELIVERIES_MISSING } from './delivery-behaviour';
import type { IndicatorDefinition } from './indicator';
import { LIQUIDITY_FORECAST } from './liquidity-forecast';
import { NON_BILLABLE_SHARE } from './non-billable';
import { OCCUPANCY_PRIMARY, OCCUPANCY_TOTAL } from './occupancy';
import { OPEN_INVOICES } from './open-invoices';
import { PERSONNEL_RATIO } from './personnel-ratio';
import { PNIL_RATIO } from './pnil';
import { PROFITABILITY } from './profitability';
import { HERFINDAHL, LARGEST_CLIENT } from './revenue-concentration';
import { SICKNESS } from './sickness';
import { EQUITY_TO_REVENUE, SOLVENCY } from './solvency';
import { STAFF_INFLOW, STAFF_OUTFLOW } from './staff-flow';
import { TREATMENT_DURATION } from './treatment-duration';
import { VACANCIES } from './vacancies';
import { WAITING_TIME } from './waiting-time';

/** Every indicator, in the order in which they are shown: money, people, clients, care, and how it is delivered. */
export const INDICATORS = [
  SOLVENCY,
  EQUITY_TO_REVENUE,
  PROFITABILITY,
  CURRENT_RATIO,
  DAYS_CASH,
  LIQUIDITY_FORECAST,
  PNIL_RATIO,
  PERSONNEL_RATIO,
  SICKNESS,
  STAFF_INFLOW,
  STAFF_OUTFLOW,
  VACANCIES,
  OCCUPANCY_PRIMARY,
  OCCUPANCY_TOTAL,
  OPEN_INVOICES,
  NON_BILLABLE_SHARE,
  LARGEST_CLIENT,
  HERFINDAHL,
  CONTRACTS_EXPIRING,
  CONTRACTS_SHORT,
  CARE_INFLOW,
  CARE_THROUGHFLOW,
  CARE_OUTFLOW,
  TREATMENT_DURATION,
  BED_OCCUPANCY,
  WAITING_TIME,
  DELIVERIES_LATE,
  DELIVERIES_MISSING,
  DELIVERIES_CORRECTED,
] as const satisfies readonly IndicatorDefinition[];
export type IndicatorCode = (typeof INDICATORS)[number]['code'];
