import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who asks a question of a workload, and about what. */
export interface Asker {
  /** Subject of the account that signs in. */
  readonly subject: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** Who there is to ask, in the world at hand. */
export interface Cast {
  /** Subject of an analyst of the JA, who sees the whole country. */
  readonly analyst: string;
  readonly regions: readonly string[];
  /** Providers in the early warning system, with the subject of an account that acts for each. */
  readonly providers: readonly { readonly id: string; readonly subject: string }[];
}

export interface Workload {
  readonly says: string;
  /** The questions that take turns. Each is asked of both contestants in the same order. */
  readonly askers: (cast: Cast) => readonly Asker[];
  /** The parameters of the hand-written SQL, from the variables of the question. */
  readonly parameters: (variables: Readonly<Record<string, string>>) => readonly string[];
}

/** W1 to W3 are the design's. Of each, <name>.graphql is the question and <name>.sql the hand-written answer. */
export const WORKLOADS = {
  W0: {
    says: 'the least question: what every request costs, and what both warm up with',
    askers: ({ analyst }) => [{ subject: analyst, variables: {} }],
    parameters: () => ['JA'],
  },
  W1: {
    says: 'the dashboard of the JA',
    askers: ({ analyst }) => [{ subject: analyst, variables: {} }],
    parameters: () => [],
  },
  W2: {
    says: 'all regions, their municipalities, contracts and providers',
    askers: ({ analyst }) => [{ subject: analyst, variables: {} }],
    parameters: () => [],
  },
  W2S: {
    says: 'the same for one region, each request another',
    askers: ({ analyst, regions }) => regions.map((code) => ({ subject: analyst, variables: { code } })),
    parameters: ({ code }) => [code as string],
  },
  W3: {
    says: 'the page of a provider for that provider, each request another',
    askers: ({ providers }) => providers.map(({ id, subject }) => ({ subject, variables: { id: `Provider:${id}` } })),
    parameters: ({ id }) => [(id as string).slice('Provider:'.length)],
  },
} as const satisfies Record<string, Workload>;

export type WorkloadName = keyof typeof WORKLOADS;
export const WORKLOAD_NAMES = Object.keys(WORKLOADS) as WorkloadName[];

const read = (name: WorkloadName, kind: 'graphql' | 'sql') =>
  readFileSync(join(__dirname, 'workloads', `${name}.${kind}`), 'utf8');

export const documentOf = (name: WorkloadName) => read(name, 'graphql');
export const sqlOf = (name: WorkloadName) => read(name, 'sql');

/** The body of the request, the same for both contestants. */
export function bodyOf(name: WorkloadName, { variables }: Asker): string {
  return JSON.stringify({ operationName: name, query: documentOf(name), variables });
}
