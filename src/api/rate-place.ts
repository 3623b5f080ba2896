import { isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** A network of IPv6 is one household, office or machine: it has as many addresses as it likes. */
const NETWORK_BITS = 64;

/**
 * The place that a request is counted under: the address itself, or its /64 when it is one of IPv6. However it is written:
 * in full or short, in capitals or not, with a zone, or as an address of IPv4 that came through a socket of IPv6.
 */
export function placeOf(address: string): string {
  if (isIPv4(address) || !ipaddr.isValid(address)) return address;
  const found = ipaddr.process(address);
  if (found instanceof ipaddr.IPv4) return found.toString();
  const parts = found.parts.slice(0, NETWORK_BITS / 16).map((part) => part.toString(16));
  return `${parts.join(':')}::/${NETWORK_BITS}`;
}
