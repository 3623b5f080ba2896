/** The questioner as a program. It is given the questions once, and then told what to ask of whom. */
import { type Answered, ask, type Load, requestOf } from './load-client';
import { serveParent } from './processes';

/** The questions of a workload: a body and a bearer token each. */
export interface Questions {
  readonly learn: string;
  readonly questions: readonly { readonly body: string; readonly token: string }[];
}
export interface Order extends Load {
  readonly workload: string;
}
/** What came of an order; times in milliseconds. */
export interface Outcome extends Omit<Answered, 'latencies'> {
  readonly p50: number;
  readonly p99: number;
}

const known = new Map<string, Buffer[]>();

const at = (sorted: Float64Array, share: number) => sorted[Math.ceil(sorted.length * share) - 1] as number;

async function obey(message: Questions | Order): Promise<Outcome | { learnt: number } | { failed: string }> {
  if ('learn' in message) {
    known.set(
      message.learn,
      message.questions.map(({ body, token }) => requestOf(body, token)),
    );
    return { learnt: message.questions.length };
  }
  try {
    const { latencies, ...answered } = await ask(known.get(message.workload) ?? [], message);
    return { ...answered, p50: at(latencies, 0.5), p99: at(latencies, 0.99) };
  } catch (error) {
    return { failed: String(error) };
  }
}

serveParent({}, obey, async () => undefined);
