/**
 * Contestant (a): the least that a node program can do. It answers a request with one hand-written SQL, sent as a named
 * statement, and passes on what Postgres says. No schema, no check of who asks, no row-level security.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { Pool } from 'pg';
import { sqlOf, WORKLOAD_NAMES, WORKLOADS, type WorkloadName } from './workload';

/** More gained nothing on two cores, sixteen were slower (design: performance-measurements 12). */
const CONNECTIONS = 4;

/** The answer as Postgres wrote it: parsing it would only cost. */
const AS_TEXT = { rowMode: 'array', types: { getTypeParser: () => (value: unknown) => value } } as const;

interface Asked {
  readonly operationName: WorkloadName;
  readonly variables: Record<string, string>;
}

function bodyOf(request: IncomingMessage): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
    request.on('error', reject);
  });
}

/** The server, not yet listening. It signs in with `url` and closes its connections when it is closed. */
export function bareServer(url: string): Server {
  const pool = new Pool({ connectionString: url, max: CONNECTIONS });
  const texts = new Map(WORKLOAD_NAMES.map((name) => [name, sqlOf(name)]));

  async function answer({ operationName: name, variables }: Asked): Promise<string> {
    const values = [...WORKLOADS[name].parameters(variables)];
    const { rows } = await pool.query<[string]>({ name, text: texts.get(name) as string, values, ...AS_TEXT } as never);
    return `{"data":${rows[0]?.[0]}}`;
  }

  const server = createServer(async (request, response) => {
    try {
      const text = await answer(await bodyOf(request));
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
      response.end(text);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  server.on('close', () => void pool.end());
  return server;
}
