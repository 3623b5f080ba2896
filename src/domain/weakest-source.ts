import type { FigureSource } from './vocabulary';

/** The weakest of the sources of several numbers: an estimate before annual accounts before a delivery. */
export function weakestSource(sources: readonly FigureSource[]): FigureSource {
  if (sources.includes('ESTIMATE')) return 'ESTIMATE';
  return sources.includes('DIGIMV') ? 'DIGIMV' : 'DELIVERY';
}
