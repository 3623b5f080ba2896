import type { EntityManager } from 'typeorm';
import type { AreaChanges } from './areas';

/** What changes, and what somebody has to do about those that end. */
export async function toldOf(tx: EntityManager, { ended, added, moved, renamed }: AreaChanges): Promise<string[]> {
  const lines = [
    ...ended.map(({ code, name, on, into }) => `${code} ${name} ends on ${on}, and goes into ${into.join(' and ')}.`),
    ...added.map(({ row, on }) => {
      const { gemeente_code: code, gemeente_naam: name, jeugdregio_code: region } = row;
      return `${code} ${name} begins on ${on} in ${region}, as a party without accounts yet.`;
    }),
    ...moved.map(({ code, name, from, to, on }) => `${code} ${name} goes from ${from} to ${to} on ${on}.`),
    ...renamed.map(({ code, from, to }) =>
      from === to ? `${code} ${from} changes province.` : `${code} ${from} is called ${to} from now on.`,
    ),
  ];
  for (const one of ended) lines.push(...(await leftBehind(tx, one)));
  return lines;
}

/** What still names a municipality on the day that it ends: it stays there, and its people have to be asked. */
async function leftBehind(tx: EntityManager, { code, on }: AreaChanges['ended'][number]): Promise<string[]> {
  const [found]: [Record<'contracts' | 'euros' | 'deliveries' | 'accounts' | 'seats', string>] = await tx.query(
    `select
       (select count(*) from contract where client_municipality_code = $1 and ends_on > $2) as contracts,
       (select coalesce(sum(annual_value_cents), 0) / 100 from contract where client_municipality_code = $1 and ends_on > $2)::bigint as euros,
       (select count(*) from delivery d join party p on p.id = d.party_id
        where p.municipality_code = $1 and d.submitted_at is null and d.period_end > $2) as deliveries,
       (select count(*) from account a join party p on p.id = a.party_id where p.municipality_code = $1) as accounts,
       (select count(*) from provider where seat_municipality_code = $1) as seats`,
    [code, on],
  );
  const told = [
    [found.contracts, `contracts run on (EUR ${found.euros} a year): have them reported anew by who took them over`],
    [found.deliveries, 'deliveries over that day are open: nobody answers them any more'],
    [found.accounts, 'accounts still sign in for it: they see what it reported, and nothing of the new one'],
    [found.seats, 'providers have their seat in it: correct the register'],
  ] as const;
  return told.flatMap(([count, says]) => (Number(count) > 0 ? [`  ${code}: ${count} ${says}.`] : []));
}
