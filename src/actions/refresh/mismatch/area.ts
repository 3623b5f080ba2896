/** The areas that comparisons of providers are added up for. Every area is one object, so that it can be looked up as such. */
export type Area =
  | { readonly subject: 'COUNTRY' }
  | { readonly subject: 'REGION'; readonly regionCode: string }
  | { readonly subject: 'MUNICIPALITY'; readonly municipalityCode: string; readonly regionCode: string };

export const COUNTRY = { subject: 'COUNTRY' } as const satisfies Area;

const areas = new Map<string, Area>();

function known(code: string, area: () => Area): Area {
  const found = areas.get(code) ?? area();
  areas.set(code, found);
  return found;
}

export const regionOf = (regionCode: string): Area => known(regionCode, () => ({ subject: 'REGION', regionCode }));

/** The region is that of the period: a municipality that moves to another region begins anew there. */
export const municipalityOf = (municipalityCode: string, regionCode: string): Area =>
  known(`${municipalityCode} ${regionCode}`, () => ({ subject: 'MUNICIPALITY', municipalityCode, regionCode }));
