/** The two that are compared, each a program of its own on the same database. */
import { cpuOfPostgres, cpuOfTree, isCounted } from './cpu-time';
import { type Program, startProgram } from './processes';
import type { BenchWorld } from './world';

export const NAMES = ['bare', 'product'] as const;
export type ContestantName = (typeof NAMES)[number];

/** Processor time used so far, in milliseconds. */
export interface CpuTime {
  readonly node: number;
  /** Null where the processes of Postgres cannot be seen. */
  readonly postgres: number | null;
}

export interface Contestant {
  readonly port: number;
  readonly pid: number;
  cpu(): Promise<CpuTime>;
  stop(): Promise<void>;
}

type Ready = { readonly port: number };

function contestant(program: Program<Ready>, postmaster: number | null): Contestant {
  const ofNode = async () => {
    if (isCounted) return cpuOfTree(program.pid);
    const { user, system } = await program.ask<NodeJS.CpuUsage>('cpu');
    return (user + system) / 1000;
  };
  return {
    port: program.ready.port,
    pid: program.pid,
    cpu: async () => ({ node: await ofNode(), postgres: postmaster === null ? null : cpuOfPostgres(postmaster) }),
    stop: () => program.stop(),
  };
}

/** What each program is told; the product through the settings that anybody would use. */
const environmentOf = (world: BenchWorld): Readonly<Record<ContestantName, NodeJS.ProcessEnv>> => ({
  bare: { BARE_DATABASE_URL: world.urls.owner },
  product: {
    EWS_MODE: 'development',
    EWS_DATA: world.dataFolder,
    EWS_WORLD: world.size,
    DATABASE_URL: world.urls.app,
    DATABASE_OWNER_URL: world.urls.owner,
    PORT: '0',
    // As counted as ever, and without an end: one party asks here what thousands do.
    EWS_RATE_ACCOUNT: '100000000',
    EWS_RATE_ANONYMOUS: '100000000',
  },
});

/** `options` are for the node of that program, such as --cpu-prof. */
export async function startContestant(
  name: ContestantName,
  world: BenchWorld,
  postmaster: number | null,
  options: readonly string[] = [],
): Promise<Contestant> {
  return contestant(await startProgram<Ready>(name, environmentOf(world)[name], options), postmaster);
}
