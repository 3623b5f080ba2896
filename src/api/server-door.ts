import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Unavailable } from '../errors';
import type { Authenticate } from '../identity/authenticate';
import { ANONYMOUS, type Viewer } from '../policy/viewer';
import { healthRoutes, type ReadinessCheck } from './health';
import { LIMITS } from './limits';
import type { RateLimits } from './rate-limits';
import { type ApolloParts, apolloFor, type Traced } from './server-apollo';
import { SECURITY_HEADERS } from './server-headers';
import { answerOf, answerTo, REFUSALS, send } from './server-refusals';
import { isSession, mayAskFreely, NO_DOCUMENTS, type TrustedDocuments, withDocument } from './trusted-documents';

/** Who asks, and under which number the request is found back in the logs. */
export interface Caller {
  readonly viewer: Viewer;
  readonly traceId: string;
  /** Where the request comes from: the address that a trusted balancer saw. */
  readonly address: string;
}

/** Lets a request in: who asks it, counted. Throws what it is refused for. */
export type CallerOf = (request: FastifyRequest) => Promise<Caller>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its body may take as long as a file takes. */
    takesLong?: boolean;
  }
  interface FastifyRequest {
    caller: Caller | null;
  }
}

export interface DoorParts<C extends Traced> extends ApolloParts<C> {
  readonly port: number;
  readonly host: string;
  readonly authenticate: Authenticate;
  readonly contextOf: (caller: Caller) => C;
  readonly checks: readonly ReadinessCheck[];
  /** How long the server stays open after it has said that it is not ready, in milliseconds: one probe of a balancer. */
  readonly drainDelayMs: number;
  /** How much may be asked by whom; without it there is no end to it. */
  readonly rates?: RateLimits;
  /** Documents that may be asked by their hash; without them there are none. */
  readonly documents?: TrustedDocuments;
  /** Balancers of which the X-Forwarded-For is believed. */
  readonly trustedProxies?: readonly string[];
  /** More routes, such as the workbench of a development server. */
  readonly routes?: (app: FastifyInstance, callerOf: CallerOf) => void;
}

export interface Door {
  readonly url: string;
  stop(): Promise<void>;
}

/** How long a caller may take, in milliseconds: a slow one must not keep a connection from the others. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 1_800_000, connectionsCheckingInterval: 1_000 };
/** Of that a question may take this; a file of half a gigabyte takes longer, and its route says so. */
const BODY_PATIENCE = 15_000;

/** How long requests in flight may take after the server has stopped listening, in milliseconds. */
const DRAIN_LIMIT = 6_000;
const SWEEP = 50;

const IS_JSON = /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i;

/** As Node calls it. */
const SLOW = Object.assign(new Error('The body of a request did not arrive in time.'), {
  code: 'ERR_HTTP_REQUEST_TIMEOUT',
});

