import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { CareForm, Municipality, Party, Provider, Region } from '../../entities';
import { Invalid, type Problem } from '../errors';

/** What an input may name, and by which column it is found. All of it is public: saying "unknown" tells nobody anything. */
const NAMED = {
  providerId: { entity: Provider, key: 'id' },
  providerIds: { entity: Provider, key: 'id' },
  recipientKey: { entity: Party, key: 'key' },
  clientKeys: { entity: Party, key: 'key' },
  municipalityCodes: { entity: Municipality, key: 'code' },
  municipalityCode: { entity: Municipality, key: 'code' },
  regionCode: { entity: Region, key: 'code' },
  careFormCode: { entity: CareForm, key: 'code' },
  careFormCodes: { entity: CareForm, key: 'code' },
} as const satisfies Readonly<Record<string, { entity: EntityTarget<ObjectLiteral>; key: string }>>;
type Name = keyof typeof NAMED;
type Given = { readonly [K in Name]?: string | readonly string[] | null };

/** Throws Invalid with every name that is not known. */
export async function refuseUnknown(tx: EntityManager, given: Given): Promise<void> {
  const problems: Problem[] = [];
  for (const [field, { entity, key }] of Object.entries(NAMED)) {
    const values = [given[field as Name] ?? []].flat();
    for (const value of values) {
      if (!(await tx.existsBy<ObjectLiteral>(entity, { [key]: value }))) problems.push({ field, ...UNKNOWN });
    }
  }
  if (problems.length > 0) throw new Invalid(problems);
}

/** The region that a municipality lies in; else the region itself. Throws Invalid when the two contradict each other. */
export async function regionOf(
  tx: EntityManager,
  { municipalityCode, regionCode }: { municipalityCode: string | null; regionCode: string | null },
): Promise<string | null> {
  if (municipalityCode === null) return regionCode;
  const municipality = await tx.findOneByOrFail(Municipality, { code: municipalityCode });
  if (regionCode !== null && regionCode !== municipality.regionCode) throw new Invalid([ELSEWHERE]);
  return municipality.regionCode;
}

const UNKNOWN = {
  en: 'This is not known here. Look it up first, and use the id or code that the API gives.',
  nl: 'Dit is hier niet bekend. Zoek het eerst op, en gebruik het id of de code die de API geeft.',
};
const ELSEWHERE = {
  field: 'regionCode',
  en: 'The municipality does not lie in this region. Leave the region out, or name its own.',
  nl: 'De gemeente ligt niet in deze regio. Laat de regio weg, of noem haar eigen regio.',
};
