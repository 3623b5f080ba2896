/** The desk of an analyst of the JA: signed in like anybody else, with the API and nothing beside it. */
import { type Served, serve } from '../../api/serve';

// biome-ignore lint/suspicious/noExplicitAny: an answer is read by the fields that the question names.
export type Told = any;

let served: Served;
let token: string;

export async function sitDown(): Promise<void> {
  served = await serve();
  token = await served.tokenFor('ja', 600);
}

export const standUp = (): Promise<void> => served.stop();

/** Every question that was asked, once. */
export const asked = new Set<string>();

export async function ask(query: string, variables: Record<string, unknown> = {}): Promise<Told> {
  asked.add(query);
  const response = await fetch(`${served.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Told; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

/**
 * A whole list, page after page: "figures", the type of its filter, the filter, and what to tell of each row.
 * @param within what has the list, such as `region(code: "JZ01")`; without it the list is asked for by itself
 */
export async function every(list: string, Filter: string, filter: object, of: string, within = ''): Promise<Told[]> {
  const page = `list: ${list}(filter: $filter, first: 100, after: $after) { nodes { ${of} } pageInfo { hasNextPage endCursor } }`;
  const query = `query ($filter: ${Filter}, $after: String) { ${within ? `whole: ${within} { ${page} }` : page} }`;
  const rows: Told[] = [];
  for (let after: string | null = null; ; ) {
    const data = await ask(query, { filter, after });
    const { nodes, pageInfo } = (data.whole ?? data).list;
    rows.push(...nodes);
    if (!pageInfo.hasNextPage) return rows;
    after = pageInfo.endCursor;
  }
}

/** Rows by something that each has of its own. */
export const by = (key: string, rows: readonly Told[]): ReadonlyMap<string, Told> =>
  new Map(rows.map((row) => [row[key], row]));
