import {
  HISTORY,
  HISTORY_TO,
  type QuarterNumber,
  quarterEnd,
  quarterOf,
  quarterStart,
  REGELING_FROM,
  YEARS,
  yearOf,
  yearStart,
} from './calendar';
import { Chance } from './chance';
import type { Country, Municipality } from './country';
import {
  ALWAYS,
  Asking,
  alike,
  COVENANT,
  type Delivery,
  dueAfter,
  dueIn,
  FAILING,
  type Habit,
  PUNCTUAL,
  REGELING,
  SLOW,
} from './delivering';
import { correctionOf, type Oddity } from './oddities';
import type { Parties, Party } from './parties';
import { endOf, type Provider } from './providers';
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
export function filingOf(
  size: WorldSize,
  land: Country,
  providers: readonly Provider[],
  parties: Parties,
  oddities: ReadonlyMap<Provider, Oddity>,
): Filing {
  const asking = new Asking(size);
  const chance = new Chance(`${size}/habits`);
  const ofProvider = new Map<Provider, ProviderFile>();
  for (const provider of providers) {
    if (!provider.isEws) continue;
    const party = parties.byKey.get(`provider:${provider.key}`) as Party;
    const oddity = oddities.get(provider);
    // Who is to slip delivers, and everything.
    const isFull = provider.index === 0 || oddity !== undefined;
    const habit = isFull ? ALWAYS : chance.yes(0.2) ? SLOW : PUNCTUAL;
    const leavesCovenant = !isFull && chance.yes(ONLY_REGELING);
    ofProvider.set(provider, providerFile(asking, party, { habit, leavesCovenant, oddity, end: endOf(provider) }));
  }
  return { all: asking.all, ofProvider, ...clientFile(asking, chance, land, parties) };
}

interface Manner {
  readonly habit: Habit;
  readonly leavesCovenant: boolean;
  readonly oddity: Oddity | undefined;
  /** The day from which it is no more. */
  readonly end: string;
}

function providerFile(
  asking: Asking,
  party: Party,
  { habit: usual, leavesCovenant, oddity, end }: Manner,
): ProviderFile {
  const file: ProviderFile = {
    covenant: new Map(),
    regeling: new Map(),
    replaced: new Map(),
    covenantYear: new Map(),
    regelingYear: new Map(),
    personnel: new Map(),
  };
  const isAsked = (quarter: QuarterNumber) => !leavesCovenant || quarter < REGELING_FROM;
  // Nobody is asked for what would be due after its end.
  for (const quarter of HISTORY.filter((each) => dueAfter(each) < end)) {
    const habit = habitNear(end, quarter, usual);
    const covenant = isAsked(quarter) ? asking.quarter(party, COVENANT, quarter, habit) : null;
    if (quarter >= REGELING_FROM) {
      const answers = covenant === null ? habit : covenant.submittedAt ? ALWAYS : alike(habit);
      file.regeling.set(quarter, asking.quarter(party, REGELING, quarter, answers));
    }
    if (covenant === null) continue;
    const slip = oddity?.quarter === quarter && oddity.isCorrected ? correctionOf(oddity) : undefined;
    const corrected = asking.correction(covenant, habit, slip);
    file.covenant.set(quarter, corrected ?? covenant);
    if (corrected) file.replaced.set(quarter, covenant);
  }
  for (const year of YEARS.filter((each) => dueIn(each) < end)) {
    const habit = habitNear(end, quarterOf(year, 1), usual);
    if (isAsked(quarterOf(year, 1))) file.covenantYear.set(year, asking.year(party, COVENANT, year, habit));
    if (year >= yearOf(REGELING_FROM)) file.regelingYear.set(year, asking.year(party, REGELING, year, habit));
  }
  for (let half = FIRST_HALF; half < HISTORY_TO - 1; half += 2) {
    if (!isAsked(half) || dueAfter(half + 1) >= end) continue;
    file.personnel.set(half, asking.halfYear(party, COVENANT, half, habitNear(end, half + 1, usual)));
  }
  return file;
}

/** So many quarters before it fails, a provider has other things to do than deliver. */
const QUARTERS_OF_NEGLECT = 2;

const habitNear = (end: string, quarter: QuarterNumber, usual: Habit): Habit => ({
  ...(quarterEnd(quarter + QUARTERS_OF_NEGLECT) > end ? FAILING : usual),
  until: end < usual.until ? end : usual.until,
});

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
