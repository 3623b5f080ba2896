/**
 * The REST edge of the intake: files go in and out here, because GraphQL is no place for them (security R-U1), and programs
 * deliver here. Everything else about a delivery is asked of GraphQL.
 */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import type { ClamdAddress } from '../../clamd-address';
import type { Context } from '../../context';
import { sha256 } from '../../delivery/sha256';
import { Invalid, NotFound, TooLarge } from '../../errors';
import { calendarOf } from '../../intake/calendar';
import { readBody } from '../../intake/delivery-body';
import { fileWithFindings } from '../../intake/file-with-findings';
import { once } from '../../intake/once';
import { readJson } from '../../intake/read-json';
import { receiveDelivery, refuseStrangers } from '../../intake/receive-delivery';
import { awaitedFile, receiveFile } from '../../intake/receive-file';
import type { SpooledFile } from '../../intake/received';
import { STALLED_MS, spooled } from '../../intake/spool';
import { csvFor, workbookFor } from '../../intake/template-for';
import type { Seal } from '../../intake/template-token';
import { UploadsAtOnce } from '../../intake/uploads-at-once';
import type { Caller } from '../server-door';
import { answerOf } from '../server-refusals';
import { tellingOf } from './events';
import { nothingHere } from './nothing-here';
import { OPENAPI } from './openapi';
import { API_VERSION, sendAnswer, sendProblem } from './problem';
import { counted, toldFinding } from './told';

export interface IntakeParts {
  readonly callerOf: (request: FastifyRequest) => Promise<Caller>;
  readonly contextOf: (caller: Caller) => Context;
  readonly app: DataSource;
  readonly systemContext: () => string;
  readonly seal: Seal;
  readonly scanner: ClamdAddress | null;
  readonly folder: string;
  readonly receiptKeys: () => Promise<object>;
}

/** Bytes that are taken: a workbook is read whole, the lines of a list one by one. */
const WORKBOOK_MAX = 10 * 1_048_576;
const LINES_MAX = 500 * 1_048_576;
const BODY_MAX = 10 * 1_048_576;
const LET_BY_MAX = 5 * BODY_MAX;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const IS_JSON = /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i;
const IS_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

type Params = Readonly<Record<string, string>>;
type Query = Readonly<Record<string, string | undefined>>;

export function intakeRoutes(parts: IntakeParts): (app: FastifyInstance) => void {
  const { callerOf, contextOf, folder, seal, scanner } = parts;
  const uploads = new UploadsAtOnce();

  /** Who asks, and then the work; what goes wrong is a problem. */
  const asked =
    (work: (ctx: Context, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      try {
        const ctx = contextOf(await callerOf(request));
        ctx.gone = goneOf(reply);
        return await work(ctx, request, reply.header('api-version', API_VERSION));
      } catch (error) {
        return sendProblem(reply, error, request.id);
      }
    };

  const idIn = (request: FastifyRequest): string => {
    const { id = '' } = request.params as Params;
    if (!IS_UUID.test(id)) throw new NotFound(NOTHING);
    return `Delivery:${id}`;
  };

  const attachment = (reply: FastifyReply, name: string, type: string, content: Buffer) =>
    reply.header('content-disposition', `attachment; filename="${name}"`).type(type).send(content);

  return (app) => {
    void app.register(
      async (rest) => {
        rest.setNotFoundHandler(nothingHere);
      },
      { prefix: '/v1' },
    );
    void app.register(async (edge) => {
      // A body is a stream here: how large it may be depends on what it is.
      edge.removeAllContentTypeParsers();
      edge.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
      edge.setErrorHandler((error, request, reply) => sendProblem(reply, error, request.id));

      edge.get('/v1/openapi.json', async (_request, reply) => reply.header('api-version', API_VERSION).send(OPENAPI));
      edge.get('/v1/receipt-keys', async (_request, reply) =>
        reply.header('api-version', API_VERSION).send(await parts.receiptKeys()),
      );

      edge.get(
        '/v1/deliveries/:id/template.xlsx',
        asked(async (ctx, request, reply) => {
          const { name, content } = await workbookFor(ctx, idIn(request), seal);
          return attachment(reply, name, XLSX, content);
        }),
      );
      edge.get(
        '/v1/deliveries/:id/template.csv',
        asked(async (ctx, request, reply) => {
          const { section = '' } = request.query as Query;
          const { name, content } = await csvFor(ctx, idIn(request), section, seal);
          return attachment(reply, name, 'text/csv; charset=utf-8', content);
        }),
      );
      edge.get(
        '/v1/deliveries/:id/file',
        asked(async (ctx, request, reply) => {
          const content = await fileWithFindings(ctx, idIn(request));
          return attachment(reply, 'ews-bevindingen.xlsx', XLSX, content);
        }),
      );

      edge.put(
        '/v1/deliveries/:id/file',
        { config: { takesLong: true } },
        asked(async (ctx, request, reply) => {
          const id = idIn(request);
          const { section } = request.query as Query;
          const receive = async (file: SpooledFile) => {
            const telling = tellingOf(request, reply);
            telling.onStage('RECEIVED');
            try {
              const received = await receiveFile(ctx, id, file, { seal, scanner }, telling.onStage, section);
              const { result, findings, lines } = received;
              telling.finish(result === 'READ' ? 200 : 422, {
                ...{ result, delivery: id, bytes: file.bytes, sha256: file.sha256, lines },
                ...{ ...counted(findings), findings: findings.map(toldFinding) },
              });
            } catch (error) {
              telling.fail(error, ctx.traceId);
            }
            return reply;
          };
          try {
            // Nothing of a file is taken before it is known that it may come, and how large it may be.
            const { filling, list } = await awaitedFile(ctx, id, section);
            const max = list ? LINES_MAX : WORKBOOK_MAX;
            return await uploads.run(filling.party.id, () => spooled(folder, bodyIn(request), max, receive));
          } catch (error) {
            letBy(request, reply);
            throw error;
          }
        }),
      );

      edge.post(
        '/v1/deliveries',
        asked(async (ctx, request, reply) => {
          refuseStrangers(ctx);
          if (!IS_JSON.test(request.headers['content-type'] ?? '')) return sendAnswer(reply, answerOf(NO_JSON));
          const isDry = isDryRun(request.query as Query);
          const key = isDry ? null : keyIn(request.headers['idempotency-key']);
          const { bytes, digest } = await bodyOf(bodyIn(request));
          const body = readBody(readJson(bytes));
          const asOnce = key === null ? null : { key, digest };
          const { status, answer } = await once(ctx, asOnce, async (inside, tx) => {
            const { findings, ...outcome } = await receiveDelivery(inside, tx, body);
            return {
              status: outcome.result === 'REFUSED' ? 422 : 201,
              answer: { ...outcome, isDryRun: isDry, ...counted(findings), findings: findings.map(toldFinding) },
            };
          });
          return reply.code(isDry && status < 400 ? 200 : status).send(answer);
        }),
      );

      // A calendar program cannot sign in: who guesses at addresses is counted as nobody in particular.
      edge.get(
        '/v1/calendars/:file',
        asked(async (_ctx, request, reply) => {
          const { file = '' } = request.params as Params;
          const calendar = await parts.app.transaction(async (tx) => {
            await tx.query("select set_config('ews.context', $1, true)", [parts.systemContext()]);
            return calendarOf(tx, file.replace(/\.ics$/, ''));
          });
          if (calendar === null) throw new NotFound(NOTHING);
          return reply.type('text/calendar; charset=utf-8').send(calendar);
        }),
      );
    });
  };
}

/** Aborted when the connection ends before the answer does. */
function goneOf({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort();
  });
  return gone.signal;
}

