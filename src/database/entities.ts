import * as entities from '../../entities';

/** Every table of the archive. A new entity is known as soon as entities/index.ts exports it. */
export const ENTITIES = Object.values(entities);
