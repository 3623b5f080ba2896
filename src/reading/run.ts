import type { Viewer } from '../policy/viewer';

/** One run of a plan: who asks, when, and the values that fill the parameters. */
export interface Run {
  readonly viewer: Viewer;
  readonly now: Date;
  /** The signed context for row-level security. */
  readonly context: string;
  /** What the caller calls the operation, and the number under which the request is found back: for the reading log. */
  readonly operation: string;
  readonly traceId: string;
  /** The key values of the root row, such as { id }. */
  readonly key: Readonly<Record<string, unknown>>;
  /** The secret from which the keys of cursors are made. */
  readonly cursorSecret: Buffer;
  /** The coerced arguments of the field with this number in the plan. */
  args(site: number): Readonly<Record<string, unknown>>;
}
