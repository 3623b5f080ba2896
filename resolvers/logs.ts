import { Ctx, Info, Resolver } from 'type-graphql';
import { AuditLog } from '../schema/audit-entry';
import { ListQuery } from '../schema/connection';
import { ReadingLog } from '../schema/reading';
import { readAuditLog } from '../src/actions/read-audit-log';
import type { Context, Selection } from '../src/context';

@Resolver()
export class LogDesk {
  @ListQuery(
    () => AuditLog,
    'logboek',
    'Who did what, when, to which object (BIO 8.15). Only for the auditor of the JA; that it was read is written in it.',
  )
  async auditLog(@Ctx() ctx: Context, @Info() info: Selection) {
    await readAuditLog(ctx);
    return ctx.page('AuditEntry', info);
  }

  @ListQuery(
    () => ReadingLog,
    'inzagelogboek',
    'Who read about you by name, and when (BIO 8.15): all for the JA, for a provider, municipality or region what is about itself.',
  )
  readingLog(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('Reading', info);
  }
}
