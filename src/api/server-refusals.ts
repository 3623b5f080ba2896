/** What is refused before there is an operation: by the shape of the request, or because the server is in trouble. */
import type { FastifyReply } from 'fastify';
import { EwsError, RateLimited, type Sentence } from '../errors';
import { maskError, RETRY_AFTER_SECONDS, type Refusal } from './format-error';

interface Envelope extends Sentence {
  readonly status: number;
  readonly code: string;
  readonly headers?: Readonly<Record<string, string>>;
}

// biome-ignore format: it is a table, and is read as one
export const REFUSALS = {
  malformed: { status: 400, code: 'BAD_REQUEST', en: 'The body of the request is not valid JSON.', nl: 'De inhoud van het verzoek is geen geldige JSON.' },
  unreadable: { status: 400, code: 'BAD_REQUEST', en: 'The request cannot be read as HTTP.', nl: 'Het verzoek is niet leesbaar als HTTP.' },
  unknown: { status: 404, code: 'NOT_FOUND', en: 'There is nothing here. The API answers POST requests at /graphql.', nl: 'Hier is niets. De API beantwoordt POST-verzoeken op /graphql.' },
  method: { status: 405, code: 'METHOD_NOT_ALLOWED', en: 'Operations are sent with POST.', nl: 'Bewerkingen worden met POST gestuurd.', headers: { allow: 'POST' } },
  slow: { status: 408, code: 'REQUEST_TIMEOUT', en: 'The request did not arrive in time.', nl: 'Het verzoek kwam niet op tijd binnen.' },
  large: { status: 413, code: 'PAYLOAD_TOO_LARGE', en: 'The request is larger than 100 kB. Ask for less, or split it.', nl: 'Het verzoek is groter dan 100 kB. Vraag minder, of splits het.' },
  media: { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', en: 'Operations are sent as JSON, with "Content-Type: application/json".', nl: 'Bewerkingen worden als JSON gestuurd, met "Content-Type: application/json".' },
  elsewhere: { status: 421, code: 'BAD_REQUEST', en: 'A development server answers this computer only, by the name localhost.', nl: 'Een ontwikkelserver beantwoordt alleen deze computer, onder de naam localhost.' },
  headers: { status: 431, code: 'HEADERS_TOO_LARGE', en: 'The headers of the request are too large.', nl: 'De headers van het verzoek zijn te groot.' },
} as const satisfies Record<string, Envelope>;

/** What fastify and Node call these. */
const BY_ERROR_CODE: Readonly<Record<string, Envelope>> = {
  ERR_HTTP_REQUEST_TIMEOUT: REFUSALS.slow,
  ERR_INVALID_URL: REFUSALS.unreadable,
  FST_ERR_BAD_URL: REFUSALS.unreadable,
  FST_ERR_CTP_BODY_TOO_LARGE: REFUSALS.large,
  FST_ERR_CTP_EMPTY_JSON_BODY: REFUSALS.malformed,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: REFUSALS.unreadable,
  FST_ERR_CTP_INVALID_JSON_BODY: REFUSALS.malformed,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: REFUSALS.media,
  HPE_HEADER_OVERFLOW: REFUSALS.headers,
  // Whoever breaks off in the middle of a body.
  HPE_INVALID_EOF_STATE: REFUSALS.unreadable,
};

/** Our own errors as HTTP, where they are about the whole request. */
const BY_OUR_CODE: Readonly<Record<string, Pick<Envelope, 'status' | 'headers'>>> = {
  UNAUTHENTICATED: { status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } },
  FORBIDDEN: { status: 403 },
  NOT_FOUND: { status: 404 },
  CONFLICT: { status: 409 },
  BAD_USER_INPUT: { status: 400 },
  PAYLOAD_TOO_LARGE: { status: 413 },
  RATE_LIMITED: { status: 429 },
  PERSISTED_QUERY_NOT_FOUND: { status: 404 },
  SERVICE_UNAVAILABLE: { status: 503, headers: { 'retry-after': String(RETRY_AFTER_SECONDS) } },
};

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly errors: readonly Refusal[] };
}

export function answerOf({ status, code, en, nl, headers = {} }: Envelope): Answer {
  return { status, headers, body: { errors: [{ message: en, extensions: { code, nl } }] } };
}

/** The answer to anything that was thrown outside an operation. What nobody foresaw becomes a trace id. */
export function answerTo(error: unknown, traceId: string): Answer {
  const code = typeof error === 'object' && error && 'code' in error ? String(error.code) : '';
  // JSON with a "__proto__" in it has no code of its own.
  const envelope = error instanceof SyntaxError ? REFUSALS.malformed : BY_ERROR_CODE[code];
  if (envelope && !(error instanceof EwsError)) return answerOf(envelope);
  const refusal = maskError(error, traceId);
  const { status, headers = {} } = BY_OUR_CODE[refusal.extensions.code] ?? { status: 500 };
  const wait = error instanceof RateLimited && { 'retry-after': String(error.seconds) };
  return { status, headers: { ...headers, ...wait }, body: { errors: [refusal] } };
}

export function send(reply: FastifyReply, { status, headers, body }: Answer): FastifyReply {
  return reply.code(status).headers(headers).type('application/json; charset=utf-8').send(body);
}
