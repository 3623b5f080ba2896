/** What a new list of municipalities changes, and what is wrong with it. Pure. */
import { isDay } from '../../../domain/period';
import type { Problem } from '../../../errors';
import { type AreaProblem, problemOf } from './area-problems';
import type { RowOf } from './read-table';

/** As the archive has it. */
export interface PresentMunicipality {
  readonly code: string;
  readonly name: string;
  readonly provinceCode: string;
  readonly regionCode: string;
  readonly validTo: string | null;
  /** The first day of its present membership of its region; null when it has none. */
  readonly memberFrom: string | null;
}

export interface Present {
  readonly municipalities: readonly PresentMunicipality[];
  readonly regions: ReadonlySet<string>;
  readonly provinces: ReadonlySet<string>;
}

export type ListedMunicipality = RowOf<'municipalities'>;
export type Merger = RowOf<'mergers'>;

export interface AreaChanges {
  readonly ended: readonly {
    readonly code: string;
    readonly name: string;
    readonly on: string;
    readonly into: readonly string[];
  }[];
  readonly added: readonly { readonly row: ListedMunicipality; readonly on: string }[];
  readonly moved: readonly {
    readonly code: string;
    readonly name: string;
    readonly from: string;
    readonly to: string;
    readonly on: string;
  }[];
  readonly renamed: readonly {
    readonly code: string;
    readonly from: string;
    readonly to: string;
    readonly provinceCode: string;
  }[];
}

export interface AreaList {
  readonly rows: readonly ListedMunicipality[];
  readonly mergers: readonly Merger[];
  /** The day from which the list holds, where no merger says so. */
  readonly on: string | null;
}

/** Every problem at once; with one, the changes are not to be used. */
export function changesOf(present: Present, list: AreaList): { problems: Problem[]; changes: AreaChanges } {
  const found: AreaProblem[] = [
    ...wrongRows(present, list),
    ...wrongMergers(present, list),
    ...unexplained(present, list),
  ];
  const listed = new Map(list.rows.map((row) => [row.gemeente_code, row]));
  const before = new Map(present.municipalities.map((one) => [one.code, one]));
  const stays = present.municipalities.filter(({ code, validTo }) => validTo === null && listed.has(code));
  const moved = stays.flatMap(({ code, name, regionCode, memberFrom }) => {
    const to = (listed.get(code) as ListedMunicipality).jeugdregio_code;
    if (to === regionCode) return [];
    const on = list.on ?? dayOfMerger(list.mergers, code);
    if (on === null) found.push(['movedWithoutDay', code]);
    else if (memberFrom !== null && memberFrom >= on) found.push(['movedTooEarly', code]);
    return [{ code, name, from: regionCode, to, on: on ?? '' }];
  });
  const renamed = stays.flatMap(({ code, name, provinceCode: province }) => {
    const { gemeente_naam: to, provincie_code: provinceCode } = listed.get(code) as ListedMunicipality;
    return to === name && province === provinceCode ? [] : [{ code, from: name, to, provinceCode }];
  });
  const changes: AreaChanges = {
    ended: endedBy(list.mergers, before),
    added: [...listed.values()].flatMap((row) => {
      const on = dayOfMerger(list.mergers, row.gemeente_code);
      return before.has(row.gemeente_code) || on === null ? [] : [{ row, on }];
    }),
    moved,
    renamed,
  };
  return { problems: found.map(problemOf), changes };
}

function endedBy(mergers: readonly Merger[], before: ReadonlyMap<string, PresentMunicipality>) {
  return [...new Set(mergers.map((one) => one.oude_code))].flatMap((code) => {
    const old = before.get(code);
    // One that has ended was adopted before.
    if (!old || old.validTo !== null) return [];
    const parts = mergers.filter((one) => one.oude_code === code);
    return [{ code, name: old.name, on: parts[0]?.datum ?? '', into: parts.map((one) => one.nieuwe_code) }];
  });
}

const dayOfMerger = (mergers: readonly Merger[], newCode: string): string | null =>
  mergers.find((one) => one.nieuwe_code === newCode)?.datum ?? null;

function* wrongRows({ regions, provinces }: Present, { rows, on }: AreaList): Iterable<AreaProblem> {
  if (on !== null && !isDay(on)) yield ['noDay', '--on'];
  const seen = new Map<string, string>();
  for (const {
    gemeente_code: code,
    jeugdregio_code: region,
    provincie_code: province,
    gemeente_naam: name,
    lon,
    lat,
  } of rows) {
    const other = seen.get(code);
    if (!/^GM\d{4}$/.test(code)) yield ['noCode', code];
    if (name === '') yield ['noName', code];
    if (other !== undefined) yield [other === region ? 'twice' : 'twoRegions', code];
    if (!regions.has(region)) yield ['unknownRegion', code];
    if (!provinces.has(province)) yield ['unknownProvince', code];
    if (![lon, lat].every((degrees) => /^(?:\d{1,2}(?:\.\d+)?)?$/.test(degrees))) yield ['noPlace', code];
    seen.set(code, region);
  }
  const filled = new Set(rows.map((row) => row.jeugdregio_code));
  for (const region of regions) if (!filled.has(region)) yield ['emptyRegion', region];
}

function* wrongMergers({ municipalities }: Present, { rows, mergers }: AreaList): Iterable<AreaProblem> {
  const listed = new Set(rows.map((row) => row.gemeente_code));
  const before = new Map(municipalities.map((one) => [one.code, one]));
  for (const { oude_code: old, nieuwe_code: next, datum: day } of mergers) {
    const ended = before.get(old)?.validTo;
    if (!isDay(day)) yield ['noDay', old];
    if (ended === undefined) yield ['unknownOld', old];
    else if (ended !== null && ended !== day) yield ['endedOtherwise', old];
    if (listed.has(old)) yield ['oldStillListed', old];
    if (!listed.has(next)) yield ['newNotListed', next];
    if (mergers.some((one) => one.oude_code === old && one.datum !== day)) yield ['twoDays', old];
    if (mergers.some((one) => one.nieuwe_code === next && one.datum !== day) && !before.has(next))
      yield ['twoDays', next];
  }
}

function* unexplained({ municipalities }: Present, { rows, mergers }: AreaList): Iterable<AreaProblem> {
  const listed = new Set(rows.map((row) => row.gemeente_code));
  const before = new Map(municipalities.map((one) => [one.code, one]));
  const [olds, news] = [mergers.map((one) => one.oude_code), mergers.map((one) => one.nieuwe_code)];
  for (const { code, validTo } of municipalities)
    if (validTo === null && !listed.has(code) && !olds.includes(code)) yield ['missing', code];
  for (const code of listed) {
    const old = before.get(code);
    if (!old && !news.includes(code)) yield ['newWithoutMerger', code];
    if (old?.validTo) yield ['cameBack', code];
  }
}
