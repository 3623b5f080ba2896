import type { Assurance, PartyFunction, PartyKind } from '../domain/vocabulary';

/** Who is asking: the account, the party it acts for, and the keys by which rows are that party's own. */
export interface Viewer {
  /** Pseudonymous subject of the account; empty for a caller who has not signed in. */
  readonly subject: string;
  readonly partyId: string | null;
  readonly kind: PartyKind;
  readonly functions: readonly PartyFunction[];
  readonly providerId: string | null;
  readonly municipalityCode: string | null;
  readonly regionCode: string | null;
  /** How sure it is who signed in this time; null when nobody said. */
  readonly assurance: Assurance | null;
}

export const ANONYMOUS: Viewer = {
  subject: '',
  partyId: null,
  kind: 'ANONYMOUS',
  functions: [],
  providerId: null,
  municipalityCode: null,
  regionCode: null,
  assurance: null,
};

/** Jobs, importer and seeds. Not a person, and not exempt: it is a column of the table like any other. */
export const SYSTEM: Viewer = { ...ANONYMOUS, subject: 'system', kind: 'SYSTEM' };
