/** The sections of single items, as people look for them; the items come from the definition of the uitvraag. */
import type { Said } from '../language';
import type { UitvraagItemDefinition } from '../uitvraag/definition';

interface SectionDefinition {
  readonly label: Said;
  /** The figures that belong here. */
  readonly figureItems: readonly string[];
  /** Items that become no figure of their own, by the code of the source. */
  readonly items?: readonly string[];
}

export const SECTIONS = {
  identity: { label: { nl: 'Organisatie', en: 'Organisation' }, figureItems: [], items: ['b1', 'b2'] },
  budget: {
    label: { nl: 'Begroting', en: 'Budget' },
    figureItems: [
      'budget_revenue',
      'budget_revenue_youth',
      'budget_overhead_costs',
      'budget_care_costs',
      'budget_other_costs',
      'budget_employed_staff_costs',
      'budget_hired_staff_costs',
      'budget_investments',
      'budget_result',
      'budget_solvency',
    ],
  },
  finances: {
    label: { nl: 'Financiën', en: 'Finances' },
    figureItems: [
      'net_result',
      'operational_result',
      'youth_result',
      'revenue',
      'revenue_youth',
      'equity',
      'balance_total',
      'current_assets',
      'current_liabilities',
      'cash',
      'working_capital',
      'overdue_creditors',
      'liquidity_forecast',
      'employed_staff_costs',
      'hired_staff_costs',
      'other_costs',
      'non_billable_production',
    ],
  },
  production: { label: { nl: 'Productie', en: 'Production' }, figureItems: ['declared_production'] },
  outlook: { label: { nl: 'Vooruitblik', en: 'Outlook' }, figureItems: ['outlook_risk'] },
  openInvoices: { label: { nl: 'Openstaande facturen', en: 'Open invoices' }, figureItems: ['open_invoices'] },
  flow: { label: { nl: 'Doorstroom', en: 'Flow' }, figureItems: ['inflow', 'throughflow', 'outflow'] },
  treatment: {
    label: { nl: 'Behandelduur en bedbezetting', en: 'Duration of treatment and bed occupancy' },
    figureItems: [
      'treatment_days_realised',
      'treatment_days_estimated',
      'bed_occupancy_realised',
      'bed_occupancy_budgeted',
    ],
  },
  personnel: {
    label: { nl: 'Personeel', en: 'Personnel' },
    figureItems: [],
    items: ['A5.1', 'A5.2', 'A5.3', 'A5.4', 'A5.5', 'A5.6', 'A5.7', 'A5.8', 'A5.9', 'A5.10'],
  },
  // What a new version of a definition asks for the first time.
  other: { label: { nl: 'Overige gegevens', en: 'Other items' }, figureItems: [] },
} as const satisfies Readonly<Record<string, SectionDefinition>>;

export type SectionCode = keyof typeof SECTIONS;
export const OTHER = 'other' satisfies SectionCode;

const CODES = Object.keys(SECTIONS) as readonly SectionCode[];

/** Null when no section is known for it. */
export function sectionOfItem({ code, figureItem }: UitvraagItemDefinition): SectionCode | null {
  const holds = ({ figureItems, items = [] }: SectionDefinition) =>
    figureItem === null ? items.includes(code) : figureItems.includes(figureItem);
  return CODES.find((each) => holds(SECTIONS[each])) ?? null;
}

/** Figures that may be below zero: results, equity, an overdraft, and what is foreseen of them. */
export const BELOW_ZERO_ALLOWED: ReadonlySet<string> = new Set([
  'net_result',
  'operational_result',
  'youth_result',
  'budget_result',
  'budget_solvency',
  'equity',
  'cash',
  'working_capital',
  'liquidity_forecast',
]);
