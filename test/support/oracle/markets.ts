/** What is known of markets of care, gathered row by row from what a viewer sees: no statement, and no sum made in SQL. */
import { PRESENT } from '../../../src/domain/models';
import { addQuarters, daysInPeriod, quarterEnd } from '../../../src/domain/period';
import { fraction, fromDecimal, type Ratio } from '../../../src/domain/ratio';
import type { RiskClass } from '../../../src/domain/vocabulary';
import type { DemandSum, MarketFacts, MarketProvider } from '../../../src/domain/waterbed/market';
import type { Sight } from './sight';
import type { Row } from './world';

export interface Place {
  readonly form: string;
  readonly region: string;
}

const text = (row: Row, property: string) => String(row[property]);
const plus = (a: Ratio, b: Ratio): Ratio =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
const added = (all: readonly Ratio[]): Ratio => all.reduce(plus, fraction(0n));
const times = ({ numerator, denominator }: Ratio, by: number): Ratio => fraction(numerator * BigInt(by), denominator);
const per = ({ numerator, denominator }: Ratio, count: number): Ratio =>
  fraction(numerator, denominator * BigInt(count));
const count = (rows: readonly Row[], property: string) => rows.reduce((sum, row) => sum + Number(row[property]), 0);

/** The four quarters that end with one. */
/** What people decided, or what was computed when that is worse; who cannot be assessed is that, unless decided to be in trouble. */
function graver(decided: number | null, computed: number | null): number | null {
  if (computed === null) return decided !== null && decided >= 4 ? decided : null;
  return decided === null ? computed : Math.max(decided, computed);
}

export class Markets {
  private readonly from: string;
  private readonly to: string;

  constructor(
    private readonly see: Sight,
    readonly quarter: string,
  ) {
    this.from = addQuarters(quarter, -3);
    this.to = quarterEnd(quarter);
  }

  /** The latest that was assessed, unless another is asked for; null when its year was not declared from begin to end. */
  static quarterOf(see: Sight, asked: string | null): string | null {
    const assessed = see.all('AreaRisk').map((row) => text(row, 'quarter'));
    const quarter = asked ?? assessed.sort().at(-1) ?? null;
    if (quarter === null) return null;
    const isDeclared = (of: string) =>
      see.all('Declaration').some((row) => text(row, 'periodStart') >= of && text(row, 'periodStart') < quarterEnd(of));
    return isDeclared(addQuarters(quarter, -3)) && isDeclared(quarter) ? quarter : null;
  }

  /** Where a provider declared; of forms within each other only the widest. */
  placesOf(provider: string): Place[] {
    const own = this.inPeriod('Declaration').filter((row) => row.providerId === provider);
    const keys = new Set(own.map((row) => `${row.careFormCode} ${row.regionCode}`));
    const places = [...keys]
      .map((key) => key.split(' ') as [string, string])
      .map(([form, region]) => ({ form, region }));
    const isWithin = (one: Place, other: Place) =>
      one.region === other.region && one.form !== other.form && this.above(one.form).includes(other.form);
    return places.filter((one) => !places.some((other) => isWithin(one, other)));
  }

  facts(places: readonly Place[], also: string | null): MarketFacts {
    const regions = [...new Set(places.map(({ region }) => region))];
    const neighbours = new Map(regions.map((region) => [region, this.beside(region)]));
    const declared = places.flatMap((place) => this.declared(place));
    const contracted = [...new Set(places.map(({ form }) => form))].flatMap((form) =>
      this.contracted(form, new Set([...regions, ...[...neighbours.values()].flat()])),
    );
    const involved = new Set([...declared, ...contracted].map(({ provider }) => provider));
    if (also) involved.add(also);
    return {
      declared,
      contracted,
      neighbours,
      demand: places
        .map((place) => this.demand(place))
        .filter(({ youngPeople, referrals }) => youngPeople !== null || referrals !== null),
      providers: [...involved].flatMap((id) => this.provider(id)),
      days: daysInPeriod(this.from, this.to),
    };
  }

  private inPeriod(type: string): Row[] {
    return this.see
      .all(type)
      .filter((row) => text(row, 'periodStart') >= this.from && text(row, 'periodStart') < this.to);
  }

  /** The forms that a form lies beneath. */
  private above(code: string): string[] {
    const parent = this.see.find('CareForm', 'code', code)?.parentCode ?? null;
    return parent === null ? [] : [String(parent), ...this.above(String(parent))];
  }

  private isOf({ careFormCode }: Row, form: string): boolean {
    return careFormCode === form || this.above(String(careFormCode)).includes(form);
  }

  private beside(region: string): string[] {
    return this.see.where('RegionNeighbour', 'regionCode', region).map((row) => text(row, 'neighbourCode'));
  }

  private declared({ form, region }: Place) {
    return this.inPeriod('Declaration')
      .filter((row) => row.regionCode === region && this.isOf(row, form))
      .map((row) => ({
        ...{ provider: text(row, 'providerId'), careForm: form, region, amount: BigInt(row.amountCents as string) },
        days: row.unit === 'DAY' ? fromDecimal(text(row, 'volume')) : null,
      }));
  }

