import type { Said } from '../language';

/**
 * On what ground figures are delivered: numbers of the list for providers in the covenant's Bijlage 4, and parts of the
 * Regeling Jeugdwet art. 8g, second paragraph.
 */
export function legalBasis(bijlage4: string | null, regeling: string | null = null): Said {
  const law = regeling ? [`Regeling Jeugdwet 8g ${regeling}`] : [];
  return {
    en: [...(bijlage4 ? [`covenant Bijlage 4, providers ${bijlage4}`] : []), ...law].join('; '),
    nl: [...(bijlage4 ? [`convenant Bijlage 4, aanbieders ${bijlage4}`] : []), ...law].join('; '),
  };
}
