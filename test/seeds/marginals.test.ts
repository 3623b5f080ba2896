import { benchmarks, observations } from '../../seeds/reference-data';
import type { Quarter } from '../../seeds/world/books';
import { LAST_YEAR, quarterOf, SIMULATED_FROM, yearOf } from '../../seeds/world/calendar';
import { CARE_FORMS } from '../../seeds/world/care';
import type { Provider } from '../../seeds/world/providers';
import { earnedIn, municipalReportTable } from '../../seeds/world/tables/municipal';
import { buildWorld } from '../../seeds/world/world';

const world = buildWorld('demo');
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

/** A published figure of the sector, as a number. */
function published(indicator: string, period: string, group: string): number {
  const found = benchmarks().find(
    (row) => row.indicator === indicator && row.periode === period && row.groep === group,
  );
  if (!found) throw new Error(`No benchmark ${indicator} ${period} ${group}.`);
  return Number(found.waarde);
}

interface Year {
  readonly provider: Provider;
  readonly revenue: number;
  readonly youth: number;
  readonly margin: number;
  readonly hired: number;
}

/** Four quarters of every EWS provider that was there in all of them; amounts in euros. */
function yearsFrom(first: number): Year[] {
  return [...world.books].flatMap(([provider, { quarters }]) => {
    const four = quarters.slice(first - SIMULATED_FROM, first - SIMULATED_FROM + 4);
    if (four.length < 4) return [];
    const total = (pick: (quarter: Quarter) => number) => sum(four.map(pick)) / 100;
    const revenue = total((q) => q.revenue);
    return [
      {
        provider,
        revenue,
        youth: total((q) => q.revenueYouth),
        margin: total((q) => q.netResult) / revenue,
        hired: total((q) => q.hiredStaff) / total((q) => q.hiredStaff + q.employedStaff),
      },
    ];
  });
}
const isLarge = ({ revenue }: Year) => revenue > 20e6;

describe('The invented sector beside the published one', () => {
  const latest = yearsFrom(LAST_YEAR[0] as number);
  const in2023 = yearsFrom(quarterOf(2023, 1));

  it('has as many providers in the early warning system as the JA says', () => {
    expect(latest.length).toBe(
      published('ews_doelgroep_aantal', '2023', 'aanbieders met >= 2 mln euro gemeentelijk gefinancierde jeugdzorg'),
    );
    expect(new Set(latest.map(({ provider }) => provider.concern)).size).toBe(230);
  });

  it('has as many certified institutions as CBS counts', () => {
    const certified = latest.filter(({ provider }) => provider.kind === 'CERTIFIED_INSTITUTION');
    expect(certified.length).toBe(published('aantal_gecertificeerde_instellingen', '2022', 'GI (CBS AZW-maatwerk)'));
  });

  it('earns EUR 6.5 billion on youth care, the largest 25 about 30 % of it', () => {
    const amounts = latest.map(({ youth }) => youth).sort((a, b) => b - a);
    expect(sum(amounts) / 6.5e9).toBeCloseTo(1, 1);
    expect(sum(amounts.slice(0, 25)) / sum(amounts)).toBeCloseTo(0.3, 1);
  });

  it('admits nobody below the threshold without a designation', () => {
    const threshold = published('ews_drempel_omzet', '2023', 'EWS');
    const below = latest.filter(({ youth }) => youth < threshold);
    expect(below.length).toBeGreaterThan(0);
    expect(below.every(({ provider }) => provider.isDesignated)).toBe(true);
  });

  it('has a mean margin between the published 1.1 % and 1.6 %, lower for large providers', () => {
    const low = published('gemiddelde_marge_pct', '2022', 'sector') / 100;
    const high = published('gemiddelde_marge_pct', '2018', 'sector') / 100;
    for (const years of [latest, in2023]) {
      const all = mean(years.map(({ margin }) => margin));
      expect(all).toBeGreaterThanOrEqual(low);
      expect(all).toBeLessThanOrEqual(high);
      expect(mean(years.filter(isLarge).map(({ margin }) => margin))).toBeLessThan(all);
    }
    const large = published('nettoresultaat_pct', '2023', 'aanbieders omzet > 20 mln euro') / 100;
    expect(Math.abs(mean(in2023.filter(isLarge).map(({ margin }) => margin)) - large)).toBeLessThan(0.004);
  });

  it('spreads margins by about 4 points, and 20 to 30 % make a loss', () => {
    for (const years of [latest, in2023]) {
      const margins = years.map(({ margin }) => margin);
      const middle = mean(margins);
      const deviation = Math.sqrt(mean(margins.map((margin) => (margin - middle) ** 2)));
      expect(deviation).toBeGreaterThan(0.033);
      expect(deviation).toBeLessThan(0.047);
      const losses = margins.filter((margin) => margin < 0).length / margins.length;
      expect(losses).toBeGreaterThanOrEqual(0.2);
      expect(losses).toBeLessThanOrEqual(0.3);
    }
  });

  it('hires as much staff as published: 21 % of personnel costs in 2023, 13 % at large providers', () => {
    const all = published('pnil_ratio_pct', '2023', 'alle jeugdzorgaanbieders') / 100;
    const large = published('pnil_ratio_pct', '2023', 'grote aanbieders') / 100;
    expect(Math.abs(mean(in2023.map(({ hired }) => hired)) - all)).toBeLessThan(0.015);
    expect(Math.abs(mean(in2023.filter(isLarge).map(({ hired }) => hired)) - large)).toBeLessThan(0.015);
  });
});

