/**
 * Documents that were written with the product and are asked by their hash (sha256, hexadecimal). In production a browser session
 * asks nothing else: a script that slips into the page cannot make up a question. Other clients may: they hold a token, not a
 * cookie. The list is written by `npm run ews -- documents`.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { EwsError, Forbidden } from '../errors';

/** From hash to document. */
export type TrustedDocuments = ReadonlyMap<string, string>;
export const NO_DOCUMENTS: TrustedDocuments = new Map();

export const LIST = join(__dirname, 'documents.json');

/** The list that goes with this version of the program. */
export const trustedDocuments = (): TrustedDocuments =>
  new Map(Object.entries(JSON.parse(readFileSync(LIST, 'utf8')) as Record<string, string>));

export const hashOf = (document: string) => createHash('sha256').update(document).digest('hex');

/** A session is a cookie that the server gave: the prefix keeps anybody else from setting it. A token beside it changes nothing. */
export const isSession = ({ cookie }: Pick<IncomingHttpHeaders, 'cookie'>) =>
  /(?:^|;\s*)__Host-[^=;\s]+=/.test(cookie ?? '');

/** Who may send a text of its own: everybody while developing, and otherwise whoever is not a browser session. */
export const mayAskFreely = ({ isSession, isDevelopment }: { isSession: boolean; isDevelopment: boolean }) =>
  isDevelopment || !isSession;

type Body = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The hash that a request names, in either of the two ways that clients know; undefined when it names none. */
function hashIn({ documentId, extensions }: Body): unknown {
  if (documentId !== undefined) return typeof documentId === 'string' ? documentId.replace(/^sha256:/, '') : null;
  const persisted = isObject(extensions) ? extensions.persistedQuery : undefined;
  if (persisted === undefined) return undefined;
  return isObject(persisted) && typeof persisted.sha256Hash === 'string' ? persisted.sha256Hash : null;
}

/**
 * The body of a request with its document in it. Throws when it names one that is not on the list, when the text beside a hash is
 * another, and when a text of its own is more than its sender may send. What is no request at all is left to Apollo to refuse.
 */
export function withDocument(body: unknown, documents: TrustedDocuments, isFree: boolean): unknown {
  if (!isObject(body)) return body;
  const hash = hashIn(body);
  if (hash === undefined) {
    if (!isFree) throw new Forbidden(ONLY_LISTED);
    return body;
  }
  const document = typeof hash === 'string' ? documents.get(hash.toLowerCase()) : undefined;
  const isOther = body.query !== undefined && body.query !== null && body.query !== document;
  if (document === undefined || isOther) throw new EwsError('PERSISTED_QUERY_NOT_FOUND', NOT_LISTED);
  const { documentId: _, extensions, ...rest } = body;
  const { persistedQuery: __, ...others } = isObject(extensions) ? extensions : {};
  return { ...rest, query: document, ...(Object.keys(others).length > 0 && { extensions: others }) };
}

const NOT_LISTED = {
  en: 'There is no document with this hash. Reload the page, which may be older than the server; other clients send the operation itself in "query".',
  nl: 'Er is geen document met deze hash. Herlaad de pagina, die ouder kan zijn dan de server; andere programma’s sturen de bewerking zelf in "query".',
};
const ONLY_LISTED = {
  en: 'A browser session asks listed documents only, by their hash. For questions of your own, use a service account with a token.',
  nl: 'Een browsersessie vraagt alleen documenten van de lijst, met hun hash. Gebruik voor eigen vragen een serviceaccount met een token.',
};
