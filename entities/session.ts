import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from './account';
import { Moment, optional, Text, Uuid } from './columns';

/** Someone who has signed in with a browser. Holds no key: the cookie cannot be made from its hash. */
@Entity()
export class Session {
  /** SHA-256 of the value of the cookie, in hexadecimal. */
  @PrimaryColumn('text') cookieHash: string;
  @Index() @ForeignKey(() => Account) @Uuid() accountId: string;
  /** How sure the identity provider was, in its own word (acr). */
  @Text(optional) acr: string | null;
  /** What the identity provider calls this sign-in (sid), by which it can end it. */
  @Text(optional) providerSession: string | null;
  @Moment() beganAt: Date;
  /** Kept to the minute. */
  @Moment() seenAt: Date;
  @Moment() endsAt: Date;
  /** When its browser got another in its place; null while it holds. It lets nobody in from then on. */
  @Moment(optional) replacedAt: Date | null;
}
