import { LRUCache } from 'lru-cache';
import type { PartyKind } from '../domain/vocabulary';
import type { Viewer } from '../policy/viewer';
import { unauthenticated } from './unauthenticated';

/** Anything that runs one named statement: a pg pool or client. */
export interface Queryable {
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

/** A change of role or the end of an account acts within this time. Milliseconds. */
const BELIEVED_FOR = 5_000;
const MOST_VIEWERS = 10_000;

/** Kinds that no account may act for, whatever the archive says: nobody signs in as the system itself. */
const NOT_A_PERSON: ReadonlySet<PartyKind> = new Set(['SYSTEM', 'ANONYMOUS']);

/** An account with its party, as a viewer: of `account a` and `party p`. How sure it is who uses it, is not known here. */
export const VIEWER = `json_build_object(
        'subject', a.subject,
        'partyId', p.id,
        'kind', p.kind,
        'functions', a.functions,
        'providerId', p.provider_id,
        'municipalityCode', p.municipality_code,
        'regionCode', p.region_code,
        'assurance', null
      )`;

/** Whether anybody may act as this viewer. */
export const isSomebody = (viewer: Viewer | null): viewer is Viewer => !!viewer && !NOT_A_PERSON.has(viewer.kind);

/**
 * Accounts are read as the system: $1 is its signed context, which the policies believe for this one statement.
 * The subselect has no part in `g`, so it is first evaluated when the row of `g` is, and then the context is set.
 */
const ACCOUNT = {
  name: 'viewer of subject',
  text: `
    select (
      select ${VIEWER}
      from account a
      join party p on p.id = a.party_id
      where a.subject = $2
        and a.is_active
    ) as viewer
    from (select set_config('ews.context', $1, true) as context offset 0) g
    where g.context is not null`,
};

/** An account as it is stored, or null when there is no active one. In a box, so that "none" is remembered too. */
type Found = { readonly viewer: Viewer | null };

/**
 * Who acts under a subject: always from the archive, never from the claims of a token. Remembered for five seconds.
 *
 * @throws Forbidden (UNAUTHENTICATED) when the subject has no active account.
 */
export function viewerLookup(database: Queryable, systemContext: () => string): (subject: string) => Promise<Viewer> {
  const found = new LRUCache<string, Found>({
    max: MOST_VIEWERS,
    ttl: BELIEVED_FOR,
    ignoreFetchAbort: true,
    fetchMethod: async (subject) => {
      const { rows } = await database.query({ ...ACCOUNT, values: [systemContext(), subject] });
      const viewer = (rows as Found[])[0]?.viewer ?? null;
      return { viewer: isSomebody(viewer) ? viewer : null };
    },
  });
  return async (subject) => {
    const { viewer } = found.get(subject) ?? ((await found.fetch(subject)) as Found);
    if (!viewer) throw unauthenticated('account');
    return viewer;
  };
}
