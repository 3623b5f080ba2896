/**
 * Asks questions over kept-alive connections as fast as they are answered. Written on bare sockets: what the questioner
 * costs is not measured, but it takes turns on the same processors, so it should cost little.
 */
import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const LENGTH = /\r\ncontent-length: *(\d+)/i;
/** An answer with errors begins with them. */
const GOOD = '{"data":{"';

/** A question as it goes over the wire. */
export function requestOf(body: string, token: string): Buffer {
  const head = [
    'POST /graphql HTTP/1.1',
    'host: 127.0.0.1',
    'content-type: application/json',
    'accept: application/json',
    `authorization: Bearer ${token}`,
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Throws when the answer is not a good one; gives the length of its body and how much of it has come. */
function startOfAnswer(chunk: Buffer): { readonly length: number; readonly come: number } | null {
  const end = chunk.indexOf(END_OF_HEAD);
  if (end < 0 || chunk.length < end + END_OF_HEAD.length + GOOD.length) return null;
  const head = chunk.toString('latin1', 0, end);
  const body = end + END_OF_HEAD.length;
  const length = LENGTH.exec(head)?.[1];
  const begins = chunk.toString('latin1', body, body + GOOD.length);
  if (!head.startsWith('HTTP/1.1 200 ') || length === undefined || begins !== GOOD) {
    throw new Error(`A question got no good answer: ${chunk.toString('utf8', 0, 600)}`);
  }
  return { length: Number(length), come: chunk.length - body };
}

export interface Load {
  readonly port: number;
  readonly connections: number;
  /** Stop after so many answers, or after so many seconds, whichever comes first. */
  readonly answers: number;
  readonly seconds: number;
}

export interface Answered {
  readonly answers: number;
  readonly seconds: number;
  readonly bytes: number;
  /** Of each answer, in milliseconds, in ascending order. */
  readonly latencies: Float64Array;
}

/** One connection: asks, waits for the whole answer, asks again. */
function converse(port: number, next: () => Buffer | null, note: (ms: number, bytes: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let asked = 0;
    let held: Buffer | null = null;
    let answer: { length: number; come: number } | null = null;
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });

    function ask(): void {
      const request = next();
      answer = null;
      held = null;
      asked = performance.now();
      if (request) socket.write(request);
      else socket.end(resolve);
    }
    function read(chunk: Buffer): void {
      if (answer) answer.come += chunk.length;
      else {
        held = held ? Buffer.concat([held, chunk]) : chunk;
        answer = startOfAnswer(held);
      }
      if (!answer || answer.come < answer.length) return;
      note(performance.now() - asked, answer.length);
      ask();
    }
    socket.on('connect', ask);
    socket.on('data', (chunk) => {
      try {
        read(chunk);
      } catch (error) {
        socket.destroy(error as Error);
      }
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('The server hung up.')));
  });
}

/** Asks the requests in turn over a number of connections. Every question that was asked is waited for. */
export async function ask(requests: readonly Buffer[], load: Load): Promise<Answered> {
  const latencies: number[] = [];
  const begun = performance.now();
  const deadline = begun + load.seconds * 1000;
  let asked = 0;
  let bytes = 0;
  const next = () => {
    if (asked >= load.answers || performance.now() > deadline) return null;
    asked += 1;
    return requests[asked % requests.length] as Buffer;
  };
  const note = (ms: number, length: number) => {
    latencies.push(ms);
    bytes += length;
  };
  await Promise.all(Array.from({ length: load.connections }, () => converse(load.port, next, note)));
  const seconds = (performance.now() - begun) / 1000;
  return { answers: latencies.length, seconds, bytes, latencies: Float64Array.from(latencies).sort() };
}
