/** Before anything is timed: both contestants must say the same, or the comparison means nothing. */
import { isDeepStrictEqual } from 'node:util';
import type { Questions } from './load';

/** So many questions of a workload are compared; the test compares them all, in the small world. */
const COMPARED = 12;

async function answerOf(port: number, { body, token }: Questions['questions'][number]): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
  });
  return response.json();
}

/** The path of the first place where two values differ; null when they are the same. */
function difference(one: unknown, other: unknown, path: string): string | null {
  if (isDeepStrictEqual(one, other)) return null;
  const areObjects = [one, other].every((value) => typeof value === 'object' && value !== null);
  if (!areObjects) return `${path}: ${JSON.stringify(one)?.slice(0, 200)} and ${JSON.stringify(other)?.slice(0, 200)}`;
  const [left, right] = [one, other] as Record<string, unknown>[];
  const keys = new Set([...Object.keys(left as object), ...Object.keys(right as object)]);
  for (const key of keys) {
    const found = difference(left?.[key], right?.[key], `${path}.${key}`);
    if (found) return found;
  }
  return path;
}

/** Throws where the answers of two servers to the same questions differ. Gives the size of the first answer in bytes. */
export async function compareAnswers(
  ports: readonly [number, number],
  asked: Questions,
  most = COMPARED,
): Promise<number> {
  const step = Math.max(1, Math.floor(asked.questions.length / most));
  let bytes = 0;
  for (let at = 0; at < asked.questions.length; at += step) {
    const question = asked.questions[at] as Questions['questions'][number];
    const [bare, product] = await Promise.all(ports.map((port) => answerOf(port, question)));
    const found = difference(bare, product, 'answer');
    if (found) throw new Error(`The contestants answer ${asked.learn} differently at ${found}`);
    bytes ||= Buffer.byteLength(JSON.stringify(bare));
  }
  return bytes;
}
