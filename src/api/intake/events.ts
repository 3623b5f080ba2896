/** What is told while a file is read: events of the server (text/event-stream) for who asks for them, one answer otherwise. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OnStage } from '../../intake/received';
import { SECURITY_HEADERS } from '../server-headers';
import { API_VERSION, problemOf, sendProblem } from './problem';

export interface Telling {
  readonly onStage: OnStage;
  /** The end of it: the answer itself. */
  finish(status: number, body: object): void;
  /** The other end of it. */
  fail(error: unknown, traceId: string): void;
}

const wantsEvents = ({ headers }: FastifyRequest) => (headers.accept ?? '').includes('text/event-stream');

export function tellingOf(request: FastifyRequest, reply: FastifyReply): Telling {
  if (!wantsEvents(request)) {
    return {
      onStage: () => undefined,
      finish: (status, body) => {
        void reply.code(status).header('api-version', API_VERSION).send(body);
      },
      fail: (error, traceId) => {
        void sendProblem(reply, error, traceId);
      },
    };
  }
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...SECURITY_HEADERS,
    'api-version': API_VERSION,
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
  });
  const tell = (event: string, data: object) => raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  return {
    onStage: (stage, lines) => {
      tell('stage', { stage, ...(lines !== undefined && { lines }) });
    },
    finish: (status, body) => {
      tell(status < 400 ? 'done' : 'refused', { status, ...body });
      raw.end();
    },
    fail: (error, traceId) => {
      tell('problem', problemOf(error, traceId).problem);
      raw.end();
    },
  };
}