/** What is not even HTTP is answered on the bare socket. */
function answerOnSocket(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const known = answerTo(error, randomUUID());
  const { status, body } = known.status === 500 ? answerOf(REFUSALS.unreadable) : known;
  const json = JSON.stringify(body);
  const head = { ...SECURITY_HEADERS, connection: 'close', 'content-type': 'application/json; charset=utf-8' };
  const lines = Object.entries({ ...head, 'content-length': Buffer.byteLength(json) });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.map((line) => line.join(': ')).join('\r\n')}\r\n\r\n${json}`,
  );
}

/** This computer by its own names. Another name that leads here belongs to a page that wants to act as its visitor. */
const THIS_COMPUTER = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** A link on another page may lead here; a page elsewhere may not ask anything. */
const isFromElsewhere = ({ method, headers }: FastifyRequest) =>
  !THIS_COMPUTER.test(headers.host ?? '') || (method !== 'GET' && headers['sec-fetch-site'] === 'cross-site');

function makeApp(isDevelopment: boolean, trustedProxies: readonly string[]): FastifyInstance {
  const app = fastify({
    bodyLimit: LIMITS.bodyBytes,
    // What a request is found back under in the logs.
    genReqId: () => randomUUID(),
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    requestTimeout: PATIENCE.requestTimeout,
    http: PATIENCE,
    forceCloseConnections: 'idle',
    // Whoever is still connected while we stop gets an answer; new connections are no longer accepted.
    return503OnClosing: false,
    clientErrorHandler: answerOnSocket,
    frameworkErrors: (error, _request, reply) => {
      void send(reply.headers(SECURITY_HEADERS), answerTo(error, randomUUID()));
    },
  });
  app.removeContentTypeParser('text/plain');
  app.decorateRequest('caller', null);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(SECURITY_HEADERS);
    // A development server lets anybody in as anybody.
    if (isDevelopment && isFromElsewhere(request)) return send(reply, answerOf(REFUSALS.elsewhere));
  });
  app.addHook('onRequest', async (request, reply) => {
    const { raw, routeOptions } = request;
    if (
      routeOptions.config.takesLong ||
      !(raw.headers['transfer-encoding'] || Number(raw.headers['content-length']) > 0)
    )
      return;
    const clock = setTimeout(() => answerOnSocket(SLOW, raw.socket), BODY_PATIENCE);
    const stop = () => clearTimeout(clock);
    raw.once('end', stop);
    reply.raw.once('close', stop);
  });
  app.setErrorHandler((error, request, reply) => send(reply, answerTo(error, request.id)));
  app.setNotFoundHandler((_request, reply) => send(reply, answerOf(REFUSALS.unknown)));
  return app;
}

/** Returns the address for people: by name where it is this computer. */
async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    const { port: taken } = new URL(await app.listen({ host, port }));
    return `http://${host === '0.0.0.0' ? 'localhost' : host}:${taken}`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Unavailable({
      en: `Port ${port} is in use by another program: stop that program, or choose another port with PORT.`,
      nl: `Poort ${port} is in gebruik bij een ander programma: stop dat programma, of kies een andere poort met PORT.`,
    });
  }
}

/** Opens the API to the network: POST /graphql, /livez and /readyz, and nothing else but the routes that are given. */
export async function openDoor<C extends Traced>(parts: DoorParts<C>): Promise<Door> {
  const { authenticate, contextOf, checks, routes, rates, drainDelayMs, host, port } = parts;
  const { isDevelopment, trustedProxies = [], documents = NO_DOCUMENTS } = parts;
  const apollo = apolloFor(parts);
  await apollo.start();
  const app = makeApp(isDevelopment, trustedProxies);
  let stopping: Promise<void> | null = null;

  // Before the body is read: who is not let in is not listened to either.
  async function admit(request: FastifyRequest, reply: FastifyReply) {
    if (!IS_JSON.test(request.headers['content-type'] ?? '')) return send(reply, answerOf(REFUSALS.media));
    try {
      await callerOf(request);
    } catch (error) {
      return send(reply, answerTo(error, request.id));
    }
  }

  async function callerOf(request: FastifyRequest): Promise<Caller> {
    const caller = { viewer: await viewerOf(request), traceId: request.id, address: request.ip };
    request.caller = caller;
    await rates?.request(caller);
    return caller;
  }

  /** Whoever guesses at tokens is counted as nobody in particular. */
  async function viewerOf({ raw, ip, id }: FastifyRequest): Promise<Viewer> {
    try {
      return await authenticate(raw.rawHeaders, new Date(), { address: ip, traceId: id });
    } catch (error) {
      await rates?.request({ viewer: ANONYMOUS, address: ip });
      throw error;
    }
  }

  async function read(request: FastifyRequest) {
    const isFree = mayAskFreely({ isSession: isSession(request.headers), isDevelopment });
    request.body = withDocument(request.body, documents, isFree);
  }

  app.post('/graphql', {
    onRequest: admit,
    preHandler: read,
    handler: fastifyApolloHandler(apollo, { context: async (request) => contextOf(request.caller as Caller) }),
  });
  app.route({
    method: ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/graphql',
    onRequest: async (_request, reply) => send(reply, answerOf(REFUSALS.method)),
    handler: async () => undefined,
  });
  healthRoutes(app, { checks, isStopping: () => stopping !== null });
  routes?.(app, callerOf);

  async function stop(): Promise<void> {
    await pause(drainDelayMs);
    // A connection that was answering when we closed is kept alive by its caller: it goes as soon as it is idle.
    const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP);
    const late = setTimeout(() => app.server.closeAllConnections(), DRAIN_LIMIT);
    await app.close();
    clearInterval(sweep);
    clearTimeout(late);
    await apollo.stop();
  }

  const url = await listen(app, host, port).catch(async (error) => {
    await apollo.stop();
    throw error;
  });
  return {
    url,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}
