/** The hidden sign of a template: which delivery it was made for, so that no file lands in the wrong quarter or the wrong party. */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Filling } from '../delivery/draft/filling';
import type { CheckFinding } from '../domain/intake/finding';
import { found } from './files/rules';
import type { TemplateMeta } from './files/template-meta';

/** Signs what it is given; see Context.seal. */
export type Seal = (text: string) => string;

export function sealer(contextKey: Buffer): Seal {
  const key = Buffer.from(hkdfSync('sha256', contextKey, '', 'ews templates', 32));
  return (text) => createHmac('sha256', key).update(text).digest('base64url');
}

/** What a template of this delivery says of itself. */
export function metaFor({ delivery, party }: Filling, seal: Seal): TemplateMeta {
  const { uitvraagKey, uitvraagVersion, periodStart, periodEnd } = delivery;
  const said = { uitvraagKey, uitvraagVersion, periodStart, periodEnd, party: party.key };
  return { ...said, token: seal(JSON.stringify(Object.values(said))) };
}

const SAID = ['party', 'uitvraagKey', 'uitvraagVersion', 'periodStart', 'periodEnd'] as const;
const RULES = {
  party: 'form.other-party',
  uitvraagKey: 'form.other-uitvraag',
  uitvraagVersion: 'form.old-template',
  periodStart: 'form.wrong-period',
  periodEnd: 'form.wrong-period',
} as const satisfies Readonly<Record<(typeof SAID)[number], string>>;

/** What is wrong with the sign of a file: none when it was made for this delivery, or when it is a CSV that says nothing. */
export function checkMeta(meta: TemplateMeta | null, filling: Filling, seal: Seal): CheckFinding[] {
  if (meta === null) return [];
  const right = metaFor(filling, seal);
  const wrong = SAID.find((member) => meta[member] !== right[member]);
  if (wrong) return [found(RULES[wrong])];
  const [given, made] = [Buffer.from(meta.token), Buffer.from(right.token)];
  return given.length === made.length && timingSafeEqual(given, made) ? [] : [found('form.changed-token')];
}
