import type { FastifyInstance } from 'fastify';
import { log } from '../log';
import { factsOf } from './format-error-facts';

/** Something without which no request can be answered. False, an error or silence all mean: not now. */
export interface ReadinessCheck {
  readonly name: string;
  readonly holds: () => Promise<boolean>;
}

/** A check that takes longer than this does not hold, in milliseconds. */
const PATIENCE = 2_000;

async function holdsInTime({ name, holds }: ReadinessCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, false);
  });
  try {
    return await Promise.race([holds(), silence]);
  } catch (error) {
    log.warn({ check: name, ...factsOf(error) }, 'A readiness check failed.');
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * /livez: the process answers; restart it when it does not. /readyz: it can do its work; send it no requests when it
 * cannot. A server that stops is first not ready, so that a balancer looks elsewhere while it still answers.
 */
export function healthRoutes(
  app: FastifyInstance,
  { checks, isStopping }: { readonly checks: readonly ReadinessCheck[]; readonly isStopping: () => boolean },
): void {
  app.get('/livez', async () => ({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    if (isStopping()) return reply.code(503).send({ status: 'stopping' });
    const held = await Promise.all(checks.map(holdsInTime));
    const failing = checks.filter((_, at) => !held[at]).map(({ name }) => name);
    return failing.length === 0 ? { status: 'ready' } : reply.code(503).send({ status: 'not ready', failing });
  });
}
