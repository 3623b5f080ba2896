import type { DataSource } from 'typeorm';
import { openDeliveries } from '../actions/open-deliveries';
import { sendReminders } from '../actions/send-reminders';
import { log } from '../log';
import type { Job } from './every';

const AN_HOUR_MS = 3_600_000;

/** Asks parties for what is due to be asked, and reminds them. Every hour: what was done today is not done twice. */
export const askingAndReminding = (app: DataSource, systemContext: () => string, now = () => new Date()): Job => ({
  name: 'ask and remind',
  everyMs: AN_HOUR_MS,
  run: () =>
    app.transaction(async (tx) => {
      await tx.query("select set_config('ews.context', $1, true)", [systemContext()]);
      const opened = await openDeliveries(tx, now());
      const sent = await sendReminders(tx, now());
      if (opened + sent > 0) log.info(`Asked for ${opened} deliveries, sent ${sent} reminders.`);
    }),
});
