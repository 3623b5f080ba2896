/** What the REST edge does, for programs: OpenAPI 3.1. A test holds it to the routes. */
import { CHECK_SEVERITIES, CHECK_STEPS } from '../../domain/intake/finding';
import { API_VERSION } from './problem';

const id = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'The uuid in Delivery.id.',
  schema: { type: 'string', format: 'uuid' },
};
const section = (required: boolean, description: string) => ({
  name: 'section',
  in: 'query',
  required,
  description,
  schema: { type: 'string' },
});
const binary = { schema: { type: 'string', format: 'binary' } };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const problem = {
  description: 'What is wrong and what to do about it.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
const refusals = {
  '401': problem,
  '403': problem,
  '404': problem,
  '409': problem,
  '413': problem,
  '429': problem,
  '503': problem,
};
const json = (name: string, description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
});
const text = { type: 'string' };
const freeText = { ...text, minLength: 10, maxLength: 1000, description: 'Without data of people.' };
const said = { type: 'object', properties: { nl: text, en: text } };

export const OPENAPI = {
  openapi: '3.1.0',
  info: {
    title: 'EWS Jeugd: aanleveren',
    version: API_VERSION,
    description:
      'Files and deliveries by programs. Everything else is asked of GraphQL. Sign in with a bearer token (client credentials with private_key_jwt), or with the cookie of a session and the header X-EWS-Request.',
  },
  servers: [{ url: '/' }],
  security: [{ bearer: [] }],
  paths: {
    '/v1/deliveries': {
      post: {
        operationId: 'receiveDelivery',
        summary: 'Deliver in one request: filled in, checked, and submitted when that is asked. All of it or nothing.',
        parameters: [
          {
            name: 'dryRun',
            in: 'query',
            description: 'true: check, and keep nothing. Anything but true and false is refused.',
            schema: { type: 'boolean', default: false },
          },
          {
            name: 'Idempotency-Key',
            in: 'header',
            description:
              'A key of your own. Needed unless it is a dry run: the same request is answered the same and lands once.',
            schema: { type: 'string', minLength: 1, maxLength: 100 },
          },
        ],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/DeliveryBody' } } },
        },
        responses: {
          '200': json('Outcome', 'Checked, in a dry run.'),
          '201': json('Outcome', 'Received.'),
          '400': problem,
          '415': problem,
          '422': json('Outcome', 'Refused: see the findings. Nothing was kept.'),
          ...refusals,
        },
      },
    },
    '/v1/deliveries/{id}/template.xlsx': {
      get: {
        operationId: 'template',
        summary: 'The workbook of a delivery, with everything that is known in it.',
        parameters: [id],
        responses: { '200': { description: 'The workbook.', content: { [XLSX]: binary } }, ...refusals },
      },
    },
    '/v1/deliveries/{id}/template.csv': {
      get: {
        operationId: 'templateCsv',
        summary: 'The CSV of one section.',
        parameters: [id, section(true, 'Code of the section.')],
        responses: { '200': { description: 'The CSV.', content: { 'text/csv': binary } }, ...refusals },
      },
    },
    '/v1/deliveries/{id}/file': {
      put: {
        operationId: 'receiveFile',
        summary:
          'Take a file over into a draft: a workbook or CSV of at most 10 MB, or with section the lines of one long list, at most 500 MB. Send it again when it was interrupted. With "Accept: text/event-stream" the progress is told.',
        parameters: [id, section(false, 'The list that the file holds.')],
        requestBody: { required: true, content: { [XLSX]: binary, 'text/csv': binary } },
        responses: {
          '200': json('Received', 'Read: what it says stands in the draft.'),
          '422': json('Received', 'Refused: nothing changed.'),
          ...refusals,
        },
      },
      get: {
        operationId: 'fileWithFindings',
        summary: 'The workbook that was delivered last, with comments in its cells.',
        parameters: [id],
        responses: { '200': { description: 'The workbook.', content: { [XLSX]: binary } }, ...refusals },
      },
    },
    '/v1/receipt-keys': {
      get: {
        operationId: 'receiptKeys',
        summary: 'The public key that checks the signature of a receipt (JWK set).',
        security: [],
        responses: { '200': { description: 'A JWK set.' } },
      },
    },
    '/v1/calendars/{file}': {
      get: {
        operationId: 'calendar',
        summary: 'When deliveries are due (iCalendar), at the address that openCalendarFeed gave.',
        security: [],
        parameters: [{ name: 'file', in: 'path', required: true, schema: text }],
        responses: { '200': { description: 'A calendar.', content: { 'text/calendar': {} } }, '404': problem },
      },
    },
    '/v1/openapi.json': {
      get: { operationId: 'openapi', summary: 'This.', security: [], responses: { '200': { description: 'This.' } } },
    },
  },
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    schemas: {
      Problem: {
        type: 'object',
        description: 'RFC 9457.',
        properties: {
          type: text,
          title: text,
          status: { type: 'integer' },
          detail: { ...text, description: 'In Dutch.' },
          detailEn: text,
          code: text,
          problems: { type: 'array', items: { type: 'object', properties: { field: text, nl: text, en: text } } },
          traceId: text,
        },
      },
      Finding: {
        type: 'object',
        properties: {
          severity: { enum: Object.keys(CHECK_SEVERITIES) },
          step: { enum: Object.keys(CHECK_STEPS) },
          rule: text,
          section: { type: ['string', 'null'] },
          row: { type: ['integer', 'null'] },
          field: { type: ['string', 'null'] },
          sheet: { type: ['string', 'null'] },
          cell: { type: ['string', 'null'] },
          value: { type: ['string', 'null'] },
          expected: { anyOf: [said, { type: 'null' }] },
          message: said,
        },
      },
      Received: {
        type: 'object',
        properties: {
          result: { enum: ['READ', 'REFUSED'] },
          delivery: text,
          bytes: { type: 'integer' },
          sha256: text,
          lines: { type: 'integer' },
          errors: { type: 'integer' },
          questions: { type: 'integer' },
          findings: { type: 'array', items: { $ref: '#/components/schemas/Finding' } },
        },
      },
      Outcome: {
        type: 'object',
        properties: {
          result: { enum: ['SUBMITTED', 'OFFERED', 'DRAFT', 'REFUSED'] },
          delivery: text,
          version: { type: 'integer' },
          isDryRun: { type: 'boolean' },
          errors: { type: 'integer' },
          questions: { type: 'integer' },
          findings: { type: 'array', items: { $ref: '#/components/schemas/Finding' } },
          obstacles: { type: 'array', items: said },
          receipt: {
            anyOf: [
              { type: 'object', properties: { reference: text, sha256: text, signature: text } },
              { type: 'null' },
            ],
          },
        },
      },
      DeliveryBody: {
        type: 'object',
        required: ['uitvraag', 'period', 'values'],
        additionalProperties: false,
        properties: {
          uitvraag: { ...text, examples: ['convenant-bijlage-4'] },
          period: { ...text, examples: ['2026Q4', '2026H2', '2027'] },
          values: {
            type: 'object',
            description:
              'By the code of the section: an object of values by the code of the field, or an array of rows. See Draft.sections. What is named of a section replaces all of it.',
          },
          answers: {
            type: 'array',
            description:
              'To questions of the checks: the value is right, because. Of rule, section, row and field as the finding has them; an answer to what is not asked is left aside.',
            items: {
              type: 'object',
              required: ['rule', 'explanation'],
              additionalProperties: false,
              properties: {
                rule: text,
                section: { type: ['string', 'null'] },
                row: { type: ['integer', 'null'], description: 'Left out: 0, or null.' },
                field: { type: ['string', 'null'] },
                explanation: freeText,
              },
            },
          },
          submit: {
            type: 'boolean',
            default: false,
            description:
              'Submit it when nothing stands in the way. Where the party wants four eyes it is put before a person.',
          },
          correctionReason: { ...freeText, description: 'Why what was submitted before is corrected.' },
        },
      },
    },
  },
} as const;
