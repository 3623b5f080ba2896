/** Personal data is refused where it comes in, and nothing of what was sent is in an answer or a line of the log (R-P1, R-P2). */
import { type Served, serve } from './serve';

const logged: string[] = [];
let served: Served;
let token: string;
beforeAll(async () => {
  for (const sink of [process.stderr, process.stdout]) {
    jest.spyOn(sink, 'write').mockImplementation((line) => {
      logged.push(String(line));
      return true;
    });
  }
  served = await serve();
  token = await served.tokenFor('provider:de-wissel');
});
afterAll(() => served.stop());

const CANARY = 'K4n4rie';
const BSN = '111222333';

async function report(
  input: object,
  query = 'mutation ($input: MeldingInput!) { registerMelding(input: $input) { id explanation } }',
) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const body = JSON.stringify({
    query,
    variables: { input: { reason: 'CONTINUITY', clientKey: 'k', explanation: 'Er is iets.', ...input } },
  });
  const text = await (await fetch(`${served.url}/graphql`, { method: 'POST', headers, body })).text();
  return {
    text,
    ...(JSON.parse(text) as { data?: object; errors?: { message: string; extensions: Record<string, unknown> }[] }),
  };
}
const meldingen = async () =>
  (await served.database.owner.query('select count(*)::int as rows from melding'))[0].rows as number;

test.each([
  ['explanation', `${CANARY}: cliënt ${BSN} heeft geen plek.`],
  ['explanation', `${CANARY}: bel de moeder op 06-12345678.`],
  ['clientKey', `${CANARY} bsn ${BSN}`],
])('in %s it is refused: by field and kind, with what to do, and without the value', async (field, text) => {
  const before = await meldingen();
  const answer = await report({ [field]: text });
  const [problem] = (answer.errors?.[0]?.extensions.problems ?? []) as { field: string; en: string; nl: string }[];
  expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(problem).toEqual({
    field,
    en: expect.stringMatching(
      /^holds a (citizen service|telephone) number \(at character \d+\)\. Leave it out.*112.*0800-2000/,
    ),
    nl: expect.stringMatching(
      /^bevat een (burgerservice|telefoon)nummer \(bij teken \d+\)\. Laat dit weg.*112.*0800-2000/,
    ),
  });
  expect(answer.text).not.toMatch(new RegExp(`${CANARY}|${BSN}|12345678`));
  expect(await meldingen()).toBe(before);
});

test('written without it, the same is registered', async () => {
  const answer = await report({
    clientKey: 'again',
    explanation: 'Cliënt A heeft geen plek. KvK 12345678, omzet 111222333 euro.',
  });
  expect(answer.errors).toBeUndefined();
});

test('nothing that was sent is in the log, whatever became of it', async () => {
  await report({ clientKey: `${CANARY}-1`, explanation: CANARY });
  await report({ clientKey: `${CANARY}-1`, explanation: `${CANARY} otherwise` });
  await report({ explanation: `${CANARY} ${BSN} bsn` });
  await report({ explanation: `${CANARY}\u0000` });
  await report({ providerId: CANARY, effectiveOn: CANARY });
  await report({ [CANARY]: CANARY }, `mutation ($input: MeldingInput!) { ${CANARY}(input: $input) { id } }`);
  await served.database.owner.query('alter table melding rename to melding_gone');
  await report({ clientKey: `${CANARY}-2`, explanation: CANARY });
  await served.database.owner.query('alter table melding_gone rename to melding');
  expect(logged.join('')).toContain('An error that nobody foresaw');
  expect(logged.join('')).not.toMatch(new RegExp(`${CANARY}|${BSN}`));
});
