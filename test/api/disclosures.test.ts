/** Bijlage 3: shared by name only after, or together with, notice to the party concerned; gone as soon as it ends. */
import { setTimeout as pause } from 'node:timers/promises';
import { signContext } from '../../src/database/signed-context';
import { SYSTEM, type Viewer } from '../../src/policy/viewer';
import { asker, type Told } from '../support/asker';
import { withAllLocks } from '../support/oracle/locks';
import type { Product } from '../support/oracle/product';
import { openStage, type Stage } from '../support/oracle/stage';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let stage: Stage;
let product: Product;
let ask: (text: string, viewer: Viewer, now?: Date) => Promise<Told>;

/** A provider of which nothing is disclosed to anybody, with its party, and another one. */
let concerned: Viewer;
let neighbour: Viewer;
let igj: Viewer;
let ijenv: Viewer;
let supervisor: Viewer;

beforeAll(async () => {
  stage = await openStage();
  product = await withAllLocks(stage);
  ask = asker(product, stage.now);
  const { world, cast } = stage;
  const viewerOf = (key: string): Viewer => {
    const [party] = world.where('Party', 'key', key);
    return {
      ...cast.analyst,
      ...(party as unknown as Viewer),
      partyId: String(party?.id),
      functions: ['READER'],
      subject: key,
    };
  };
  [igj, ijenv] = [viewerOf('inspection:IGJ'), viewerOf('inspection:IJENV')];
  supervisor = { ...cast.analyst, functions: ['SUPERVISOR'] };
  const shared = new Set(world.all('Disclosure').map(({ providerId }) => providerId));
  const parties = world
    .where('Party', 'kind', 'PROVIDER')
    .filter(
      ({ providerId }) => !shared.has(providerId) && world.where('ProviderRisk', 'providerId', providerId).length > 0,
    );
  [concerned, neighbour] = parties.slice(0, 2).map(({ key }) => viewerOf(String(key))) as [Viewer, Viewer];
}, 60_000);

afterAll(async () => {
  await product?.close();
  await stage?.database.drop();
});

