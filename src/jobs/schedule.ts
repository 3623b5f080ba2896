/** What the server does by itself, and how often. */
import type { DataSource } from 'typeorm';
import type { Config } from '../config';
import { signContext } from '../database/signed-context';
import { SYSTEM } from '../policy/viewer';
import { askingAndReminding } from './ask-and-remind';
import { every, type Running } from './every';
import { sealing } from './seal-readings';
import { tellingHead } from './tell-audit-head';

interface Place {
  readonly app: DataSource;
  readonly contextKey: Buffer;
}

/** Starts every job. To be stopped before the database is. */
export function startJobs({ app, contextKey }: Place, { auditHeadFile }: Pick<Config, 'auditHeadFile'>): Running {
  const asSystem = () => signContext(SYSTEM, contextKey, new Date());
  const jobs = [
    sealing(app, asSystem),
    askingAndReminding(app, asSystem),
    ...(auditHeadFile ? [tellingHead(app, asSystem, auditHeadFile)] : []),
  ];
  const running = jobs.map(every);
  return {
    stop: async () => {
      await Promise.all(running.map((job) => job.stop()));
    },
  };
}