/** What is still coming of a file that is refused is not kept, and not waited for longer than this. */
function letBy({ raw }: FastifyRequest, reply: FastifyReply): void {
  const { socket } = reply.raw;
  if (raw.complete || !socket || socket.destroyed) return;
  const clock = setTimeout(() => socket.destroy(), STALLED_MS).unref();
  const stop = () => clearTimeout(clock);
  raw.once('end', stop);
  socket.once('close', stop);
}

function keyIn(header: string | string[] | undefined): string {
  if (typeof header === 'string' && /^[\x21-\x7e]{1,100}$/.test(header)) return header;
  throw new Invalid([NO_KEY]);
}

/** Of a request without a body fastify gives none. */
const bodyIn = ({ body }: FastifyRequest) => (body as Readable | undefined) ?? Readable.from([]);

/** Whoever writes it otherwise may mean either: nothing is done then. */
function isDryRun(query: Query): boolean {
  const { dryRun = 'false', ...others } = query;
  if (Object.keys(others).length > 0 || !['true', 'false'].includes(dryRun)) throw new Invalid([NOT_A_DRY_RUN]);
  return dryRun === 'true';
}

/**
 * A body of JSON, read whole: it is bounded. What is somewhat too large is let by to its end, because who is cut off while sending
 * hears nothing of why.
 * @throws TooLarge
 */
async function bodyOf(stream: Readable): Promise<{ bytes: Buffer; digest: string }> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > LET_BY_MAX) break;
    if (length <= BODY_MAX) pieces.push(piece);
  }
  if (length > BODY_MAX) throw new TooLarge(BODY_MAX);
  const bytes = Buffer.concat(pieces);
  return { bytes, digest: sha256(bytes) };
}

const NOTHING = {
  en: 'There is nothing here for you. See /v1/openapi.json for what there is.',
  nl: 'Hier is voor u niets. Zie /v1/openapi.json voor wat er is.',
};
const NO_KEY = {
  field: 'Idempotency-Key',
  en: 'Send a header Idempotency-Key of your own, of 1 to 100 characters: so the same delivery lands once, also when it is sent again.',
  nl: 'Stuur een eigen header Idempotency-Key mee, van 1 tot 100 tekens: zo komt dezelfde aanlevering één keer binnen, ook als zij opnieuw wordt gestuurd.',
};
const NOT_A_DRY_RUN = {
  field: 'dryRun',
  en: 'Ask ?dryRun=true or ?dryRun=false, once and spelled like that, and nothing else.',
  nl: 'Vraag ?dryRun=true of ?dryRun=false, één keer en zo gespeld, en niets anders.',
};
const NO_JSON = {
  ...{ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' },
  en: 'A delivery is sent as JSON, with "Content-Type: application/json".',
  nl: 'Een aanlevering wordt als JSON gestuurd, met "Content-Type: application/json".',
};
