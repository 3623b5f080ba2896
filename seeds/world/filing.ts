import {
  HISTORY,
  HISTORY_TO,
  type QuarterNumber,
  quarterOf,
  quarterStart,
  REGELING_FROM,
  YEARS,
  yearOf,
  yearStart,
} from './calendar';
import { Chance } from './chance';
import type { Country, Municipality } from './country';
import { ALWAYS, Asking, alike, COVENANT, type Delivery, type Habit, PUNCTUAL, REGELING, SLOW } from './delivering';
import type { Parties, Party } from './parties';
import type { Provider } from './providers';
import type { WorldSize } from './size';

/** What one provider delivered, by quarter, year, or first quarter of a half-year. */
export interface ProviderFile {
  readonly covenant: Map<QuarterNumber, Delivery>;
  readonly regeling: Map<QuarterNumber, Delivery>;
  /** The first version of a quarter that was corrected later. */
  readonly replaced: Map<QuarterNumber, Delivery>;
  readonly covenantYear: Map<number, Delivery>;
  readonly regelingYear: Map<number, Delivery>;
  readonly personnel: Map<QuarterNumber, Delivery>;
}

/** What clients delivered: municipalities by quarter, and contracts and tariffs by "code/year". */
export interface ClientFile {
  readonly ofTown: ReadonlyMap<Municipality, ReadonlyMap<QuarterNumber, Delivery>>;
  readonly townYear: ReadonlyMap<string, Delivery>;
  readonly regionYear: ReadonlyMap<string, Delivery>;
  readonly vngYear: ReadonlyMap<number, Delivery>;
}

export interface Filing extends ClientFile {
  readonly all: readonly Delivery[];
  readonly ofProvider: ReadonlyMap<Provider, ProviderFile>;
}

/** After the covenant's pilot, some providers deliver only what the Regeling demands. */
const ONLY_REGELING = 0.04;
const FIRST_HALF = quarterOf(2022, 3);

/** Everything that was asked of everybody, and what came of it. */
export function filingOf(size: WorldSize, land: Country, providers: readonly Provider[], parties: Parties): Filing {
  const asking = new Asking(size);
  const chance = new Chance(`${size}/habits`);
  const ofProvider = new Map<Provider, ProviderFile>();
  for (const provider of providers) {
    if (!provider.isEws) continue;
    const party = parties.byKey.get(`provider:${provider.key}`) as Party;
    const isFirst = provider.index === 0;
    const habit = isFirst ? ALWAYS : chance.yes(0.2) ? SLOW : PUNCTUAL;
    ofProvider.set(provider, providerFile(asking, party, habit, !isFirst && chance.yes(ONLY_REGELING)));
  }
  return { all: asking.all, ofProvider, ...clientFile(asking, chance, land, parties) };
}

function providerFile(asking: Asking, party: Party, habit: Habit, leavesCovenant: boolean): ProviderFile {
  const file: ProviderFile = {
    covenant: new Map(),
    regeling: new Map(),
    replaced: new Map(),
    covenantYear: new Map(),
    regelingYear: new Map(),
    personnel: new Map(),
  };
  const isAsked = (quarter: QuarterNumber) => !leavesCovenant || quarter < REGELING_FROM;
  for (const quarter of HISTORY) {
    const covenant = isAsked(quarter) ? asking.quarter(party, COVENANT, quarter, habit) : null;
    if (quarter >= REGELING_FROM) {
      const answers = covenant === null ? habit : covenant.submittedAt ? ALWAYS : alike(habit);
      file.regeling.set(quarter, asking.quarter(party, REGELING, quarter, answers));
    }
    if (covenant === null) continue;
    const corrected = asking.correction(covenant);
    file.covenant.set(quarter, corrected ?? covenant);
    if (corrected) file.replaced.set(quarter, covenant);
  }
  for (const year of YEARS) {
    if (isAsked(quarterOf(year, 1))) file.covenantYear.set(year, asking.year(party, COVENANT, year, habit));
    if (year >= yearOf(REGELING_FROM)) file.regelingYear.set(year, asking.year(party, REGELING, year, habit));
  }
  for (let half = FIRST_HALF; half < HISTORY_TO - 1; half += 2) {
    if (isAsked(half)) file.personnel.set(half, asking.halfYear(party, COVENANT, half, habit));
  }
  return file;
}

function clientFile(asking: Asking, chance: Chance, land: Country, parties: Parties): ClientFile {
  const by = (key: string) => parties.byKey.get(key) as Party;
  const ofTown = new Map<Municipality, Map<QuarterNumber, Delivery>>();
  const townYear = new Map<string, Delivery>();
  for (const town of land.activeMunicipalities) {
    const party = by(`municipality:${town.code}`);
    const habit = town.code === 'GM0014' ? ALWAYS : chance.yes(0.25) ? SLOW : PUNCTUAL;
    const quarters = HISTORY.filter((quarter) => quarterStart(quarter) >= town.validFrom);
    ofTown.set(town, new Map(quarters.map((quarter) => [quarter, asking.quarter(party, COVENANT, quarter, habit)])));
    for (const year of YEARS) {
      if (yearStart(year) >= town.validFrom)
        townYear.set(`${town.code}/${year}`, asking.year(party, COVENANT, year, habit));
    }
  }
  const yearly = (key: string, habit: Habit) =>
    YEARS.map((year) => [year, asking.year(by(key), COVENANT, year, habit)] as const);
  const regionYear = new Map(
    land.activeRegions.flatMap(({ code }) =>
      yearly(`region:${code}`, PUNCTUAL).map(([year, delivery]) => [`${code}/${year}`, delivery] as const),
    ),
  );
  const vngYear = new Map(yearly('vng', ALWAYS));
  // Referrals come from the Inlichtingenbureau, for all municipalities at once.
  for (const quarter of HISTORY) asking.quarter(by('supplier:INLICHTINGENBUREAU'), COVENANT, quarter, ALWAYS);
  return { ofTown, townYear, regionYear, vngYear };
}