  /** One row per contract that runs at the end: as the provider reported it, else as its client did. */
  private contracted(form: string, regions: ReadonlySet<string>) {
    const running = this.see
      .all('Contract')
      .filter(({ startsOn, endsOn }) => String(startsOn) < this.to && String(endsOn) >= this.to);
    const client = (row: Row) =>
      [
        row.providerId,
        row.careFormCode,
        row.clientKind,
        row.clientMunicipalityCode,
        row.clientRegionCode,
        row.regionCode,
      ].join();
    const told = new Set(running.filter(({ reportedBy }) => reportedBy === 'PROVIDER').map(client));
    return running
      .filter((row) => row.reportedBy === 'PROVIDER' || !told.has(client(row)))
      .filter(({ regionCode }) => regionCode === null || regions.has(String(regionCode)))
      .filter((row) => this.isOf(row, form) || this.above(form).includes(String(row.careFormCode)))
      .map((row) => ({
        ...{ provider: text(row, 'providerId'), careForm: form, region: row.regionCode as string | null },
        annualValue: this.isOf(row, form) ? BigInt(row.annualValueCents as string) : null,
      }));
  }

  private demand({ form, region }: Place): DemandSum {
    const towns = this.see
      .where('Municipality', 'regionCode', region)
      .filter(({ validTo }) => validTo === null || String(validTo) > this.quarter);
    const reports = this.inPeriod('MunicipalReport').filter((row) => row.regionCode === region);
    const ofForm = reports.filter(({ careFormCode }) => careFormCode === form);
    const by = (rows: readonly Row[], { code }: Row) =>
      rows.filter(({ municipalityCode }) => municipalityCode === code);
    const latest = towns.map((town) =>
      by(ofForm, town).filter(({ periodStart, clients }) => periodStart === this.quarter && clients !== null),
    );
    const counted = latest.filter((rows) => rows.length > 0);
    return {
      ...{ careForm: form, region, ...this.waiting({ form, region }) },
      youngPeople: counted.length > 0 ? count(counted.flat(), 'clients') : null,
      covered: counted.length,
      coverable: towns.filter((town) => by(ofForm, town).length > 0 || by(reports, town).length === 0).length,
    };
  }

  private waiting({ form, region }: Place): Pick<DemandSum, 'waitingDays' | 'referrals' | 'starts'> {
    const rows = this.inPeriod('Referral').filter((row) => row.regionCode === region && this.isOf(row, form));
    if (rows.length === 0) return { waitingDays: null, referrals: null, starts: null };
    const timed = rows.filter(({ waitingDays }) => waitingDays !== null);
    const starts = count(timed, 'starts');
    const waited = added(timed.map((row) => times(fromDecimal(text(row, 'waitingDays')), Number(row.starts))));
    return {
      waitingDays: starts > 0 ? per(waited, starts) : null,
      referrals: count(rows, 'referrals'),
      starts: count(rows, 'starts'),
    };
  }

  private provider(id: string): MarketProvider[] {
    const row = this.see.find('Provider', 'id', id);
    if (!row) return [];
    const latestQuarter =
      this.see
        .all('AreaRisk')
        .map((risk) => text(risk, 'quarter'))
        .sort()
        .at(-1) ?? '';
    const decisions = this.see
      .where('TredeDecision', 'providerId', id)
      .filter(({ decidedOn }) => this.quarter >= latestQuarter || String(decidedOn) < this.to);
    const order = (one: Row) => `${one.decidedOn} ${one.id}`;
    const latest = [...decisions].sort((a, b) => (order(a) < order(b) ? 1 : -1))[0];
    const stood = this.see
      .where('Assessment', 'providerId', id)
      .find(({ quarter, modelVersion }) => quarter === this.quarter && modelVersion === PRESENT.version);
    const [decided, computed] = [(latest?.trede ?? null) as number | null, (stood?.trede ?? null) as number | null];
    const trede = graver(decided, computed);
    return [
      {
        ...{ id, concern: row.concernId as string | null },
        ...{ trede, isDecided: trede !== null && trede !== computed },
        riskClass: (stood?.riskClass ?? null) as RiskClass | null,
        points: (stood?.points ?? null) as number | null,
        isCrucial: this.see.find('EwsDesignation', 'providerId', id)?.isCrucial === true,
        bedOccupancy: this.occupancy(id),
      },
    ];
  }

  private occupancy(id: string): Ratio | null {
    const told = this.see
      .where('Figure', 'providerId', id)
      .filter(({ item, isCurrent, source }) => item === 'bed_occupancy_realised' && isCurrent && source === 'DELIVERY');
    const year = told
      .map((row) => text(row, 'periodStart'))
      .sort()
      .at(-1);
    const values = told.filter(({ periodStart }) => periodStart === year).map((row) => fromDecimal(text(row, 'value')));
    return values.length > 0 ? per(added(values), values.length) : null;
  }
}
