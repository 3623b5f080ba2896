/** Signals that ask us to stop; anything harder ends us at once, and the database's supervisor sees to the rest. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How long stopping in good order may take, in milliseconds. */
const PATIENCE_MS = 10_000;

/** Stops everything in good order at the first signal, and at once at the second or when it takes too long. */
export function onceAskedToStop(stop: () => Promise<void>): void {
  let isStopping = false;
  const obey = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of SIGNALS) process.on(signal, obey);
}
