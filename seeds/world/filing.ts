import type { DeliveryStatus } from '../../src/domain/vocabulary';
import {
  AS_OF,
  addDays,
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
import type { Country, Municipality, Region } from './country';
import type { Parties, Party } from './parties';
import type { Provider } from './providers';
import type { WorldSize } from './size';

export const COVENANT = 'convenant-bijlage-4';
export const REGELING = 'regeling-jeugdwet-8g';

export interface Delivery {
  readonly id: string;
  readonly party: Party;
  readonly providerId: string | null;
  readonly uitvraag: string;
  readonly start: string;
  readonly end: string;
  readonly version: number;
  readonly status: DeliveryStatus;
  readonly dueOn: string;
  /** Null when it is missing. */
  readonly submittedAt: string | null;
  readonly correctionReason: string | null;
}

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

export interface Filing {
  readonly all: readonly Delivery[];
  readonly ofProvider: ReadonlyMap<Provider, ProviderFile>;
  readonly ofTown: ReadonlyMap<Municipality, ReadonlyMap<QuarterNumber, Delivery>>;
  readonly townYear: ReadonlyMap<string, Delivery>;
  readonly regionYear: ReadonlyMap<string, Delivery>;
  readonly vngYear: ReadonlyMap<number, Delivery>;
}

/** How often a kind of deliverer is late, and how often something never comes: 5-15 % together (domain.md 11). */
interface Habit {
  readonly late: number;
  readonly missing: number;
  /** Of the latest quarter, whose due date has just passed. */
  readonly missingLast: number;
}
const PUNCTUAL: Habit = { late: 0.03, missing: 0.006, missingLast: 0.05 };
const SLOW: Habit = { late: 0.24, missing: 0.05, missingLast: 0.3 };
const ALWAYS: Habit = { late: 0, missing: 0, missingLast: 0 };
/** After the covenant's pilot, some providers deliver only what the Regeling demands. */
const ONLY_REGELING = 0.04;
const CORRECTED = 0.012;
const REASONS = [
  'Tweede kwartaal opgenomen in de verkeerde kolom.',
  'Resultaat bijgesteld na controle door de accountant.',
  'Nagekomen facturen van onderaannemers verwerkt.',
];
/** An answer is due on the last day of the month after the quarter; the begroting on 31 March of its year. */
const dueAfter = (quarter: QuarterNumber) => addDays(quarterEnd(quarter), [29, 30, 30, 30][quarter % 4] as number);

export function filingOf(size: WorldSize, land: Country, providers: readonly Provider[], parties: Parties): Filing {
  const all: Delivery[] = [];
  const ids = new Chance(`${size}/delivery-ids`);
  const chance = new Chance(`${size}/filing`);

  function file(
    party: Party,
    uitvraag: string,
    start: string,
    end: string,
    dueOn: string,
    habit: Habit,
    isLast: boolean,
  ): Delivery {
    const isMissing = chance.yes(isLast ? habit.missingLast : habit.missing);
    const isLate = chance.yes(habit.late);
    const days = isLate ? chance.whole(1, 14) : -chance.whole(1, 20);
    const day = addDays(dueOn, days);
    const hour = `${String(chance.whole(8, 17)).padStart(2, '0')}:${String(chance.whole(0, 59)).padStart(2, '0')}`;
    const isDelivered = !isMissing && day < AS_OF;
    const delivery: Delivery = {
      id: ids.uuid(),
      party,
      providerId: party.providerId,
      uitvraag,
      start,
      end,
      version: 1,
      status: isDelivered ? statusOf(isLast) : party.wantsFourEyes && isLast ? 'AWAITING_SECOND_PERSON' : 'CONCEPT',
      dueOn,
      submittedAt: isDelivered ? `${day}T${hour}:00Z` : null,
      correctionReason: null,
    };
    all.push(delivery);
    return delivery;
  }
  const statusOf = (isLast: boolean): DeliveryStatus =>
    chance.weighted<DeliveryStatus>(
      isLast
        ? [
            ['SUBMITTED', 7],
            ['ACCEPTED', 3],
          ]
        : [
            ['ACCEPTED', 96],
            ['SUBMITTED', 3],
            ['RETURNED', 1],
          ],
    );

  const ofProvider = new Map<Provider, ProviderFile>();
  for (const provider of providers.filter((candidate) => candidate.isEws)) {
    const party = parties.byKey.get(`provider:${provider.key}`) as Party;
    const habit = provider.index === 0 ? ALWAYS : chance.yes(0.2) ? SLOW : PUNCTUAL;
    const leavesCovenant = provider.index > 0 && chance.yes(ONLY_REGELING);
    const own: ProviderFile = {
      covenant: new Map(),
      regeling: new Map(),
      replaced: new Map(),
      covenantYear: new Map(),
      regelingYear: new Map(),
      personnel: new Map(),
    };
    const isAsked = (quarter: QuarterNumber) => !(leavesCovenant && quarter >= REGELING_FROM);
    for (const quarter of HISTORY) {
      const [start, end, dueOn, isLast] = [
        quarterStart(quarter),
        quarterEnd(quarter),
        dueAfter(quarter),
        quarter === HISTORY_TO,
      ];
      const covenant = isAsked(quarter) ? file(party, COVENANT, start, end, dueOn, habit, isLast) : null;
      if (covenant) own.covenant.set(quarter, covenant);
      if (quarter >= REGELING_FROM) {
        const alike =
          covenant === null ? habit : covenant.submittedAt ? ALWAYS : { ...habit, missing: 0.6, missingLast: 0.6 };
        own.regeling.set(quarter, file(party, REGELING, start, end, dueOn, alike, isLast));
      }
      if (covenant?.submittedAt && !isLast && chance.yes(CORRECTED)) {
        const corrected: Delivery = {
          ...covenant,
          id: ids.uuid(),
          version: 2,
          status: 'ACCEPTED',
          submittedAt: `${addDays(covenant.submittedAt.slice(0, 10), chance.whole(12, 40))}T09:30:00Z`,
          correctionReason: chance.pick(REASONS),
        };
        if ((corrected.submittedAt as string) < AS_OF) {
          all.push(corrected);
          own.replaced.set(quarter, covenant);
          own.covenant.set(quarter, corrected);
        }
      }
    }
    for (const year of YEARS) {
      const [start, end, dueOn] = [yearStart(year), yearStart(year + 1), `${year}-03-31`];
      if (isAsked(quarterOf(year, 1)))
        own.covenantYear.set(year, file(party, COVENANT, start, end, dueOn, habit, false));
      if (year >= yearOf(REGELING_FROM))
        own.regelingYear.set(year, file(party, REGELING, start, end, dueOn, habit, false));
    }
    for (let half = quarterOf(2022, 3); half < HISTORY_TO - 1; half += 2) {
      if (!isAsked(half)) continue;
      const dueOn = dueAfter(half + 1);
      own.personnel.set(half, file(party, COVENANT, quarterStart(half), quarterEnd(half + 1), dueOn, habit, false));
    }
    ofProvider.set(provider, own);
  }

  const ofTown = new Map<Municipality, Map<QuarterNumber, Delivery>>();
  const townYear = new Map<string, Delivery>();
  const regionYear = new Map<string, Delivery>();
  const vngYear = new Map<number, Delivery>();
  for (const town of land.activeMunicipalities) {
    const party = parties.byKey.get(`municipality:${town.code}`) as Party;
    const habit = town.code === 'GM0014' ? ALWAYS : chance.yes(0.25) ? SLOW : PUNCTUAL;
    const quarters = HISTORY.filter((quarter) => quarterStart(quarter) >= town.validFrom);
    ofTown.set(
      town,
      new Map(
        quarters.map((q) => [
          q,
          file(party, COVENANT, quarterStart(q), quarterEnd(q), dueAfter(q), habit, q === HISTORY_TO),
        ]),
      ),
    );
    for (const year of YEARS.filter((each) => yearStart(each) >= town.validFrom)) {
      townYear.set(`${town.code}/${year}`, fileYear(party, year, habit));
    }
  }
  for (const region of land.activeRegions as readonly Region[]) {
    const party = parties.byKey.get(`region:${region.code}`) as Party;
    for (const year of YEARS) regionYear.set(`${region.code}/${year}`, fileYear(party, year, PUNCTUAL));
  }
  for (const year of YEARS) vngYear.set(year, fileYear(parties.byKey.get('vng') as Party, year, ALWAYS));
  const bureau = parties.byKey.get('supplier:INLICHTINGENBUREAU') as Party;
  for (const q of HISTORY) file(bureau, COVENANT, quarterStart(q), quarterEnd(q), dueAfter(q), ALWAYS, false);
  return { all, ofProvider, ofTown, townYear, regionYear, vngYear };

  function fileYear(party: Party, year: number, habit: Habit): Delivery {
    return file(party, COVENANT, yearStart(year), yearStart(year + 1), `${year}-03-31`, habit, false);
  }
}
