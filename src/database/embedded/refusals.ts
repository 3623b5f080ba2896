import { Unavailable } from '../../errors';

/** Why the embedded database cannot start, each with what to do about it. One sentence, for the person at the terminal. */
export const REFUSALS = {
  platform: (platform: string) =>
    new Unavailable({
      en: `There is no embedded Postgres for ${platform}: set DATABASE_URL and DATABASE_OWNER_URL to a Postgres 15 or newer.`,
      nl: `Er is geen ingebouwde Postgres voor ${platform}: zet DATABASE_URL en DATABASE_OWNER_URL op een Postgres vanaf versie 15.`,
    }),
  unreachable: (path: string, user: string) =>
    new Unavailable({
      en: `Postgres may not run as root, and the user ${user} it would run as cannot enter ${path}: start as an ordinary user, or move this folder (or EWS_DATA) to a place everybody may enter.`,
      nl: `Postgres mag niet als root draaien, en gebruiker ${user} kan niet in ${path} komen: start als gewone gebruiker, of verplaats deze map (of EWS_DATA) naar een plek waar iedereen bij kan.`,
    }),
  forbidden: (path: string) =>
    new Unavailable({
      en: `This user may not read or write ${path}: start as the user it belongs to, or set EWS_DATA to another folder.`,
      nl: `Deze gebruiker mag ${path} niet lezen of schrijven: start als de gebruiker van wie de map is, of zet EWS_DATA op een andere map.`,
    }),
  full: (path: string) =>
    new Unavailable({
      en: `The disk of ${path} is full: make room, or set EWS_DATA to a folder on another disk.`,
      nl: `De schijf van ${path} is vol: maak ruimte, of zet EWS_DATA op een map op een andere schijf.`,
    }),
  foreign: (path: string) =>
    new Unavailable({
      en: `${path} is not a data folder of this program, or is damaged: set EWS_DATA to another folder, or remove it to start anew.`,
      nl: `${path} is geen gegevensmap van dit programma, of is beschadigd: zet EWS_DATA op een andere map, of verwijder hem om opnieuw te beginnen.`,
    }),
  silent: (reason: string, log: string) =>
    new Unavailable({
      en: `The embedded Postgres does not start (${reason}): see ${log}.`,
      nl: `De ingebouwde Postgres start niet (${reason}): zie ${log}.`,
    }),
} as const;

const DISK_REFUSALS: Readonly<Record<string, (path: string) => Unavailable>> = {
  EACCES: REFUSALS.forbidden,
  EPERM: REFUSALS.forbidden,
  EROFS: REFUSALS.forbidden,
  ENOSPC: REFUSALS.full,
  EDQUOT: REFUSALS.full,
  ENOTDIR: REFUSALS.foreign,
};

/** What the disk said, as a sentence; anything else stays what it was. */
export function refusalOfDisk(error: unknown, path: string): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  return DISK_REFUSALS[code]?.(path) ?? error;
}
