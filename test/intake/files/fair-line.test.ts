import { RateLimited, Unavailable } from '../../../src/errors';
import { FairLine } from '../../../src/intake/files/fair-line';

/** Work that is done when it is told to be. */
function work() {
  let end: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { begun: jest.fn(), end: () => end(), done };
}

describe('a line before a few threads', () => {
  const line = () => new FairLine({ atOnce: 2, ofParty: 3, inAll: 5 });
  const send = (to: FairLine, party: string, gone?: AbortSignal) => {
    const one = work();
    const answer = to.run({ party, gone }, () => {
      one.begun();
      return one.done;
    });
    return { ...one, answer };
  };

  it('lets nobody wait behind the files of another alone', async () => {
    const to = line();
    const [first, second, third] = [send(to, 'a'), send(to, 'a'), send(to, 'a')];
    const other = send(to, 'b');
    expect([first, second, third, other].map(({ begun }) => begun.mock.calls.length)).toEqual([1, 0, 0, 1]);
    const late = send(to, 'c');
    first.end();
    await first.answer;
    // Whoever had no turn yet goes before whoever had one, and each party has one thread.
    expect([second, late].map(({ begun }) => begun.mock.calls.length)).toEqual([0, 1]);
    other.end();
    await other.answer;
    expect([late, third].map(({ begun }) => begun.mock.calls.length)).toEqual([1, 0]);
    for (const { end } of [second, late, third]) end();
    await Promise.all([second.answer, late.answer, third.answer]);
    expect(third.begun).toHaveBeenCalledTimes(1);
  });

  it('takes turns by party', async () => {
    const to = new FairLine({ atOnce: 1, ofParty: 3, inAll: 9 });
    const order: string[] = [];
    const run = (name: string) => to.run({ party: name.slice(0, 1) }, async () => void order.push(name));
    await Promise.all(['a1', 'a2', 'a3', 'b1', 'c1', 'b2'].map(run));
    expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });

  it('refuses a party that has too many waiting, and everybody when it is full', async () => {
    const to = line();
    const waiting = [send(to, 'a'), send(to, 'a'), send(to, 'a'), send(to, 'a')];
    await expect(send(to, 'a').answer).rejects.toThrow(RateLimited);
    const others = ['b', 'b', 'b'].map((party) => send(to, party));
    await expect(send(to, 'c').answer).rejects.toThrow(Unavailable);
    for (const { end } of [...waiting, ...others]) end();
    await Promise.all([...waiting, ...others].map(({ answer }) => answer));
    const again = send(to, 'c');
    again.end();
    await again.answer;
  });

  it('forgets whoever has gone, and goes on after a failure', async () => {
    const to = line();
    const gone = new AbortController();
    const first = send(to, 'a');
    const left = send(to, 'a', gone.signal);
    const next = send(to, 'a');
    gone.abort();
    await expect(left.answer).rejects.toThrow(Unavailable);
    await expect(send(to, 'b', gone.signal).answer).rejects.toThrow(Unavailable);
    await expect(to.run({ party: 'b' }, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    first.end();
    next.end();
    await Promise.all([first.answer, next.answer]);
    expect([left, next].map(({ begun }) => begun.mock.calls.length)).toEqual([0, 1]);
  });
});
