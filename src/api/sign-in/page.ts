/** The few pages of signing in: plain HTML, without a script, in Dutch or English. */
import type { FastifyReply } from 'fastify';
import type { Sentence } from '../../errors';

export type Language = keyof Sentence;
export const languageOf = (text: unknown): Language => (String(text).startsWith('en') ? 'en' : 'nl');

/** Text that is in no way HTML. */
export const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const PAGE_STYLE = '/auth/page.css';

/** No scripts at all; a form may be sent to this server alone, and redirects here. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

export interface Page {
  readonly language: Language;
  readonly title: Sentence;
  /** HTML. */
  readonly body: string;
}

export const htmlOf = ({ language, title, body }: Page) => `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escaped(title[language])} · Early Warning System</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${PAGE_STYLE}">
  </head>
  <body>
    <header><strong>Early Warning System</strong></header>
    <main>
      <h1>${escaped(title[language])}</h1>
      ${body}
    </main>
  </body>
</html>
`;

export function sendPage(reply: FastifyReply, page: Page): FastifyReply {
  return reply.header('content-security-policy', PAGE_POLICY).type('text/html; charset=utf-8').send(htmlOf(page));
}
