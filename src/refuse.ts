import { debuglog } from 'node:util';
import { EwsError } from './errors';

/** Shown with NODE_DEBUG=ews, for who repairs it; a person who starts us gets a sentence. */
const debug = debuglog('ews');

function sentenceOf(error: unknown): string {
  if (error instanceof EwsError) return error.sentence.en;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return 'The port is taken by another program: set PORT to a free one.';
  if (code === 'EACCES' && /listen/.test(message)) return 'This user may not listen on that port: set PORT above 1023.';
  return `Something went wrong that should not have: ${message ?? String(error)}`;
}

/** One sentence to stderr and exit code 1: how every program of ours ends that cannot start. Never a stack trace. */
export function refuse(error: unknown): void {
  debug('%O', error);
  process.stderr.write(`${sentenceOf(error).replaceAll('\n', ' ')}\n`);
  process.exit(1);
}