describe('Regional volumes beside CBS', () => {
  const { land } = world;
  const national = sum(land.regions.map(({ volume }) => volume));

  it('add up to the young people with care that CBS counts per province (2020)', () => {
    const counted = observations().filter(
      (row) => row.tabel === '84134NED' && row.regio_type === 'provincie' && row.maat === 'jongeren',
    );
    expect(counted.length).toBe(12);
    for (const { regio_naam, waarde } of counted) {
      const towns = land.municipalities.filter(({ provinceName }) => provinceName === regio_naam);
      expect(sum(towns.map(({ volume }) => volume)) / Number(waarde)).toBeCloseTo(1, 3);
    }
  });

  it('lie near the three regions of which CBS published a volume of their own', () => {
    const counted = observations().filter(
      (row) =>
        row.tabel === '85100NED' &&
        row.regio_type === 'jeugdregio' &&
        row.vorm_code === 'JZ' &&
        row.maat === 'jongeren',
    );
    expect(counted.length).toBe(3);
    const shareOf = (code: string) => (land.regions.find((region) => region.code === code)?.volume ?? 0) / national;
    const inThree = sum(counted.map((row) => Number(row.waarde)));
    const ours = sum(counted.map((row) => shareOf(row.regio_naam.slice(0, 4))));
    for (const row of counted) {
      const ratio = shareOf(row.regio_naam.slice(0, 4)) / ours / (Number(row.waarde) / inThree);
      expect(ratio).toBeGreaterThan(0.7);
      expect(ratio).toBeLessThan(1.3);
    }
  });

  it('are what providers earn there, within a quarter for every region', () => {
    const earned = earnedIn(world);
    const total = sum([...earned.values()].flat());
    for (const { code, volume } of land.regions) {
      const ratio = sum(earned.get(code) ?? []) / total / (volume / national);
      expect(ratio).toBeGreaterThan(0.75);
      expect(ratio).toBeLessThan(1.25);
    }
  });

  it('divide young people over forms of care as CBS does (85099NED)', () => {
    const reported = new Map<string, number>();
    for (const row of municipalReportTable(world).rows()) {
      const [, , form = '', , from = '', , , , clients] = row.split('\t');
      if (yearOf(quarterOf(Number(from.slice(0, 4)), 1)) === 2026)
        reported.set(form, (reported.get(form) ?? 0) + Number(clients));
    }
    const all = sum([...reported.values()]);
    for (const [at, { code }] of CARE_FORMS.entries()) {
      // Small municipalities leave out a form with fewer than three young people: mostly secure care.
      const ratio = (reported.get(code) ?? 0) / all / (world.land.clientShares[at] ?? 1);
      expect(ratio).toBeGreaterThan(0.7);
      expect(ratio).toBeLessThan(1.1);
    }
  });
});
