import type { Assurance } from '../domain/vocabulary';

/** Our levels as we ask for them, and as the embedded provider gives them: those of eIDAS. */
export const ACR = {
  LOW: 'http://eidas.europa.eu/LoA/low',
  SUBSTANTIAL: 'http://eidas.europa.eu/LoA/substantial',
  HIGH: 'http://eidas.europa.eu/LoA/high',
} as const satisfies Record<Assurance, string>;

/** What brokers call them (the claim acr): eIDAS, eHerkenning, and the words themselves. A word that is not here proves nothing. */
const LEVELS: ReadonlyMap<unknown, Assurance> = new Map<string, Assurance>([
  [ACR.LOW, 'LOW'],
  [ACR.SUBSTANTIAL, 'SUBSTANTIAL'],
  [ACR.HIGH, 'HIGH'],
  ['urn:etoegang:core:assurance-class:loa2', 'LOW'],
  ['urn:etoegang:core:assurance-class:loa2plus', 'LOW'],
  ['urn:etoegang:core:assurance-class:loa3', 'SUBSTANTIAL'],
  ['urn:etoegang:core:assurance-class:loa4', 'HIGH'],
  ['low', 'LOW'],
  ['substantial', 'SUBSTANTIAL'],
  ['high', 'HIGH'],
]);

/** How sure an identity provider is who signed in; null when it does not say, or not in a word that is known. */
export const assuranceOf = (acr: unknown): Assurance | null => LEVELS.get(acr) ?? null;
