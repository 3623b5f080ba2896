/** How much longer a piece of work takes when what it is given is so many times as large: about as many when it is read once. */
const RUNS = 5;

export function timesLonger(work: (size: number) => unknown, size: number, times: number): number {
  return leastOf(() => work(size * times)) / leastOf(() => work(size));
}

/** The least of some: what else the machine does only adds. */
function leastOf(work: () => unknown): number {
  const runs = Array.from({ length: RUNS }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return Math.min(...runs);
}
