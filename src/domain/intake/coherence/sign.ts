/**
 * A sign that was forgotten: the operational and the net result lie on both sides of zero, and about as far from it. Interest
 * and tax seldom turn a result round, and never to its mirror image.
 */
import { fraction } from '../../ratio';
import { differs, sizeOfRatio } from './compare';
import { type CoherenceRule, named } from './rule';

const ALIKE = fraction(20n, 100n);

export const SIGN: CoherenceRule = {
  code: 'coherence.sign',
  severity: 'QUESTION',
  says: {
    nl: '{net} en {operational} zijn ongeveer even groot, maar de ene is winst en de andere verlies. Klopt het minteken?',
    en: '{net} and {operational} are about as large, but one is a profit and the other a loss. Is the minus sign right?',
  },
  expected: null,
  find: (delivery) => {
    const [net, operational] = [delivery.number('net_result'), delivery.number('operational_result')];
    if (!net || !operational) return [];
    if (net.value.numerator * operational.value.numerator >= 0n) return [];
    if (differs(sizeOfRatio(net.value), sizeOfRatio(operational.value), ALIKE)) return [];
    return [{ cells: [net, operational], words: { net: named(net), operational: named(operational) } }];
  },
};
