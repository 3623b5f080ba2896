/** Clients, contracts and deliveries: which of them count, and for how much. */
import { type Input, type Inputs, told } from './5-inputs';
import { before, endOf, lastDayOf, months, periodOf, quarterOf, total } from './calculator';
import type { Told } from './desk';
import type { Dossier } from './providers';

/** What was declared to each client over four quarters; not known when one of them has no declarations. */
export const perClient: Inputs = ({ declarations }, quarter) => {
  const four = [0, 1, 2, 3].map((ago) => before(quarter, ago));
  const declared = declarations.filter(({ periodStart }) => four.includes(quarterOf(periodStart)));
  if (new Set(declared.map(({ periodStart }) => quarterOf(periodStart))).size < 4) return null;
  const clients = [...new Set<string>(declared.map(({ municipality }) => municipality.code))];
  return clients
    .map((code) => {
      const own = declared.filter(({ municipality }) => municipality.code === code);
      return told(code, total(own.map(({ amountCents }) => amountCents)), quarter);
    })
    .filter(({ value }) => Number(value) > 0);
};

/** The largest of them beside all of them. */
export const largestClient: Inputs = (dossier, quarter) => {
  const clients = perClient(dossier, quarter);
  if (!clients || clients.length === 0) return null;
  const sizes = clients.map(({ value }) => Number(value));
  const largest = clients.find(({ value }) => value === Math.max(...sizes)) as Input;
  return [largest, told('declarations', total(sizes), quarter)];
};

const runs = (contract: Told, day: string): boolean =>
  contract.startsOn <= day && (contract.endsOn === null || contract.endsOn > day);

/** Contracts that run on a day: as the provider reported them, else as its clients did. */
export function running(contracts: readonly Told[], day: string): readonly Told[] {
  const there = contracts.filter((contract) => runs(contract, day));
  const own = there.filter(({ reportedBy }) => reportedBy === 'PROVIDER');
  return own.length > 0 ? own : there;
}

const valued =
  (isMeant: (contract: Told, dossier: Dossier, quarter: string) => boolean): Inputs =>
  (dossier, quarter) => {
    const there = running(dossier.contracts, lastDayOf(quarter));
    if (there.length === 0 || there.some(({ annualValueCents }) => annualValueCents === null)) return null;
    const meant = there.filter((contract) => isMeant(contract, dossier, quarter));
    return [
      ...meant.map(({ id, annualValueCents }) => told(id, annualValueCents, quarter)),
      told('contractValue', total(there.map(({ annualValueCents }) => annualValueCents)), quarter),
    ];
  };

export const shortContracts = valued(({ startsOn, endsOn }) => endsOn !== null && endsOn < months(startsOn, 36));

/** The same client has contracted the same form past the six months, without a gap of more than a month. */
function isFollowed(contract: Told, contracts: readonly Told[], horizon: string): boolean {
  const others = contracts.filter(
    ({ client, careForm, reportedBy, startsOn }) =>
      client === contract.client &&
      careForm.code === contract.careForm.code &&
      (reportedBy === contract.reportedBy || startsOn > contract.startsOn),
  );
  let reached = contract.endsOn;
  for (;;) {
    const next = others.filter(({ startsOn }) => startsOn <= months(reached, 1));
    if (next.some(({ endsOn }) => endsOn === null || endsOn > horizon)) return true;
    const farthest = next.reduce((latest, { endsOn }) => (endsOn > latest ? endsOn : latest), reached);
    if (farthest === reached) return false;
    reached = farthest;
  }
}

export const endingContracts = valued((contract, { contracts }, quarter) => {
  const horizon = months(endOf(quarter), 6);
  return contract.endsOn !== null && contract.endsOn <= horizon && !isFollowed(contract, contracts, horizon);
});

/** The day on which the deliveries of a quarter are judged: two months after it, or the day of computing. */
export function judgedOn({ assessments }: Dossier, quarter: string): string {
  const [day, computed] = [months(endOf(quarter), 2), assessments.at(-1).computedAt.slice(0, 10)];
  return computed < day ? computed : day;
}

interface Due {
  readonly uitvraag: string;
  readonly period: string;
  readonly dueOn: string;
  readonly cameOn: string | null;
  readonly isCorrected: boolean;
}

/** Every delivery that was due in a year, with all its versions. */
function due({ deliveries }: Dossier, from: string, to: string): Due[] {
  const versions = new Map<string, Told[]>();
  for (const one of deliveries) {
    const key = `${one.uitvraagKey} ${one.periodStart} ${one.periodEnd}`;
    versions.set(key, [...(versions.get(key) ?? []), one]);
  }
  return [...versions.values()]
    .map((of) => {
      const days = of.flatMap(({ submittedAt }) => submittedAt?.slice(0, 10) ?? []).sort();
      const [{ uitvraagKey, periodStart, periodEnd }] = of as [Told];
      const dueOn = of.map((one) => one.dueOn).sort()[0];
      const isCorrected = of.some(({ version }) => version > 1);
      return {
        uitvraag: uitvraagKey,
        period: periodOf(periodStart, periodEnd),
        dueOn,
        cameOn: days[0] ?? null,
        isCorrected,
      };
    })
    .filter(({ dueOn }) => dueOn >= from && dueOn < to);
}

export const isMissing = ({ cameOn }: Due, day: string): boolean => cameOn === null || cameOn > day;
export const isLate = (one: Due, day: string): boolean => isMissing(one, day) || String(one.cameOn) > one.dueOn;
export const isCorrected = (one: Due, day: string): boolean => !isMissing(one, day) && one.isCorrected;

export const deliveries =
  (isMeant: (one: Due, day: string) => boolean): Inputs =>
  (dossier, quarter) => {
    const day = judgedOn(dossier, quarter);
    const all = due(dossier, months(day, -12), day);
    if (all.length === 0) return null;
    const meant = all.filter((one) => isMeant(one, day));
    return [...meant.map(({ uitvraag, period }) => told(uitvraag, 1, period)), told('deliveries', all.length, quarter)];
  };
