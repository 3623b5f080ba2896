import { setTimeout as sleep } from 'node:timers/promises';
import { SpareTime } from '../../seeds/spare-time';

/** Work that takes a while, and says when it begins and ends. */
function work(log: string[], name: string, failure?: Error) {
  return async () => {
    log.push(`${name} begins`);
    await sleep(2);
    log.push(`${name} ends`);
    if (failure) throw failure;
    return name;
  };
}

describe('Spare time on one connection', () => {
  it('does one thing at a time, and whoever asks goes first', async () => {
    const [spare, log]: [SpareTime, string[]] = [new SpareTime(), []];
    spare.later(work(log, 'an index'));
    spare.later(work(log, 'another index'));
    expect(await spare.now(work(log, 'a question'))).toBe('a question');
    await spare.finish();
    expect(log).toEqual([
      'an index begins',
      'an index ends',
      'a question begins',
      'a question ends',
      'another index begins',
      'another index ends',
    ]);
  });

  it('tells what went wrong in spare time at the end, and does not go on', async () => {
    const [spare, log]: [SpareTime, string[]] = [new SpareTime(), []];
    spare.later(work(log, 'an index', new Error('no room')));
    spare.later(work(log, 'another index'));
    await expect(spare.finish()).rejects.toThrow('no room');
    expect(log).toEqual(['an index begins', 'an index ends']);
  });

  it('tells whoever asked what went wrong, and no one else', async () => {
    const [spare, log]: [SpareTime, string[]] = [new SpareTime(), []];
    await expect(spare.now(work(log, 'a question', new Error('no such table')))).rejects.toThrow('no such table');
    await spare.finish();
  });

  it('begins nothing new once it is abandoned', async () => {
    const [spare, log]: [SpareTime, string[]] = [new SpareTime(), []];
    spare.later(work(log, 'an index'));
    spare.later(work(log, 'another index'));
    await spare.abandon();
    expect(log).toEqual(['an index begins', 'an index ends']);
  });
});
