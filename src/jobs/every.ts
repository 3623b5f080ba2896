import { log } from '../log';

/** Something that is done again and again while the server runs. */
export interface Job {
  readonly name: string;
  readonly everyMs: number;
  run(): Promise<void>;
}

export interface Running {
  /** Waits for what is being done. */
  stop(): Promise<void>;
}

/** Does a job now and then every so long, never twice at once. One that fails is logged, and tried again at its time. */
export function every({ name, everyMs, run }: Job): Running {
  let doing: Promise<void> | null = null;
  const again = () => {
    doing ??= run()
      .catch((err) => log.error({ job: name, err }, 'A job failed.'))
      .finally(() => {
        doing = null;
      });
  };
  again();
  const timer = setInterval(again, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await doing;
    },
  };
}
