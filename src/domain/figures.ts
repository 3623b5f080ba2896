import type { Said } from './language';
import type { FigureSource } from './vocabulary';

/** The amounts that are known per quarter, and what people call them. */
export const FIGURES = {
  revenue: { en: 'revenue', nl: 'opbrengsten' },
  revenueYouth: { en: 'revenue under the Jeugdwet', nl: 'opbrengsten Jeugdwet' },
  employedStaffCosts: { en: 'costs of employed staff', nl: 'kosten personeel in loondienst' },
  hiredStaffCosts: { en: 'costs of hired staff', nl: 'kosten personeel niet in loondienst' },
  otherCosts: { en: 'other costs', nl: 'overige bedrijfskosten' },
  netResult: { en: 'net result of the quarter', nl: 'nettoresultaat van het kwartaal' },
  yearToDateResult: { en: 'net result of the year to date', nl: 'nettoresultaat tot en met het kwartaal' },
  equity: { en: 'equity', nl: 'eigen vermogen' },
  balanceTotal: { en: 'balance total', nl: 'balanstotaal' },
  currentAssets: { en: 'current assets', nl: 'vlottende activa' },
  currentLiabilities: { en: 'current liabilities', nl: 'kortlopende schulden' },
  cash: { en: 'cash', nl: 'liquide middelen' },
  overdueCreditors: { en: 'overdue creditors', nl: 'vervallen crediteuren' },
  openInvoices: { en: 'open invoices', nl: 'openstaande facturen' },
  nonBillableProduction: { en: 'non-billable production', nl: 'niet-declarabele productie' },
  declaredProduction: { en: 'declared production', nl: 'gedeclareerde productie' },
  budgetRevenueYouth: { en: 'budgeted revenue under the Jeugdwet', nl: 'begrote opbrengsten Jeugdwet' },
} as const satisfies Readonly<Record<string, Said>>;
export type FigureName = keyof typeof FIGURES;
export const FIGURE_NAMES = Object.keys(FIGURES) as readonly FigureName[];

/**
 * What is known of a provider at the end of one quarter: flows of the quarter alone and closing stocks, in whole euro
 * cents. The summary table provider_quarter without the suffix. Null means not delivered, never zero.
 */
export type QuarterFigures = Readonly<Record<FigureName, bigint | null>> & {
  /** The first day of the quarter. */
  readonly quarter: string;
  /** The provider itself foresees a risk (Regeling Jeugdwet 8g b15). */
  readonly foreseesRisk: boolean | null;
  /** Where a figure comes from when it is not the provider's own delivery: annual accounts or an estimate. */
  readonly sources?: Readonly<Partial<Record<FigureName, FigureSource>>>;
};

const NOTHING_KNOWN = Object.fromEntries(FIGURE_NAMES.map((name) => [name, null])) as Record<FigureName, null>;

/** A quarter of which nothing but the given figures is known. */
export function quarterFigures(quarter: string, known: Partial<Omit<QuarterFigures, 'quarter'>> = {}): QuarterFigures {
  return { foreseesRisk: null, ...NOTHING_KNOWN, ...known, quarter };
}

/** A row of provider_quarter as the database gives it: amounts in cents, as text or as bigint. */
export type ProviderQuarterRow = Readonly<Record<`${FigureName}Cents`, string | bigint | null>> & {
  readonly quarter: string;
  readonly foreseesRisk: boolean | null;
  readonly origins?: readonly { readonly figure: string; readonly source: FigureSource }[];
};

/** The figures of a row of provider_quarter, and where they come from when that is not the provider's own delivery. */
export function figuresOf(row: ProviderQuarterRow): QuarterFigures {
  const amounts = FIGURE_NAMES.map((name) => {
    const cents = row[`${name}Cents`];
    return [name, cents === null ? null : BigInt(cents)] as const;
  });
  const sources = Object.fromEntries((row.origins ?? []).map(({ figure, source }) => [figure, source]));
  return {
    ...(Object.fromEntries(amounts) as Record<FigureName, bigint | null>),
    quarter: row.quarter,
    foreseesRisk: row.foreseesRisk,
    ...(Object.keys(sources).length > 0 && { sources }),
  };
}
