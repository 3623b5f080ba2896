/** What a viewer was let into by a disclosure or a case, read from the rows by hand. */
import type { Around } from '../../../src/policy/grant';
import type { Viewer } from '../../../src/policy/viewer';
import type { Row, World } from './world';

/** A category by the words of the authorization table: "mismatchOfProvider" is MISMATCH_OF_PROVIDER. */
const CATEGORY: Readonly<Record<string, string>> = {
  ewsDesignation: 'EWS_DESIGNATION',
  figures: 'FIGURES',
  contracts: 'CONTRACTS',
  declarations: 'DECLARATIONS',
  assessment: 'ASSESSMENT',
  tredeDecision: 'TREDE_DECISION',
  mismatchOfProvider: 'MISMATCH_OF_PROVIDER',
  signaal: 'SIGNAAL',
  municipalFigures: 'MUNICIPAL_FIGURES',
  mismatchOfMunicipalities: 'MISMATCH_OF_MUNICIPALITIES',
};

const valuesOf = (rows: readonly Row[], property: string) => new Set(rows.map((row) => row[property]));

/** Running: begun, and not over. */
export const runs = ({ validFrom, validTo }: Row, now: Date) => (validFrom as Date) <= now && now < (validTo as Date);

export const disclosed = (world: World, { partyId }: Viewer, information: string, now: Date): readonly Row[] =>
  world
    .where('Disclosure', 'recipientPartyId', partyId)
    .filter((row) => runs(row, now) && (row.categories as string[]).includes(CATEGORY[information] as string));

export const casesOf = (world: World, { partyId }: Viewer, roles: readonly string[]): readonly Row[] =>
  world
    .where('CaseParty', 'partyId', partyId)
    .filter(({ until, role }) => until === null && roles.includes(role as string));

const KEY_OF = {
  provider: 'providerId',
  municipality: 'municipalityCode',
  region: 'regionCode',
  case: 'caseId',
} as const;

/** The same for the rules of the product, which ask for the keys that were let in. */
export function around(world: World, now: Date): Around {
  const known = new Map<string, ReadonlySet<unknown>>();
  return {
    now,
    admitted(viewer, admission) {
      const key = JSON.stringify([viewer.partyId, admission]);
      const keys =
        known.get(key) ??
        valuesOf(
          admission.by === 'case' ? casesOf(world, viewer, admission.as) : disclosed(world, viewer, admission.of, now),
          KEY_OF[admission.what],
        );
      known.set(key, keys);
      // A row without a key is nobody's.
      return new Set([...keys].filter((value) => value !== null));
    },
  };
}
