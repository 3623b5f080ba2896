import type { Shape } from '../shape';
import * as care from './care';
import * as delivered from './delivered';
import * as indicator from './indicator';
import * as melding from './melding';
import * as place from './place';
import * as provider from './provider';
import * as risk from './risk';
import * as viewer from './viewer';
import * as waterbed from './waterbed';
import * as whatIf from './what-if';

const all: Shape[] = [care, delivered, indicator, melding, place, provider, risk, viewer, waterbed, whatIf].flatMap(
  (room) => Object.values(room),
);

/** Every shape by its API type. */
export const SHAPES: Readonly<Record<string, Shape>> = Object.fromEntries(all.map((shape) => [shape.type, shape]));
