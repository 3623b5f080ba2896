import { Invalid, type Sentence, Unavailable } from '../errors';

/** Why a database that somebody named does not let us in, by the code of the socket or of Postgres. */
const REASONS: Readonly<Record<string, Sentence>> = {
  ECONNREFUSED: { en: 'nothing listens there', nl: 'daar luistert niets' },
  ECONNRESET: { en: 'it hangs up', nl: 'de verbinding wordt verbroken' },
  ENOTFOUND: { en: 'no machine has that name', nl: 'geen machine heeft die naam' },
  EAI_AGAIN: { en: 'the name of its machine cannot be looked up', nl: 'de naam van de machine is niet op te zoeken' },
  EHOSTUNREACH: { en: 'its machine cannot be reached', nl: 'de machine is niet bereikbaar' },
  ETIMEDOUT: { en: 'it does not answer in time', nl: 'er komt niet op tijd antwoord' },
  '28P01': { en: 'the user or password is wrong', nl: 'de gebruiker of het wachtwoord klopt niet' },
  '28000': { en: 'this user may not sign in from here', nl: 'deze gebruiker mag hiervandaan niet inloggen' },
  '3D000': { en: 'the database does not exist', nl: 'de database bestaat niet' },
  '53300': { en: 'it has no connections left', nl: 'er zijn geen verbindingen meer over' },
  '57P03': { en: 'it is starting up', nl: 'hij is nog aan het opstarten' },
};

/** A failed connection to several addresses has an error for each. */
function codeOf(error: unknown): string {
  const { code, errors, message } = error as { code?: string; errors?: readonly unknown[]; message?: string };
  if (code === undefined && errors) return codeOf(errors[0]);
  return code ?? (/timeout/i.test(message ?? '') ? 'ETIMEDOUT' : '');
}

/** A sentence that names the setting and the remedy, never the address; anything we do not know stays what it was. */
export function refusalOfDatabase(error: unknown, setting: string): unknown {
  const reason = REASONS[codeOf(error)];
  if (reason === undefined) return error;
  return new Unavailable({
    en: `The database of ${setting} cannot be used: ${reason.en}. Correct it, or leave it out to use the embedded one.`,
    nl: `De database van ${setting} is niet te gebruiken: ${reason.nl}. Verbeter hem, of laat hem weg voor de ingebouwde.`,
  });
}

/** What must hold of the role that the API signs in as, and what to say when it does not. */
export interface Login {
  readonly version: number;
  readonly is_unbound: boolean;
  /** Statements end some time, and moments are told in UTC. */
  readonly is_set: boolean;
}

/** A role that policies do not bind would see everything of everybody: then we do not start. */
export function refuseUnfit({ version, is_unbound, is_set }: Login): void {
  const problems = [
    {
      holds: version < 150_000,
      en: 'needs Postgres 15 or newer.',
      nl: 'vraagt om Postgres 15 of nieuwer.',
    },
    {
      holds: is_unbound,
      en: 'signs in as a superuser, an owner of tables or a role with BYPASSRLS, which no policy binds: name an ordinary role.',
      nl: 'logt in als superuser, eigenaar van tabellen of rol met BYPASSRLS, die geen policy bindt: noem een gewone rol.',
    },
    {
      // We ask for both when we connect; a pooler passes neither on.
      holds: !is_set,
      en: "goes through a pooler, and its role has no time limit or another time zone: alter role … set statement_timeout = '10s'; alter role … set timezone = 'UTC'.",
      nl: "gaat door een pooler, en de rol heeft geen tijdslimiet of een andere tijdzone: alter role … set statement_timeout = '10s'; alter role … set timezone = 'UTC'.",
    },
  ];
  const found = problems.filter(({ holds }) => holds);
  if (found.length > 0) throw new Invalid(found.map(({ en, nl }) => ({ field: 'DATABASE_URL', en, nl })));
}

/** Until the first release migrations are edited in place, and the archives of before are made anew. */
export const OTHER_TABLES = new Unavailable({
  en: 'This database was made by an earlier version whose migrations have been changed since: remove the data folder (EWS_DATA), or name an empty database.',
  nl: 'Deze database is gemaakt door een eerdere versie waarvan de migraties sindsdien zijn veranderd: verwijder de gegevensmap (EWS_DATA), of noem een lege database.',
});
