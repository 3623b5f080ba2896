/**
 * The back-end-for-front-end: a browser signs in at the identity provider, and from then on has nothing but a cookie that
 * no script can read. See docs/decisions/0010.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ASSURANCES, type Assurance } from '../../domain/vocabulary';
import { type ErrorCode, EwsError, Invalid } from '../../errors';
import { isFromOwnPage, NOT_FROM_OWN_PAGE } from '../../identity/authenticate';
import type { AttemptSeal } from '../../identity/sign-in/attempt';
import type { RelyingParty } from '../../identity/sign-in/relying-party';
import { COOKIES, clearCookie, cookieIn, setCookie } from '../../identity/sign-in/session-cookie';
import type { Origin } from '../../identity/sign-in/session-log';
import type { Sessions } from '../../identity/sign-in/sessions';
import { unauthenticated } from '../../identity/unauthenticated';
import { ANONYMOUS } from '../../policy/viewer';
import type { RateLimits } from '../rate-limits';
import { answerTo, send } from '../server-refusals';
import { formsIn } from './forms';
import { escaped, languageOf, PAGE_STYLE, sendPage } from './page';

export interface SignIn {
  readonly sessions: Sessions;
  readonly seal: AttemptSeal;
  /** Loaded when somebody signs in: a start should not wait for it. */
  readonly provider: () => Promise<RelyingParty>;
  readonly rates: RateLimits;
  /** The time, which a test may set. */
  readonly now: () => Date;
}

type Query = Readonly<Record<string, unknown>>;

const FAILED = { en: 'You are not signed in', nl: 'U bent niet aangemeld' };
const AGAIN = { en: 'Begin again', nl: 'Begin opnieuw' };

const WRONG = {
  returnTo: {
    field: 'returnTo',
    en: 'must be a path of this server, such as "/".',
    nl: 'moet een pad op deze server zijn, zoals "/".',
  },
  assurance: {
    field: 'assurance',
    en: 'must be one of low, substantial, high.',
    nl: 'moet een van deze zijn: low, substantial, high.',
  },
};

/** A path of ours and nothing else: what looks like one, or becomes one when its dots are gone, may lead a browser elsewhere. */
function pathIn(text: unknown): string {
  if (text === undefined) return '/';
  const here = 'https://here.invalid';
  const isOurs = (path: string) =>
    path.startsWith('/') && URL.canParse(path, here) && new URL(path, here).origin === here;
  if (typeof text !== 'string' || text.length > 500 || !isOurs(text)) throw new Invalid([WRONG.returnTo]);
  const { pathname, search } = new URL(text, here);
  if (!isOurs(pathname + search)) throw new Invalid([WRONG.returnTo]);
  return pathname + search;
}

function assuranceIn(text: unknown): Assurance | null {
  if (text === undefined) return null;
  const found = (Object.keys(ASSURANCES) as Assurance[]).find((level) => level.toLowerCase() === text);
  if (!found) throw new Invalid([WRONG.assurance]);
  return found;
}

const cookieOf = ({ raw }: FastifyRequest, cookie: keyof typeof COOKIES) => cookieIn(raw.rawHeaders, COOKIES[cookie]);

const originOf = ({ ip, id }: FastifyRequest): Origin => ({ address: ip, traceId: id });

/** Whether a person is being led here; a browser that does not say for what it asks is believed. */
const isNavigation = ({ headers }: FastifyRequest) => (headers['sec-fetch-dest'] ?? 'document') === 'document';

