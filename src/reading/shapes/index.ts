import type { Shape } from '../shape';
import * as care from './care';
import * as delivered from './delivered';
import * as draft from './draft';
import * as finding from './finding';
import * as indicator from './indicator';
import * as logs from './logs';
import * as melding from './melding';
import * as meldingReceipt from './melding-receipt';
import * as mismatch from './mismatch';
import * as model from './model';
import * as place from './place';
import * as provider from './provider';
import * as risk from './risk';
import * as sharing from './sharing';
import * as signal from './signal';
import * as viewer from './viewer';
import * as waterbed from './waterbed';
import * as whatIf from './what-if';
import * as uitvragen from './what-uitvragen-allow';

const ROOMS = [
  ...[
    care,
    delivered,
    draft,
    finding,
    indicator,
    logs,
    melding,
    meldingReceipt,
    mismatch,
    model,
    place,
    provider,
    risk,
    sharing,
    signal,
    viewer,
    waterbed,
    whatIf,
    uitvragen,
  ],
];
const all: Shape[] = ROOMS.flatMap((room): Shape[] => Object.values(room));

/** Every shape by its API type. */
export const SHAPES: Readonly<Record<string, Shape>> = Object.fromEntries(all.map((shape) => [shape.type, shape]));
