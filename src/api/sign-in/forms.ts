import type { FastifyInstance } from 'fastify';

/** Forms, for the few routes of one scope that take them: everything else here is JSON. */
export function formsIn(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, new URLSearchParams(String(body))),
  );
}
