import type { EntityManager } from 'typeorm';

/** Undoes what a transaction did, and still gives what came of it. */
class TakenBack<T> extends Error {
  constructor(readonly done: T) {
    super('What was done is taken back.');
  }
}

/** Does a deed in one transaction, and takes it back when it may not be kept: what came of it is given either way. */
export async function tentatively<T>(
  archive: { transaction(work: (tx: EntityManager) => Promise<T>): Promise<T> },
  deed: (tx: EntityManager) => Promise<T>,
  isKept: (done: T) => boolean,
): Promise<T> {
  try {
    return await archive.transaction(async (tx) => {
      const done = await deed(tx);
      if (isKept(done)) return done;
      throw new TakenBack(done);
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.done as T;
    throw error;
  }
}
