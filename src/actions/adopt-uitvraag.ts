import type { EntityManager } from 'typeorm';
import { Uitvraag, UitvraagItem } from '../../entities';
import type { UitvraagDefinition } from '../domain/uitvraag/definition';
import { Conflict } from '../errors';

/**
 * Adds a version of a definition of what is asked, and ends the version before it on the day that the new one begins. What
 * was delivered by an earlier version stays as it is. Throws Conflict when the version is there, or begins too early.
 */
export async function adoptUitvraag(tx: EntityManager, { items, ...definition }: UitvraagDefinition): Promise<void> {
  const { key, version, validFrom } = definition;
  const versions = await tx.findBy(Uitvraag, { key });
  if (versions.some((one) => one.version >= version)) throw new Conflict(NOT_NEWER);
  const current = versions.find(({ validTo }) => validTo === null || validTo > validFrom);
  if (current && current.validFrom >= validFrom) throw new Conflict(TOO_EARLY);
  if (current) await tx.update(Uitvraag, { key, version: current.version }, { validTo: validFrom });
  await tx.insert(Uitvraag, definition);
  await tx.insert(
    UitvraagItem,
    items.map((item) => ({ ...item, uitvraagKey: key, uitvraagVersion: version })),
  );
}

const NOT_NEWER = {
  en: 'This version of the definition, or a later one, is there already: give it the next number.',
  nl: 'Deze versie van de definitie, of een latere, is er al: geef haar het volgende nummer.',
};
const TOO_EARLY = {
  en: 'A new version begins after the one before it: choose a later day in validFrom.',
  nl: 'Een nieuwe versie begint na de vorige: kies een latere dag in validFrom.',
};
