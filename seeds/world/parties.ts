import type { PartyFunction, PartyKind } from '../../src/domain/vocabulary';
import { Chance } from './chance';
import type { Country } from './country';
import type { Provider } from './providers';
import type { WorldSize } from './size';

export interface Party {
  readonly id: string;
  readonly key: string;
  readonly kind: PartyKind;
  readonly name: string;
  readonly providerId: string | null;
  readonly municipalityCode: string | null;
  readonly regionCode: string | null;
  readonly wantsFourEyes: boolean;
}

export interface Account {
  readonly subject: string;
  readonly partyId: string;
  readonly functions: readonly PartyFunction[];
}

export interface Parties {
  readonly all: readonly Party[];
  readonly byKey: ReadonlyMap<string, Party>;
  readonly accounts: readonly Account[];
}

const NATIONAL: readonly (readonly [key: string, kind: PartyKind, name: string])[] = [
  ['ja', 'JA', 'Jeugdautoriteit'],
  ['vng', 'VNG', 'Vereniging van Nederlandse Gemeenten'],
  ['inspection:IGJ', 'INSPECTION', 'Inspectie Gezondheidszorg en Jeugd'],
  ['inspection:IJENV', 'INSPECTION', 'Inspectie Justitie en Veiligheid'],
  ['supervisor:NZA', 'SUPERVISOR', 'Nederlandse Zorgautoriteit'],
  ['ministry:VWS', 'MINISTRY', 'Ministerie van Volksgezondheid, Welzijn en Sport'],
  ['ministry:JENV', 'MINISTRY', 'Ministerie van Justitie en Veiligheid'],
  ['supplier:INLICHTINGENBUREAU', 'DATA_SUPPLIER', 'Stichting Inlichtingenbureau'],
  ['supplier:KETENBUREAU', 'DATA_SUPPLIER', 'Ketenbureau i-Sociaal Domein'],
  ['researcher', 'RESEARCHER', 'Onderzoeker'],
];

const OF_A_PARTY: readonly PartyFunction[] = ['READER', 'PREPARER', 'APPROVER'];
const OF_THE_JA: readonly (readonly [subject: string, functions: readonly PartyFunction[]])[] = [
  ['ja', ['ANALYST', 'SUPERVISOR']],
  ['ja:auditor', ['AUDITOR']],
  ['ja:administrator', ['ADMINISTRATOR']],
];

/** Programs that ask by themselves: the account of a client of the identity provider. */
const OF_A_PROGRAM: Readonly<Record<string, readonly [subject: string, functions: readonly PartyFunction[]]>> = {
  'inspection:IGJ': ['service:IGJ', ['READER']],
};

/** Everyone who acts for an organisation, each with one account whose subject is the key of the party; the JA has three, the IGJ one more for its program. */
export function partiesOf(size: WorldSize, land: Country, providers: readonly Provider[]): Parties {
  const chance = new Chance(`${size}/parties`);
  const nobody = { providerId: null, municipalityCode: null, regionCode: null, wantsFourEyes: false };
  const all: Party[] = [
    ...NATIONAL.map(([key, kind, name]) => ({ ...nobody, id: chance.uuid(), key, kind, name })),
    ...land.regions.map(({ code, name }) => ({
      ...nobody,
      id: chance.uuid(),
      key: `region:${code}`,
      kind: 'REGION' as const,
      name: `Jeugdregio ${name}`,
      regionCode: code,
    })),
    ...land.municipalities.map(({ code, name, regionCode }) => ({
      ...nobody,
      id: chance.uuid(),
      key: `municipality:${code}`,
      kind: 'MUNICIPALITY' as const,
      name: `Gemeente ${name}`,
      municipalityCode: code,
      regionCode,
    })),
    ...providers
      .filter((provider) => provider.isEws)
      .map((provider) => ({
        ...nobody,
        id: chance.uuid(),
        key: `provider:${provider.key}`,
        kind: 'PROVIDER' as const,
        name: provider.name,
        providerId: provider.id,
        wantsFourEyes: provider.index > 0 && chance.yes(0.2),
      })),
  ];
  const accounts = all.flatMap((party) => {
    const subjects = party.kind === 'JA' ? OF_THE_JA : ([[party.key, OF_A_PARTY]] as const);
    const program = OF_A_PROGRAM[party.key];
    return [...subjects, ...(program ? [program] : [])].map(([subject, functions]) => ({
      subject,
      partyId: party.id,
      functions,
    }));
  });
  return { all, byKey: new Map(all.map((party) => [party.key, party])), accounts };
}
