import { listing } from './connection';
import { orders } from './described';
import { FigureOrigin } from './figure-origin';
import { Cents, Day, Filter, Flag, InQuarter, Of, type Ref, Some, Type } from './leaves';
import { NamedRatio } from './named-ratio';
import { Provider } from './provider';

@Type(
  'kwartaalcijfers',
  'What counts of a provider at the end of a quarter: flows of that quarter alone (a year to date minus that of the quarter before) and closing stocks, from Figure.isCurrent; where two sources tell the same, the provider’s own delivery before the annual accounts. Null means not known, never zero: not delivered, or delivered and impossible (Provider.findings says which). A ratio with a missing or senseless operand is null, "not assessable".',
)
export class ProviderQuarter {
  @Of(() => Provider, 'aanbieder', 'The provider that it is about.') provider: Ref<Provider> | null;
  @InQuarter('kwartaal', 'The quarter that is summarised.') quarter: string | null;
  @Day('einde van het kwartaal', 'First day after the quarter.') quarterEnd: string | null;
  @Cents('som der bedrijfsopbrengsten', 'Total revenue of the quarter, in euro cents (Regeling Jeugdwet 8g(2)(b)(5)).')
  revenueCents: number | null;
  @Cents(
    'opbrengsten Jeugdwet',
    'Revenue under the Jeugdwet in the quarter, in euro cents (Regeling Jeugdwet 8g(2)(b)(11)).',
  )
  revenueYouthCents: number | null;
  @Cents(
    'kosten personeel in loondienst',
    'Costs of employed staff in the quarter, in euro cents (Regeling Jeugdwet 8g(2)(b)(9)).',
  )
  employedStaffCostsCents: number | null;
  @Cents(
    'kosten personeel niet in loondienst',
    'Costs of hired staff (PNIL) in the quarter, in euro cents (Regeling Jeugdwet 8g(2)(b)(10)).',
  )
  hiredStaffCostsCents: number | null;
  @Cents('overige bedrijfskosten', 'All other costs of the quarter, in euro cents (Regeling Jeugdwet 8g(2)(b)(7)).')
  otherCostsCents: number | null;
  @Cents(
    'nettoresultaat',
    'Net result of the quarter alone, in euro cents; a loss is negative (Bijlage 4, providers 2).',
  )
  netResultCents: number | null;
  @Cents('nettoresultaat tot en met dit kwartaal', 'Net result since 1 January as delivered, in euro cents.')
  yearToDateResultCents: number | null;
  @Cents('eigen vermogen', 'Equity at the end of the quarter, in euro cents; may be negative (Bijlage 4, providers 2).')
  equityCents: number | null;
  @Cents('balanstotaal', 'Balance total at the end of the quarter, in euro cents.') balanceTotalCents: number | null;
  @Cents('vlottende activa', 'Current assets at the end of the quarter, in euro cents.')
  currentAssetsCents: number | null;
  @Cents('kortlopende schulden', 'Current liabilities at the end of the quarter, in euro cents.')
  currentLiabilitiesCents: number | null;
  @Cents('liquide middelen', 'Cash at the end of the quarter, in euro cents (Regeling Jeugdwet 8g(2)(b)(6)).')
  cashCents: number | null;
  @Cents(
    'achterstallige crediteuren',
    'Creditors past their due date at the end of the quarter, in euro cents: arrears (covenant ch. 3).',
  )
  overdueCreditorsCents: number | null;
  @Cents(
    'openstaande facturen',
    'Invoices that clients have not paid at the end of the quarter, in euro cents (Bijlage 4, providers 6).',
  )
  openInvoicesCents: number | null;
  @Cents(
    'niet-declarabele productie',
    'Production estimated not to be billable, in euro cents (Regeling Jeugdwet 8g(2)(b)(12)).',
  )
  nonBillableProductionCents: number | null;
  @Cents('gedeclareerde productie', 'Production declared in the quarter, in euro cents (Bijlage 4, providers 3).')
  declaredProductionCents: number | null;
  @Cents(
    'begrote opbrengsten Jeugdwet',
    'Budgeted revenue under the Jeugdwet for the whole calendar year, in euro cents (Regeling Jeugdwet 8g(2)(a)(6)).',
  )
  budgetRevenueYouthCents: number | null;
  @Flag(
    'voorziet risico',
    'Whether the provider itself foresees a risk to continuity (Regeling Jeugdwet 8g(2)(b)(15)).',
  )
  foreseesRisk: boolean | null;
  @Some(
    () => FigureOrigin,
    'herkomst',
    'The figures that are not the provider’s own delivery: from the annual accounts, or estimated. None when empty.',
  )
  origins: Ref<FigureOrigin>[] | null;
  @NamedRatio('solvency') solvency: number | null;
  @NamedRatio('equityToRevenue') equityToRevenue: number | null;
  @NamedRatio('profitability') profitability: number | null;
  @NamedRatio('currentRatio') currentRatio: number | null;
  @NamedRatio('daysCash') daysCash: number | null;
  @NamedRatio('pnilRatio') pnilRatio: number | null;
  @NamedRatio('nonBillableShare') nonBillableShare: number | null;
  @NamedRatio('youthShare') youthShare: number | null;
  @NamedRatio('budgetRealisation') budgetRealisation: number | null;
}

@Filter('kwartaalcijfers', 'quarters')
export class ProviderQuarterFilter {
  @InQuarter('vanaf', 'Only this quarter and later ones.') from?: string | null;
  @InQuarter('tot en met', 'Only this quarter and earlier ones.') to?: string | null;
}

export const ProviderQuarterSort = orders('ProviderQuarterSort', 'kwartaalcijfers', {
  QUARTER_DESC: 'Latest quarter first.',
  QUARTER_ASC: 'Earliest quarter first.',
});

export const ProviderQuarters = listing({
  node: 'ProviderQuarter',
  nl: 'kwartaalcijfers',
  type: () => ProviderQuarter,
  filter: () => ProviderQuarterFilter,
  orderBy: ProviderQuarterSort,
});
