import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from 'pg';
import { bareServer } from '../../bench/bare-server';
import { castOf, questionsOf } from '../../bench/cast';
import { compareAnswers } from '../../bench/same-answers';
import { type Cast, WORKLOAD_NAMES } from '../../bench/workload';
import { type Served, serve } from '../api/serve';

let served: Served;
let bare: Server;
let cast: Cast;
let ports: [bare: number, product: number];

beforeAll(async () => {
  served = await serve();
  bare = bareServer(served.database.ownerUrl);
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
  const owner = new Client({ connectionString: served.database.ownerUrl });
  await owner.connect();
  cast = await castOf(owner);
  await owner.end();
  ports = [(bare.address() as AddressInfo).port, Number(new URL(served.url).port)];
});

afterAll(async () => {
  bare?.closeAllConnections();
  await new Promise((resolve) => bare?.close(resolve));
  await served?.stop();
});

describe('the contestants of the benchmark', () => {
  it.each(WORKLOAD_NAMES)('answer every question of %s alike', async (name) => {
    const questions = await questionsOf(name, cast, served.config.dataFolder);
    expect(questions.questions.length).toBeGreaterThan(0);
    expect(await compareAnswers(ports, questions, questions.questions.length)).toBeGreaterThan(20);
  });

  it('are found out when they differ', async () => {
    const [one, other] = (await questionsOf('W3', cast, served.config.dataFolder)).questions;
    const someoneElse = { body: other?.body as string, token: one?.token as string };
    await expect(compareAnswers(ports, { learn: 'W3', questions: [someoneElse] })).rejects.toThrow('differently at');
  });
});
