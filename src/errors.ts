/**
 * Five words for everything that can go wrong. Each carries a sentence in English and in Dutch that says what is the
 * matter and what to do about it, and never repeats the input.
 */
export interface Sentence {
  readonly en: string;
  readonly nl: string;
}

export type ErrorCode =
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'UNAUTHENTICATED'
  | 'INSUFFICIENT_AUTHENTICATION'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'PAYLOAD_TOO_LARGE'
  | 'RATE_LIMITED'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'SERVICE_UNAVAILABLE';

export class EwsError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly sentence: Sentence,
    /** More for the reader, such as every problem of an input at once. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(sentence.en);
    this.name = new.target.name;
  }
}

/** It is not there, or not there for you: the two cannot be told apart. */
export class NotFound extends EwsError {
  constructor(sentence: Sentence) {
    super('NOT_FOUND', sentence);
  }
}

/** Your kind of party may never do or read this. Never used for a row. */
export class Forbidden extends EwsError {
  constructor(sentence: Sentence, code: 'FORBIDDEN' | 'UNAUTHENTICATED' = 'FORBIDDEN') {
    super(code, sentence);
  }
}

/** One thing that is wrong with an input: where, and what to do about it. */
export interface Problem extends Sentence {
  readonly field: string;
}

/** The input is wrong. Carries every problem at once. */
export class Invalid extends EwsError {
  constructor(readonly problems: readonly Problem[]) {
    super(
      'BAD_USER_INPUT',
      {
        en: problems.map((problem) => `${problem.field}: ${problem.en}`).join(' '),
        nl: problems.map((problem) => `${problem.field}: ${problem.nl}`).join(' '),
      },
      { problems },
    );
  }
}

/** Someone else was first, or the same key was used for something else. */
export class Conflict extends EwsError {
  constructor(sentence: Sentence) {
    super('CONFLICT', sentence);
  }
}

/** A part that we need is away. Try again later. */
export class Unavailable extends EwsError {
  constructor(sentence: Sentence) {
    super('SERVICE_UNAVAILABLE', sentence, { retryable: true });
  }
}

const TOO_OFTEN = (seconds: number): Sentence => ({
  en: `This is more than may be asked in this time. Try again after ${seconds} seconds, and ask for more at once rather than more often.`,
  nl: `Dit is meer dan in deze tijd gevraagd mag worden. Probeer het na ${seconds} seconden opnieuw, en vraag liever meer tegelijk dan vaker.`,
});

/** Too much in too short a time. */
export class RateLimited extends EwsError {
  constructor(
    readonly seconds: number,
    says: (seconds: number) => Sentence = TOO_OFTEN,
  ) {
    super('RATE_LIMITED', says(seconds), { retryable: true, retryAfterSeconds: seconds });
  }
}

/** A file that is larger than is taken. */
export class TooLarge extends EwsError {
  constructor(bytesMax: number) {
    const megabytes = Math.floor(bytesMax / 1_048_576);
    super('PAYLOAD_TOO_LARGE', {
      en: `A file of this kind may be ${megabytes} MB at most. Take out what is not asked for, or deliver it in parts.`,
      nl: `Een bestand van deze soort mag hoogstens ${megabytes} MB zijn. Haal eruit wat niet wordt gevraagd, of lever het in delen aan.`,
    });
  }
}
