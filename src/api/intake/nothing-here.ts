/** What is not there under /v1: the path itself, or a method of it. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerOf } from '../server-refusals';
import { OPENAPI } from './openapi';
import { sendAnswer } from './problem';

const NOTHING = {
  ...{ status: 404, code: 'NOT_FOUND' },
  en: 'There is nothing here. See /v1/openapi.json for what there is.',
  nl: 'Hier is niets. Zie /v1/openapi.json voor wat er is.',
};
const NO_METHOD = {
  ...{ status: 405, code: 'METHOD_NOT_ALLOWED' },
  en: 'This cannot be done with this method. See the header Allow, and /v1/openapi.json.',
  nl: 'Dit kan niet met deze methode. Zie de header Allow, en /v1/openapi.json.',
};

const PATHS = Object.entries(OPENAPI.paths).map(([path, methods]) => ({
  pattern: new RegExp(`^${path.replace(/[.]/g, '[.]').replace(/[{]\w+[}]/g, '[^/]+')}$`),
  allow: Object.keys(methods).flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()])),
}));

export function nothingHere({ url }: FastifyRequest, reply: FastifyReply): FastifyReply {
  const [path = ''] = url.split('?', 1);
  const found = PATHS.find(({ pattern }) => pattern.test(path));
  return sendAnswer(reply, answerOf(found ? { ...NO_METHOD, headers: { allow: found.allow.join(', ') } } : NOTHING));
}
