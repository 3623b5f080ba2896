import { debuglog } from 'node:util';
import { EwsError } from './errors';

/** Shown with NODE_DEBUG=ews, for who repairs it; a person who starts us gets a sentence. */
const debug = debuglog('ews');

function sentenceOf(error: unknown): string {
  if (error instanceof EwsError) return error.sentence.en;
  const { code, message } = error as NodeJS.ErrnoException;
  // The words of a command are the reader's own.
  if (code?.startsWith('ERR_PARSE_ARGS')) return message;
  return `Something went wrong that should not have: ${(message ?? String(error)).split('\n', 1)[0]}`;
}

/** One sentence to stderr and exit code 1: how every program of ours ends that cannot start. Never a stack trace. */
export function refuse(error: unknown): void {
  debug('%O', error);
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exit(1);
}
