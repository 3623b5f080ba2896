import type { Config } from '../config';

/** One command of `npm run ews -- <name>`. Prints to stdout, throws what went wrong. */
export interface Command {
  /** One line for the list of commands. */
  readonly says: string;
  readonly run: (config: Config, words: string[]) => Promise<void>;
}
