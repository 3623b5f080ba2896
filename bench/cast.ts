/** Who asks: accounts of the world at hand, and a token of the development issuer for each. */
import type { Client } from 'pg';
import { developmentIssuer } from '../src/identity/development-issuer';
import type { Questions } from './load';
import { type Asker, bodyOf, type Cast, WORKLOADS, type WorkloadName } from './workload';

/** Of every provider in the early warning system now one account, in an order that is the same in every run. */
const PROVIDERS = `
  select distinct on (p.key) p.id, a.subject
  from ews_designation d
  join provider p on p.id = d.provider_id
  join party y on y.provider_id = p.id
  join account a on a.party_id = y.id
  where a.is_active and d.valid_to is null
  order by p.key, a.subject`;

const ANALYST = `
  select a.subject
  from account a
  join party y on y.id = a.party_id
  where y.kind = 'JA' and a.is_active and a.functions && '{ANALYST}'
  order by a.subject
  limit 1`;

export async function castOf(owner: Client): Promise<Cast> {
  const { rows: providers } = await owner.query<{ id: string; subject: string }>(PROVIDERS);
  const { rows: regions } = await owner.query<{ code: string }>('select code from region order by code');
  const { rows: analysts } = await owner.query<{ subject: string }>(ANALYST);
  const analyst = analysts[0]?.subject;
  if (analyst === undefined || providers.length === 0) {
    throw new Error('This world has no analyst of the JA, or no provider with an account: nobody can ask.');
  }
  return { analyst, providers, regions: regions.map(({ code }) => code) };
}

/** The questions of one workload, each with the token of who asks it. */
export async function questionsOf(name: WorkloadName, cast: Cast, dataFolder: string): Promise<Questions> {
  const issuer = await developmentIssuer({ mode: 'development', dataFolder });
  const askers: readonly Asker[] = WORKLOADS[name].askers(cast);
  const questions = askers.map(async (asker) => {
    const { token } = await issuer.issueToken(asker.subject);
    return { body: bodyOf(name, asker), token };
  });
  return { learn: name, questions: await Promise.all(questions) };
}
