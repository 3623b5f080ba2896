/** Declared production without a contract, and a contract under which nothing was declared: of a provider. */
import type { Said } from '../../language';
import type { Answered } from './answered';
import type { KnownContract } from './known';
import { lengthOf } from './past';
import { type CoherenceRule, named } from './rule';

const NATIONAL = 'LTA';

/** Those in the delivery itself, and those that were delivered before, that run in the period. */
function runningContracts({ form, known, rows }: Answered): readonly KnownContract[] {
  const now = rows('providerContracts').flatMap((row): KnownContract[] => {
    const [client, startsOn, endsOn] = [row.cell('client'), row.cell('startsOn'), row.cell('endsOn')];
    if (!client || !startsOn || !endsOn) return [];
    return [
      {
        counterpart: client.kept,
        careForm: row.cell('careForm')?.kept ?? null,
        startsOn: startsOn.kept,
        lastDay: endsOn.kept,
        annualValue: null,
        isDeclared: row.cell('funding')?.kept !== 'TAAK',
      },
    ];
  });
  return [...now, ...known.ownContracts].filter(
    ({ startsOn, lastDay }) => startsOn < form.periodEnd && (lastDay === null || lastDay >= form.periodStart),
  );
}

export const PRODUCTION_WITHOUT_CONTRACT: CoherenceRule = {
  code: 'coherence.production-without-contract',
  severity: 'QUESTION',
  says: {
    nl: 'U declareert bij {municipalities}, maar daarvoor is geen lopend contract bekend. Geef op welke contracten er zijn, of leg uit op welke grond u declareert.',
    en: 'You declare to {municipalities}, but no running contract is known there. Report the contracts that there are, or explain on what ground you declare.',
  },
  expected: null,
  find: (delivery) => {
    const contracts = runningContracts(delivery);
    // Without any contract nothing was delivered yet: one question about that is for the list of contracts itself.
    if (contracts.length === 0) return [];
    const clients = new Set(contracts.map(({ counterpart }) => counterpart));
    const { declared, regionOf } = delivery.known;
    const isClient = (code: string | undefined) => code !== undefined && clients.has(code);
    const without = declared
      .map(({ municipality }) => municipality)
      .filter((code) => !isClient(code) && !isClient(regionOf.get(code)));
    const list = delivery.form.sections.find(({ code }) => code === 'declarations');
    const field = list?.fields.find(({ code }) => code === 'municipality');
    if (clients.has(NATIONAL) || without.length === 0 || !list || !field) return [];
    // Told at once of all of them: another municipality without a contract is another question.
    const about = { section: list.code, row: 0, field: { ...field, type: 'TEXT' as const }, place: null };
    return [{ cells: [{ ...about, kept: without.join(' ') }], words: { municipalities: listed(without) } }];
  },
};

export const CONTRACT_WITHOUT_PRODUCTION: CoherenceRule = {
  code: 'coherence.contract-without-production',
  severity: 'QUESTION',
  says: {
    nl: '{total}, maar er {run} {clients} waaronder deze periode niets is gedeclareerd. Vul de productie aan, of leg uit waarom er niets is gedeclareerd.',
    en: '{total}, but there {run} {clients} under which nothing was declared this period. Add the production, or explain why nothing was declared.',
  },
  expected: null,
  find: (delivery) => {
    const total = delivery.number('declared_production');
    const contracts = runningContracts(delivery).filter(({ isDeclared }) => isDeclared);
    if (!total || contracts.length === 0 || lengthOf(delivery) !== 1) return [];
    const without = withoutProduction(delivery, contracts, total.value.numerator === 0n);
    if (without.length === 0) return [];
    // The clients are part of what is answered for: another client without production is another question.
    const cells = [
      total,
      ...without.map((client) => ({ ...total, field: { ...total.field, type: 'TEXT' as const }, kept: client })),
    ] as const;
    const run: Said =
      without.length === 1
        ? { nl: 'is een contract met', en: 'is a contract with' }
        : { nl: 'zijn contracten met', en: 'are contracts with' };
    return [{ cells: [...cells], words: { total: named(total), run, clients: listed(without) } }];
  },
};

/** By client when the declarations are there per municipality; else only when nothing was declared at all. */
function withoutProduction(delivery: Answered, contracts: readonly KnownContract[], isNothing: boolean): string[] {
  const clients = [...new Set(contracts.map(({ counterpart }) => counterpart))].sort();
  const declared = new Set(delivery.known.declared.map(({ municipality }) => municipality));
  if (declared.size === 0) return isNothing ? clients : [];
  const regions = new Set([...declared].flatMap((code) => delivery.known.regionOf.get(code) ?? []));
  return clients.filter((client) => client !== NATIONAL && !declared.has(client) && !regions.has(client));
}

const SHOWN_MAX = 5;
function listed(clients: readonly string[]): Said {
  const shown = clients.slice(0, SHOWN_MAX).join(', ');
  const more = clients.length - SHOWN_MAX;
  return more > 0 ? { nl: `${shown} en nog ${more}`, en: `${shown} and ${more} more` } : { nl: shown, en: shown };
}
