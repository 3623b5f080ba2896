import type { Told } from '../told';
import * as care from './care';
import * as draft from './draft';
import * as logs from './logs';
import * as mismatch from './mismatch';
import * as model from './model';
import * as place from './place';
import * as provider from './provider';
import * as risk from './risk';
import * as sharing from './sharing';
import * as workedOut from './worked-out';

/** What the oracle is told of every type that has rows. */
export const TOLD: Readonly<Record<string, Told>> = {
  ...place,
  ...care,
  ...provider,
  ...risk,
  ...sharing,
  ...logs,
  ...mismatch,
  ...model,
  ...workedOut,
  ...draft,
};
