import type { Operation } from './write';

/** The first list with cursors under a key, somewhere in an answer. */
function cursorsAt(answer: unknown, key: string): string[] {
  if (answer === null || typeof answer !== 'object') return [];
  if (Array.isArray(answer)) return answer.map((item) => cursorsAt(item, key)).find((found) => found.length > 0) ?? [];
  const object = answer as Record<string, unknown>;
  if (Array.isArray(object[key])) return (object[key] as { cursor: string }[]).map(({ cursor }) => cursor);
  return cursorsAt(Object.values(object), key);
}

/** The variables with cursors from an earlier answer in them; null when it gave none. */
export function withCursors({ variables, cursors }: Operation, answer: unknown): Record<string, unknown> | null {
  const found = cursors.flatMap(({ variable, key }) => {
    const all = cursorsAt(answer, key);
    return all.length > 0 ? [[variable, all[Math.floor(all.length / 2)]] as const] : [];
  });
  return found.length > 0 ? { ...variables, ...Object.fromEntries(found) } : null;
}