export function signInRoutes({ sessions, seal, provider, rates, now }: SignIn): (app: FastifyInstance) => void {
  const nobodyAt = ({ ip }: FastifyRequest) => ({ viewer: ANONYMOUS, address: ip });

  /**
   * Counts what fails, by address: whoever signs in is not in the way of colleagues behind the same address, and whoever
   * guesses runs out of guesses. What goes wrong between the provider and us is nobody's guess.
   */
  async function counted<T>(request: FastifyRequest, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof EwsError && FAILURES.includes(error.code)) await rates.deed('sign-in', nobodyAt(request));
      throw error;
    }
  }

  // What is wrong with a link is not counted: any page can make a browser follow one.
  async function login(request: FastifyRequest, reply: FastifyReply) {
    const query = request.query as Query;
    const language = query.lang === undefined ? null : languageOf(query.lang);
    const wish = { returnTo: pathIn(query.returnTo), assurance: assuranceIn(query.assurance), language };
    await rates.allow('sign-in', nobodyAt(request));
    const { url, attempt } = await (await provider()).start({ ...wish, session: cookieOf(request, 'session') });
    reply.header('set-cookie', setCookie(COOKIES.attempt, await seal.seal(attempt, now())));
    return reply.redirect(url.href, 303);
  }

  async function callback(request: FastifyRequest, reply: FastifyReply) {
    // Neither is counted nor done: an image or a link on any page can make a browser come here.
    if (!isNavigation(request)) throw unauthenticated('attempt');
    const attempt = await seal.open(cookieOf(request, 'attempt'), now());
    return counted(request, async () => {
      // Whoever has to wait may finish afterwards.
      await rates.allow('sign-in', nobodyAt(request));
      // Whatever comes of it, it can be finished once.
      reply.header('set-cookie', clearCookie(COOKIES.attempt));
      const search = request.url.slice(request.url.indexOf('?'));
      const signedIn = await (await provider()).finish(search, attempt);
      const value = await sessions.begin(signedIn, attempt.session, now(), originOf(request));
      reply.header('set-cookie', setCookie(COOKIES.session, value));
      return reply.redirect(attempt.returnTo, 303);
    });
  }

  async function session(request: FastifyRequest, reply: FastifyReply) {
    const cookie = cookieOf(request, 'session');
    if (cookie === null) return reply.send(NOBODY);
    if (!sessions.wasFound(cookie)) await rates.allowAnonymous(request.ip);
    const found = await sessions.find(cookie, now(), originOf(request));
    // Counted like any request, and whoever guesses at cookies as nobody in particular.
    await rates.request(found ? { viewer: found.viewer, address: request.ip } : nobodyAt(request));
    if (!found) return reply.header('set-cookie', clearCookie(COOKIES.session)).send(NOBODY);
    const { subject, kind, functions, assurance } = found.viewer;
    return { isSignedIn: true, subject, kind, functions, assurance, endsAt: found.endsAt };
  }

  async function logout(request: FastifyRequest, reply: FastifyReply) {
    if (!isFromOwnPage(request.raw.rawHeaders)) throw NOT_FROM_OWN_PAGE;
    const cookie = cookieOf(request, 'session');
    // Nobody is kept from signing out; only what ends nothing is counted.
    const ended = cookie === null ? 0 : await sessions.end(cookie, originOf(request));
    if (ended === 0) await rates.request(nobodyAt(request));
    return reply.header('set-cookie', clearCookie(COOKIES.session)).code(204).send();
  }

  const backchannelLogout = (request: FastifyRequest, reply: FastifyReply) =>
    // The provider ends many at once, and is not refused because somebody near it guesses.
    counted(request, async () => {
      const token = (request.body as URLSearchParams | null)?.get('logout_token') ?? '';
      await sessions.endOfProvider(await (await provider()).ended(token, now()), originOf(request));
      return reply.code(200).send();
    });

  return (app) => {
    app.get('/auth/login', { errorHandler: tellPerson }, login);
    app.get('/auth/callback', { errorHandler: tellPerson }, callback);
    app.get('/auth/session', session);
    app.post('/auth/logout', logout);
    app.get(PAGE_STYLE, async (_request, reply) => reply.type('text/css').send(await readFile(STYLE)));
    app.register(async (forms) => {
      formsIn(forms);
      forms.post('/auth/backchannel-logout', { errorHandler: tellProvider }, backchannelLogout);
    });
  };
}

const STYLE = join(__dirname, 'page.css');
const NOBODY = { isSignedIn: false };
const FAILURES: readonly ErrorCode[] = ['UNAUTHENTICATED', 'BAD_USER_INPUT'];

/** A person is looking: a page, with the way to try again. */
function tellPerson(error: Error, request: FastifyRequest, reply: FastifyReply) {
  const { status, headers, body } = answerTo(error, request.id);
  const [{ message, extensions }] = body.errors as unknown as [(typeof body.errors)[number]];
  const html = `<p class="problem">${escaped(extensions.nl)}</p>
      <p class="note" lang="en">${escaped(message)}</p>
      <p><a href="/auth/login">${AGAIN.nl} <span lang="en">/ ${AGAIN.en}</span></a></p>`;
  const wait = headers['retry-after'];
  if (wait !== undefined) reply.header('retry-after', wait);
  return sendPage(reply.code(status), { language: 'nl', title: FAILED, body: html });
}

/** A provider expects 400 for a logout token that is not believed (Back-Channel Logout 1.0, 2.8). */
function tellProvider(error: Error, request: FastifyRequest, reply: FastifyReply) {
  const answer = answerTo(error, request.id);
  return send(
    reply,
    error instanceof EwsError && error.code === 'UNAUTHENTICATED' ? { ...answer, status: 400 } : answer,
  );
}
