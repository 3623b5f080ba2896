import type { PartyFunction, PartyKind } from '../domain/vocabulary';
import type { Queryable } from './viewer-of';

/** An account to look around as, in development. */
export interface Persona {
  /** The subject of the account, as `--as` takes it. */
  readonly as: string;
  readonly kind: PartyKind;
  readonly name: string;
  readonly functions: readonly PartyFunction[];
}

/** The ones that the documentation speaks of; they come first when they exist. */
const WELL_KNOWN = ['provider:de-wissel', 'municipality:GM0014', 'region:JZ01', 'inspection:IGJ'];

/** How many of each kind of party: enough to compare own with another's, few enough for a menu. */
const PER_KIND = 3;

const ACCOUNTS = {
  name: 'example personas',
  text: `
    select (
      select coalesce(json_agg(json_build_object('as', subject, 'kind', kind, 'name', name, 'functions', functions)
        order by kind, place), '[]')
      from (
        select a.subject, p.kind, p.name, a.functions,
          row_number() over (partition by p.kind order by array_position($2::text[], a.subject), a.subject) as place
        from account a
        join party p on p.id = a.party_id
        where a.is_active
          and p.kind not in ('SYSTEM', 'ANONYMOUS')
          -- A program has no browser.
          and a.subject not like 'service:%'
      ) ranked
      where place <= $3
    ) as personas
    from (select set_config('ews.context', $1, true) as context offset 0) g
    where g.context is not null`,
};

/** Some accounts of every kind of party. */
export async function examplePersonas(database: Queryable, systemContext: () => string): Promise<Persona[]> {
  const { rows } = await database.query({ ...ACCOUNTS, values: [systemContext(), WELL_KNOWN, PER_KIND] });
  return (rows as { personas: Persona[] }[])[0]?.personas ?? [];
}
