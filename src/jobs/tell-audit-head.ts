import { appendFile, readFile } from 'node:fs/promises';
import { headsIn, lineOf } from '../checks/audit-log/heads';
import { type Asked, auditHead } from '../database/logs';
import type { Job } from './every';

const AN_HOUR_MS = 3_600_000;

const dayOf = (moment: string) => moment.slice(0, 10);

/** What the file holds; nothing when there is none yet. */
const textOf = (file: string) =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });

/** Once a day, in UTC: adds the end of the audit log to a file. Whoever operates the server sends that elsewhere. */
export const tellingHead = (db: Asked, systemContext: () => string, file: string, now = () => new Date()): Job => ({
  name: 'tell the head of the audit log',
  everyMs: AN_HOUR_MS,
  run: async () => {
    const at = now().toISOString();
    const last = headsIn(await textOf(file)).at(-1);
    if (last && dayOf(last.at) === dayOf(at)) return;
    await appendFile(file, lineOf({ at, ...(await auditHead(db, systemContext())) }));
  },
});
