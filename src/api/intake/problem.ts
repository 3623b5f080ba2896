/** Refusals of the REST edge as problem+json (RFC 9457; REST API Design Rules), in the words that GraphQL uses too. */
import { STATUS_CODES } from 'node:http';
import type { FastifyReply } from 'fastify';
import { type Answer, answerTo } from '../server-refusals';

export const API_VERSION = '1.0.0';

export interface Problem {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly problem: object;
}

export const problemOf = (error: unknown, traceId: string): Problem => asProblem(answerTo(error, traceId));

function asProblem({ status, headers, body }: Answer): Problem {
  const [refusal] = body.errors;
  const { nl: detail, ...more } = refusal?.extensions ?? {};
  const problem = {
    type: 'about:blank',
    title: STATUS_CODES[status],
    status,
    detail,
    detailEn: refusal?.message,
    ...more,
  };
  return { status, headers, problem };
}

export const sendProblem = (reply: FastifyReply, error: unknown, traceId: string): FastifyReply =>
  sendAnswer(reply, answerTo(error, traceId));

/** A refusal that is no error of ours. */
export function sendAnswer(reply: FastifyReply, answer: Answer): FastifyReply {
  const { status, headers, problem } = asProblem(answer);
  return reply
    .code(status)
    .headers({ ...headers, 'api-version': API_VERSION })
    .type('application/problem+json; charset=utf-8')
    .send(problem);
}