const later = (ms: number) => new Date(stage.now.getTime() + ms);
const about = (viewer: Viewer) => `Provider:${viewer.providerId}`;
const input = (changes: Record<string, unknown> = {}) => {
  const whole: Record<string, unknown> = {
    recipientKey: '"inspection:IGJ"',
    providerIds: `["${about(concerned)}"]`,
    categories: '[FIGURES, ASSESSMENT]',
    purpose: '"Toezicht op de continuïteit."',
    legalBasis: '"Convenant, Bijlage 3"',
    validTo: `"${later(30 * DAY).toISOString()}"`,
    ...changes,
  };
  return Object.entries(whole)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${typeof value === 'function' ? value() : value}`)
    .join(', ');
};
const disclose = (changes = {}, viewer = supervisor, now?: Date) =>
  ask(
    `mutation { disclose(input: { ${input(changes)} }) { id validFrom validTo noticedAt notice { says } } }`,
    viewer,
    now,
  );
const end = (id: string, now?: Date) =>
  ask(`mutation { endDisclosure(id: "${id}") { endedAt validTo } }`, supervisor, now);
const seenBy = async (viewer: Viewer, now?: Date) => {
  const { data } = await ask(
    `{ provider(id: "${about(concerned)}") {
         figures { totalCount } quarters { totalCount } assessments { totalCount } indicators { totalCount }
         contracts { totalCount } mismatches { totalCount } tredeDecisions { totalCount }
       }
       sharedWithMe(filter: { providerId: "${about(concerned)}" }) { nodes { categories provider { name } } } }`,
    viewer,
    now,
  );
  const counts = Object.entries(data.provider as Record<string, { totalCount: number } | null>);
  return {
    seen: counts.filter(([, list]) => list && list.totalCount > 0).map(([name]) => name),
    shared: data.sharedWithMe?.nodes ?? null,
  };
};
const rows = async (table: string) =>
  Number(((await stage.database.owner.query(`select count(*) as n from ${table}`)) as { n: string }[])[0]?.n);
const NOTHING = { seen: [], shared: [] };

describe('a disclosure', () => {
  it('lets its recipient, and nobody else, read what it names and no more, and stops at once when it is ended', async () => {
    expect(await seenBy(igj)).toEqual(NOTHING);
    const { data } = await disclose();
    const [disclosure] = data.disclose;
    expect(await seenBy(igj)).toEqual({
      seen: ['figures', 'quarters', 'assessments', 'indicators'],
      shared: [{ categories: ['ASSESSMENT', 'FIGURES'], provider: { name: expect.any(String) } }],
    });
    expect(await seenBy(ijenv)).toEqual(NOTHING);
    expect((await seenBy(neighbour)).seen).toEqual([]);
    const ended = await end(disclosure.id);
    expect(ended.data.endDisclosure.endedAt).toEqual(expect.any(String));
    expect(await seenBy(igj)).toEqual(NOTHING);
    expect((await end(disclosure.id)).data).toEqual(ended.data);
  });

  it('is told to the party concerned, with whom, what, why and how long, and to nobody else', async () => {
    const { data } = await disclose({ purpose: '"Onderzoek naar liquiditeit."' });
    const [{ id, validFrom, noticedAt }] = data.disclose;
    expect(new Date(noticedAt) <= new Date(validFrom)).toBe(true);
    const asked = '{ notices { nodes { says disclosure { id recipient { key } } } } disclosures { nodes { id } } }';
    const told = (await ask(asked, concerned)).data;
    const [notice] = told.notices.nodes.filter((node: { disclosure: { id: string } }) => node.disclosure.id === id);
    expect(notice.says).toMatch(
      /Inspectie Gezondheidszorg en Jeugd.*beoordeling en cijfers.*Onderzoek naar liquiditeit/,
    );
    expect(notice.disclosure.recipient.key).toBe('inspection:IGJ');
    for (const other of [neighbour, ijenv]) expect(JSON.stringify((await ask(asked, other)).data)).not.toContain(id);
    await end(id);
  });

  it('writes down every reading that it lets through, and shows it to the party concerned', async () => {
    const { data } = await disclose({ purpose: '"Wie las het?"' });
    const [{ id }] = data.disclose;
    const log = '{ readingLog(first: 100) { nodes { kinds reader { key } provider { id } disclosure { id } } } }';
    const under = async (viewer: Viewer) =>
      (await ask(log, viewer)).data.readingLog.nodes.filter(
        ({ disclosure }: { disclosure: { id: string } | null }) => disclosure?.id === id,
      );
    expect(await under(concerned)).toEqual([]);
    // By itself, in a list of everything, and what was not disclosed.
    await ask(`{ provider(id: "${about(concerned)}") { figures { totalCount } } }`, igj);
    await ask('{ sharedWithMe { nodes { provider { assessments { totalCount } } } } }', igj);
    await ask(`{ provider(id: "${about(concerned)}") { contracts { totalCount } } }`, igj);
    await ask(`{ provider(id: "${about(neighbour)}") { figures { totalCount } } }`, igj);
    await ask(`{ figures(filter: { providerId: "${about(neighbour)}" }) { totalCount } }`, igj);
    // Reached through another provider, and worked out from it.
    await ask(
      `{ provider(id: "${about(neighbour)}") { seatRegion { providers { nodes { figures { totalCount } } } } } }`,
      igj,
    );
    await ask(
      `{ whatIf(input: { providerId: "${about(concerned)}", changes: [{ figure: equity, byFraction: -0.5 }] }) { presentTrede } }`,
      igj,
    );
    const read = await under(concerned);
    expect(read.map(({ kinds }: { kinds: string[] }) => kinds).reverse()).toEqual([
      ...[['figures'], ['assessment'], ['figures'], ['assessment', 'figures']],
    ]);
    for (const { reader, provider } of read) {
      expect([reader.key, provider.id]).toEqual(['inspection:IGJ', about(concerned)]);
    }
    expect(
      (await ask(log, neighbour)).data.readingLog.nodes.filter((node: { disclosure: unknown }) => node.disclosure),
    ).toEqual([]);
    await end(id);
  });

  it('tells nothing that follows from what was not disclosed', async () => {
    const { data } = await disclose({ categories: '[FIGURES]', purpose: '"Alleen de cijfers."' });
    const asked = `{ whatIf(input: { providerId: "${about(concerned)}", changes: [{ figure: equity, byFraction: -0.5 }] }) { presentTrede } }`;
    expect((await ask(asked, igj)).data.whatIf).toBeNull();
    await end(data.disclose[0].id);
  });

  it('is ended once when it is ended twice at once', async () => {
    const { data } = await disclose({ purpose: '"Twee keer beëindigd."' });
    const [{ id }] = data.disclose;
    const entries = await rows('audit_entry');
    // Both have come as far as the row before either may write it.
    const both = await stage.database.owner.transaction(async (tx) => {
      await tx.query('select from disclosure where id = $1 for update', [id.split(':')[1]]);
      const ends = [end(id), end(id)];
      await pause(500);
      return ends;
    });
    for (const { errors } of await Promise.all(both)) expect(errors).toBeUndefined();
    expect(await rows('audit_entry')).toBe(entries + 1);
  });

  it('that was ended is not begun again by sending the same', async () => {
    const change = { purpose: '"Beëindigd en opnieuw."' };
    await end((await disclose(change)).data.disclose[0].id);
    expect((await disclose(change)).errors?.[0]?.extensions.code).toBe('CONFLICT');
  });

  it('begins when it says and is over when it says, by the clock of the question', async () => {
    const { data } = await disclose({
      validFrom: `"${later(10 * DAY).toISOString()}"`,
      validTo: `"${later(11 * DAY).toISOString()}"`,
      categories: '[CONTRACTS]',
    });
    expect(data.disclose).toHaveLength(1);
    const at = async (ms: number) => (await seenBy(igj, later(ms))).shared;
    expect(await at(10 * DAY - 2_000)).toEqual([]);
    expect(await at(10 * DAY + 1_000)).toHaveLength(1);
    expect(await at(11 * DAY - 2_000)).toHaveLength(1);
    expect(await at(11 * DAY)).toEqual([]);
    await end(data.disclose[0].id);
    expect(await at(10 * DAY + 1_000)).toEqual([]);
  });

  it('of the same on the same day is one, also when it is asked twice at once', async () => {
    const [before, noticesBefore] = [await rows('disclosure'), await rows('notice')];
    const change = { purpose: '"Twee keer verzonden."' };
    const both = await Promise.all([disclose(change), disclose(change)]);
    const again = await disclose(change);
    const ids = [...both, again].map(({ data }) => data.disclose[0].id);
    expect(new Set(ids).size).toBe(1);
    expect([await rows('disclosure'), await rows('notice')]).toEqual([before + 1, noticesBefore + 1]);
    await end(ids[0]);
  });

  describe('of a region', () => {
    let nza: Viewer;
    let region: Viewer;
    let towns: Viewer[];
    beforeAll(async () => {
      const { world, cast } = stage;
      const viewersOf = (kind: string) =>
        world.where('Party', 'kind', kind).map(
          (party): Viewer => ({
            ...cast.analyst,
            ...(party as unknown as Viewer),
            partyId: String(party.id),
            functions: ['READER'],
            subject: String(party.key),
          }),
        );
      [nza] = viewersOf('SUPERVISOR') as [Viewer];
      const untold = ({ regionCode }: Viewer) =>
        world.where('Disclosure', 'regionCode', regionCode).length === 0 &&
        world.where('Municipality', 'regionCode', regionCode).length > 2 &&
        world
          .where('Municipality', 'regionCode', regionCode)
          .every(({ code }) => world.where('Disclosure', 'municipalityCode', code).length === 0);
      region = viewersOf('REGION').find(untold) as Viewer;
      towns = viewersOf('MUNICIPALITY').filter(({ regionCode }) => regionCode === region.regionCode);
      for (const provider of ['', `providerId: "${about(neighbour)}",`]) {
        await ask(
          `mutation { sendSignaal(input: { ${provider} regionCode: "${region.regionCode}", careFormCodes: ["JH1221"],
             supply: POSSIBLE_RISK, developments: [STAFFING] }) { id } }`,
          cast.analyst,
        );
      }
    });
    const share = (categories: string, purpose = 'Beeld van de jeugdregio.') =>
      disclose({
        recipientKey: `"${(nza as unknown as { key: string }).key}"`,
        providerIds: null,
        regionCode: `"${region.regionCode}"`,
        categories,
        purpose: `"${purpose}"`,
      });
    const seen = async () => {
      const code = region.regionCode;
      const { data } = await ask(
        `{ region(code: "${code}") { municipalReports { totalCount } referrals { totalCount }
             own: mismatches(filter: { subject: REGION }) { totalCount }
             ofTowns: mismatches(filter: { subject: MUNICIPALITY }) { totalCount } }
           signalen(filter: { regionCode: "${code}" }) { nodes { provider { id } } } }`,
        nza,
      );
      const counts = Object.entries(data.region as Record<string, { totalCount: number }>);
      const lists = counts.filter(([, { totalCount }]) => totalCount > 0).map(([name]) => name);
      return { lists, signalen: data.signalen.nodes };
    };
    const ofRegion = ({ data }: Told): string =>
      data.disclose.find(({ notice }: { notice: { says: string } }) => !/Gemeente/.test(notice.says)).id;
    const NONE = { lists: [], signalen: [] };
    const ALL = '[MUNICIPAL_FIGURES, MISMATCH_OF_MUNICIPALITIES, SIGNAAL]';

    it('is one of the region and one of each of its municipalities, each with its own notice; ended as one', async () => {
      expect(await seen()).toEqual(NONE);
      const told = await share(ALL);
      const { data } = told;
      expect(data.disclose).toHaveLength(1 + towns.length);
      const says: string[] = data.disclose.map(({ notice }: { notice: { says: string } }) => notice.says);
      expect(new Set(says).size).toBe(1 + towns.length);
      // A signaal that names a provider is shared with notice to that provider, and not here.
      expect(await seen()).toEqual({
        lists: ['municipalReports', 'referrals', 'own', 'ofTowns'],
        signalen: [{ provider: null }],
      });
      const entries = await rows('audit_entry');
      expect((await end(ofRegion(told))).data.endDisclosure.endedAt).toEqual(expect.any(String));
      expect(await rows('audit_entry')).toBe(entries + 1 + towns.length);
      expect(await seen()).toEqual(NONE);
    });

    it('is told to each party concerned, and each of them sees who read it', async () => {
      const told = await share(ALL, 'Wie las het van de regio?');
      const asked = `{ notices { nodes { says disclosure { id region { code } recipient { key } } } } disclosures { nodes { id } } }`;
      const log = '{ readingLog(first: 100) { nodes { kinds reader { key } region { code } disclosure { id } } } }';
      const under = async (viewer: Viewer, id: string) =>
        (await ask(log, viewer)).data.readingLog.nodes.filter(
          ({ disclosure }: { disclosure: { id: string } | null }) => disclosure?.id === id,
        );
      const id = ofRegion(told);
      const [notice] = (await ask(asked, region)).data.notices.nodes.filter(
        (node: { disclosure: { id: string } }) => node.disclosure.id === id,
      );
      expect(notice.says).toMatch(/Nederlandse Zorgautoriteit.*gemeentecijfers.*Wie las het van de regio/);
      expect(notice.disclosure.region.code).toBe(region.regionCode);
      // Its municipalities have a notice of their own, and know nothing of this one; nor do others.
      const [town] = towns as [Viewer];
      for (const other of [town, concerned, igj]) {
        expect(JSON.stringify((await ask(asked, other)).data)).not.toContain(id);
      }
      expect((await ask(asked, town)).data.notices.nodes).not.toEqual([]);

      expect(await under(region, id)).toEqual([]);
      await ask(`{ mismatches(filter: { regionCode: "${region.regionCode}" }) { totalCount } }`, nza);
      await ask(`{ region(code: "${region.regionCode}") { referrals { totalCount } } }`, nza);
      await ask('{ contracts { totalCount } }', nza);
      const read = await under(region, id);
      expect(read.map(({ kinds }: { kinds: string[] }) => kinds).reverse()).toEqual([
        ['mismatchOfMunicipalities'],
        ['municipalFigures'],
      ]);
      for (const row of read) expect([row.reader.key, row.region.code]).toEqual(['supervisor:NZA', region.regionCode]);
      const ofTown = (await ask(asked, town)).data.disclosures.nodes.map((node: { id: string }) => node.id);
      expect((await Promise.all(ofTown.map((one: string) => under(town, one)))).flat().length).toBeGreaterThan(1);
      await end(id);
    });

    it('goes on for the others when that of one municipality is ended', async () => {
      const told = await share('[MUNICIPAL_FIGURES]', 'Behalve één gemeente.');
      const id = ofRegion(told);
      const [one] = (told.data.disclose as { id: string }[]).filter((each) => each.id !== id);
      await end(String(one?.id));
      const [{ running }] = await stage.database.owner.query(
        `select count(*)::int as running from disclosure where purpose = 'Behalve één gemeente.' and ended_at is null`,
      );
      expect(running).toBe(towns.length);
      await end(id);
      expect(await seen()).toEqual(NONE);
    });

    describe('is an act of its own, and', () => {
      const FIGURES = '[MUNICIPAL_FIGURES]';
      const shareTown = (categories: string, purpose: string) =>
        disclose({
          recipientKey: `"${(nza as unknown as { key: string }).key}"`,
          providerIds: null,
          municipalityCodes: `["${towns[0]?.municipalityCode}"]`,
          categories,
          purpose: `"${purpose}"`,
        });
      const idsOf = ({ data }: Told): string[] => data.disclose.map(({ id }: { id: string }) => id);
      const running = async (ids: readonly string[]): Promise<number> => {
        const keys = ids.map((id) => id.split(':')[1]);
        const [{ count }] = await stage.database.owner.query(
          'select count(*)::int as count from disclosure where id = any ($1) and ended_at is null',
          [keys],
        );
        return count;
      };

      it('takes along all that it listed, and nothing that was decided apart', async () => {
        const apart = await shareTown(FIGURES, 'Beeld per gemeente.');
        const whole = await share(FIGURES, 'Beeld per gemeente.');
        expect(idsOf(whole)).toHaveLength(1 + towns.length);
        await end(ofRegion(whole));
        expect(await running(idsOf(whole))).toBe(0);
        // By a decision of its own, that is there to be seen and ended.
        expect(await running(idsOf(apart))).toBe(1);
        await end(String(idsOf(apart)[0]));
        expect(await seen()).toEqual(NONE);
      });

      it('ends nothing of another act in the same second', async () => {
        const apart = await shareTown('[MISMATCH_OF_MUNICIPALITIES]', 'Twee besluiten.');
        const signals = await share('[SIGNAAL]', 'Twee besluiten.');
        await end(ofRegion(signals));
        expect(await running(idsOf(apart))).toBe(1);
        await end(String(idsOf(apart)[0]));
      });

      it('leaves the same region with one category more its municipalities', async () => {
        const first = await share(FIGURES, 'Eerst zonder signalen.');
        const more = await share('[MUNICIPAL_FIGURES, SIGNAAL]', 'Eerst zonder signalen.');
        await end(ofRegion(first));
        expect(await running(idsOf(first))).toBe(0);
        expect(await running(idsOf(more))).toBe(1 + towns.length);
        expect((await seen()).lists).toEqual(['municipalReports', 'referrals']);
        await end(ofRegion(more));
        expect(await seen()).toEqual(NONE);
      });

      it('can follow upon that of one of its municipalities that was ended today', async () => {
        const apart = await shareTown(FIGURES, 'Eerst één gemeente.');
        await end(String(idsOf(apart)[0]));
        const whole = await share(FIGURES, 'Eerst één gemeente.');
        expect(whole.errors).toBeUndefined();
        expect(await running(idsOf(whole))).toBe(1 + towns.length);
        await end(ofRegion(whole));
        expect((await share(FIGURES, 'Eerst één gemeente.')).errors?.[0]?.extensions.code).toBe('CONFLICT');
      });

      it('tells nothing of a municipality for which it was ended by what the others leave of its mismatches', async () => {
        const whole = await share(ALL, 'Aftrekken van wat overblijft.');
        const [one, ...others] = idsOf(whole).filter((id) => id !== ofRegion(whole));
        await end(String(one));
        expect(await running([String(one), ofRegion(whole)])).toBe(0);
        expect(await running(others)).toBe(towns.length - 1);
        expect(await seen()).toEqual({ lists: ['municipalReports', 'referrals', 'ofTowns'], signalen: [] });
        // The rest of the act ends with that of the region, also when that has ended already.
        await end(ofRegion(whole));
        expect(await running(others)).toBe(0);
      });
    });

    it('of what the region alone was told concerns no municipality', async () => {
      const { data } = await share('[SIGNAAL]', 'Alleen de signalen.');
      expect(data.disclose).toHaveLength(1);
      expect(await seen()).toEqual({ lists: [], signalen: [{ provider: null }] });
      await end(data.disclose[0].id);
    });
  });

  it('is given by a supervisor of the JA alone', async () => {
    const before = await rows('disclosure');
    for (const viewer of [stage.cast.analyst, concerned, igj, { ...concerned, functions: ['SUPERVISOR' as const] }]) {
      const { data, errors } = await disclose({}, viewer);
      expect([data?.disclose ?? null, errors?.[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
    }
    expect(await rows('disclosure')).toBe(before);
  });

  it.each([
    ['a moment before now', { validFrom: '"2020-01-01T00:00:00Z"' }, 'validFrom'],
    ['an end that is over', { validTo: '"2020-01-01T00:00:00Z"' }, 'validTo'],
    ['nobody concerned', { providerIds: null }, 'providerIds/municipalityCodes/regionCode'],
    ['a recipient that nobody knows', { recipientKey: '"inspection:NOBODY"' }, 'recipientKey'],
    [
      'a provider that nobody knows',
      { providerIds: '["Provider:00000000-0000-4000-8000-000000000000"]' },
      'providerIds',
    ],
    ['what this recipient may not have', { categories: '[MUNICIPAL_FIGURES]' }, 'categories'],
    ['a recipient that may have nothing', { recipientKey: '"region:JZ01"' }, 'categories'],
    [
      'categories of municipalities with a provider',
      { recipientKey: '"supervisor:NZA"', categories: '[MUNICIPAL_FIGURES]' },
      'categories',
    ],
    [
      'categories of a region with a provider',
      { recipientKey: '"supervisor:NZA"', regionCode: '"JZ01"' },
      'categories',
    ],
    [
      'categories of a provider with a region',
      { recipientKey: '"supervisor:NZA"', providerIds: null, regionCode: '"JZ01"' },
      'categories',
    ],
    ['a region that nobody knows', { recipientKey: '"supervisor:NZA"', regionCode: '"JZ99"' }, 'regionCode'],
    ['no category', { categories: '[]' }, 'categories'],
    ['no purpose', { purpose: '""' }, 'purpose'],
    [
      'more parties than one answer shows',
      {
        recipientKey: '"supervisor:NZA"',
        providerIds: null,
        municipalityCodes: () =>
          JSON.stringify(
            stage.world
              .all('Municipality')
              .slice(0, 101)
              .map(({ code }) => code),
          ),
        categories: '[MUNICIPAL_FIGURES]',
      },
      'municipalityCodes',
    ],
  ])('is refused with %s, and says which field', async (_, changes, field) => {
    const before = [await rows('disclosure'), await rows('notice'), await rows('audit_entry')];
    const { errors } = await disclose(changes);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(JSON.stringify(errors?.[0]?.extensions)).toContain(`"${field}"`);
    expect([await rows('disclosure'), await rows('notice'), await rows('audit_entry')]).toEqual(before);
  });
});

it('the invented world shares mismatches of a region only with those of all its municipalities', () => {
  const { world, now } = stage;
  const running = world.all('Disclosure').filter(({ categories, validFrom, validTo }) => {
    const isNow = (validFrom as Date) <= now && now < (validTo as Date);
    return isNow && (categories as string[]).includes('MISMATCH_OF_MUNICIPALITIES');
  });
  const ofRegions = running.filter(({ regionCode }) => regionCode !== null);
  expect(ofRegions.length).toBeGreaterThan(0);
  for (const { regionCode, recipientPartyId } of ofRegions) {
    const towns = world
      .where('Municipality', 'regionCode', regionCode)
      .map(({ code }) => code)
      .filter((code) => world.where('Mismatch', 'municipalityCode', code).length > 0);
    const shared = new Set(
      running
        .filter((row) => row.recipientPartyId === recipientPartyId)
        .map(({ municipalityCode }) => municipalityCode),
    );
    expect(towns.filter((code) => !shared.has(code))).toEqual([]);
  }
});

describe('the database itself', () => {
  const copied = async (changes: Record<string, string>) => {
    const names = stage.database.owner.getMetadata('Disclosure').columns.map(({ databaseName }) => databaseName);
    const chosen = names.map((name) => changes[name] ?? (name === 'id' ? 'gen_random_uuid()' : name));
    return stage.database.owner.query(
      `insert into disclosure (${names.join(', ')})
       select ${chosen.join(', ')} from disclosure where ended_at is null and provider_id is not null order by id limit 1`,
    );
  };
  /** As `copied`, with a notice of its own to whoever is chosen by SQL. */
  const told = async (concerned: string, changes: Record<string, string>) => {
    const [notice] = await stage.database.owner.query(
      `insert into notice (sender_party_id, concerned_party_id, available_at, says_nl, says_en)
       select d.decider_party_id, (${concerned}), d.noticed_at, 'x', 'x' from disclosure d
       where d.ended_at is null and d.provider_id is not null order by d.id limit 1 returning id, concerned_party_id`,
    );
    const [id, party] = [`'${notice.id}'`, `'${notice.concerned_party_id}'`];
    try {
      await copied({ notice_id: id, concerned_party_id: party, provider_id: 'null', ...changes });
    } finally {
      await stage.database.owner.query('delete from disclosure where notice_id = $1', [notice.id]);
      await stage.database.owner.query('delete from notice where id = $1', [notice.id]);
    }
  };

  it.each([
    ['no notice', { notice_id: 'null' }, 'notice_id'],
    ['a notice that is not there', { notice_id: 'gen_random_uuid()' }, 'disclosure_has_its_notice'],
    ['the notice of another disclosure', {}, 'disclosure_has_a_notice_of_its_own'],
    ['a beginning before its notice', { valid_from: "noticed_at - interval '1 second'" }, 'disclosure_informs_first'],
  ])('refuses a disclosure with %s', async (_, changes, constraint) => {
    await expect(copied(changes)).rejects.toThrow(constraint);
  });

  it.each([
    ['its own kind', 'MUNICIPALITY', 'disclosure_concerns_who_it_is_about'],
    ['that of the region', 'REGION', 'disclosure_concerned_party_id_and_concerned_kind_must_exist'],
  ])('refuses what is shared of a region and told to one of its municipalities, by %s', async (_, kind, constraint) => {
    const about = (region: string) => ({ region_code: `'${region}'`, categories: "'{SIGNAAL}'" });
    const [town] = stage.world.where('Party', 'kind', 'MUNICIPALITY');
    const changes = { ...about(String(town?.regionCode)), concerned_kind: `'${kind}'` };
    await expect(told(`select id from party where key = '${town?.key}'`, changes)).rejects.toThrow(constraint);
    // To the region itself it is told, so that it is for that alone that this is refused.
    const itself = { ...changes, concerned_kind: "'REGION'" };
    await told(`select id from party where key = 'region:${town?.regionCode}'`, itself);
  });

  it('refuses a disclosure that is ended when it is made', async () => {
    const ended = { ended_at: 'valid_from', valid_to: 'valid_from' };
    await expect(copied(ended)).rejects.toThrow('disclosure_is_not_ended_when_it_is_made');
  });

  it('refuses a notice to another party than the one concerned', async () => {
    const [other] = stage.world.where('Party', 'kind', 'VNG');
    const [notice] = await stage.database.owner.query(
      `insert into notice (sender_party_id, concerned_party_id, available_at, says_nl, says_en)
       select sender_party_id, $1, available_at, says_nl, says_en from notice limit 1 returning id`,
      [other?.id],
    );
    await expect(copied({ notice_id: `'${notice.id}'` })).rejects.toThrow('disclosure_has_its_notice');
    await stage.database.owner.query('delete from notice where id = $1', [notice.id]);
  });

  /** As the system, whom the policies let write, in a transaction that is taken back. */
  const changed = (change: string) =>
    stage.database.app
      .transaction(async (tx) => {
        const context = signContext(SYSTEM, stage.database.contextKey, stage.now);
        await tx.query(`select set_config('ews.context', $1, true)`, [context]);
        const [, rows] = await tx.query(
          `update disclosure set ${change} where id = (select id from disclosure where ended_at is null and valid_to > ews.moment() order by id limit 1)`,
        );
        throw new Error(`${rows} row`);
      })
      .catch(({ message }: Error) => message);

  it.each([
    ['is longer', "valid_to = valid_to + interval '1 day'"],
    ['is longer, as if ended', "valid_to = valid_to + interval '1 day', ended_at = ews.moment()"],
    ['ends when it did', 'ended_at = ews.moment()'],
    ['ends without saying when that was decided', "valid_to = valid_to - interval '1 day'"],
    ['begins earlier', "valid_from = valid_from - interval '1 second'"],
    ['shares more', "categories = categories || '{DECLARATIONS}'"],
    ['shares less', 'categories = categories[1:1]'],
    ['is for something else', "purpose = purpose || '!'"],
    ['rests on something else', "legal_basis = 'x'"],
    ['is with another', "recipient_party_id = (select id from party where key = 'vng')"],
    ['is decided by another', "decider_party_id = (select id from party where key = 'vng')"],
    ['has another id', 'id = gen_random_uuid()'],
    [
      'ends earlier and shares more',
      "valid_to = valid_to - interval '1 day', ended_at = ews.moment(), categories = categories || '{DECLARATIONS}'",
    ],
  ])('refuses a disclosure that, after its notice, %s', async (_, change) => {
    expect(await changed(change)).toMatch(/disclosure_is_(only_ended|over_when_it_is_ended)/);
  });

  it.each([
    ['before it began', 'valid_to = valid_from, ended_at = valid_from'],
    ['as if that was decided before now', "valid_to = ews.moment(), ended_at = ews.moment() - interval '1 hour'"],
    ['before it is decided', "valid_to = ews.moment() - interval '1 hour', ended_at = ews.moment()"],
  ])('refuses a disclosure that is ended %s', async (_, change) => {
    expect(await changed(change)).toMatch(/disclosure_is_not_ended_in_the_past/);
  });

  it('refuses a disclosure that goes on after it is ended', async () => {
    const goesOn = "valid_to = valid_to - interval '1 day', ended_at = ews.moment()";
    expect(await changed(goesOn)).toMatch(/disclosure_is_over_when_it_is_ended/);
  });

  it('lets a disclosure be ended earlier, once', async () => {
    const earlier = 'valid_to = greatest(valid_from, ews.moment()), ended_at = ews.moment()';
    expect(await changed(earlier)).toBe('1 row');
    const [ended] = await stage.database.owner.query('select id from disclosure where ended_at is not null limit 1');
    await expect(
      stage.database.owner.query(`update disclosure set ${earlier} where id = $1`, [ended.id]),
    ).rejects.toThrow('disclosure_is_only_ended');
  });
});
