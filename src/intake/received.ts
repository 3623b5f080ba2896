/** What became of a file that was delivered. */
import type { CheckFinding } from '../domain/intake/finding';

export interface Received {
  /** READ: what it says stands in the draft. REFUSED: nothing of it does. */
  readonly result: 'READ' | 'REFUSED';
  /** Of the file that was refused; of the whole draft otherwise. */
  readonly findings: readonly CheckFinding[];
  /** Lines that were read, of a long list. */
  readonly lines: number;
}

/** The steps that a file goes through, as they are told while they go on. */
export type Stage = 'RECEIVED' | 'SCANNING' | 'FORM' | 'CELL' | 'COHERENCE';

/** Is told where it is, and of a long list how many lines were read. */
export type OnStage = (stage: Stage, lines?: number) => void;

/** A file that was received, and waits on disk to be read. */
export interface SpooledFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Nothing of the file may stay: thrown in the transaction of the draft, so that it is undone. */
export class FileRefused extends Error {
  constructor(readonly findings: readonly CheckFinding[]) {
    super('A file was refused.');
  }
}

export const refused = (findings: readonly CheckFinding[]): Received => ({ result: 'REFUSED', findings, lines: 0 });
export const isError = ({ severity }: CheckFinding): boolean => severity === 'ERROR';
