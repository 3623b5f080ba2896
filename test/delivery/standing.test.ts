/** What holds when several deliveries say something of the same figure. */

import type { Viewer } from '../../src/policy/viewer';
import { COVENANT, Ground, REGELING, uuidOf } from './ground';

let ground: Ground;
let wissel: Viewer;
const QUARTER = ['2026-10-01', '2027-01-01'] as const;

beforeAll(async () => {
  ground = await Ground.open();
  wissel = await ground.viewer('provider:de-wissel');
}, 60_000);
afterAll(() => ground?.close());

describe('a figure that two uitvragen ask for', () => {
  const WAITING = { waiting: [{ careForm: 'JH1221', region: 'JZ01', waitingDays: '30', waitingCount: '5' }] };
  const current = (item: string) =>
    ground.rows(
      `select delivery_id as id, value::int8 from figure
       where provider_id = $1 and item = $2 and period_end = $3 and is_current and source = 'DELIVERY'`,
      [wissel.providerId, item, QUARTER[1]],
    );
  let covenant: string;
  let regeling: string;

  it('holds once when both are submitted at the same moment', async () => {
    covenant = await ground.taskOf(wissel, COVENANT, ...QUARTER);
    regeling = await ground.taskOf(wissel, REGELING, ...QUARTER);
    await ground.complete(wissel, covenant, { finances: [{ 'A2.13': '76.000.000' }] });
    await ground.complete(wissel, regeling, { ...WAITING, finances: [{ b9: '75.000.000' }] });
    const steps = await Promise.all([covenant, regeling].map((id) => ground.step(wissel, 'submitDelivery', id)));
    expect(steps.map(({ data }) => data?.submitDelivery.status)).toEqual(['SUBMITTED', 'SUBMITTED']);
    expect(await current('employed_staff_costs')).toHaveLength(1);
    const twice = `insert into figure select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'delivery_id', null))).*
      from figure f where provider_id = $1 and is_current and source = 'DELIVERY' limit 1`;
    await expect(ground.rows(twice, [wissel.providerId])).rejects.toThrow('is_current_once');
  });

  it('is again what the other delivery told, when a correction leaves it out', async () => {
    const second = await ground.corrected(wissel, covenant);
    await ground.deliver(wissel, second, { finances: [{ 'A2.13': '76.000.000' }] });
    expect(await current('employed_staff_costs')).toEqual([{ id: uuidOf(second), value: '7600000000' }]);
    const third = await ground.corrected(wissel, second);
    await ground.deliver(wissel, third, { finances: [{ 'A2.13': '' }] });
    expect(await current('employed_staff_costs')).toEqual([{ id: uuidOf(regeling), value: '7500000000' }]);
    const [{ costs }] = await ground.rows(
      'select employed_staff_costs_cents::int8 as costs from provider_quarter where provider_id = $1 and quarter = $2',
      [wissel.providerId, QUARTER[0]],
    );
    expect(costs).toBe('1874178531');
    expect(await current('equity')).toEqual([expect.objectContaining({ id: uuidOf(third) })]);
  });
});

it('leaves the summaries as they are when those of everyone are made again', async () => {
  const { left, again } = await ground.summaries();
  expect(left).toEqual(again);
});
