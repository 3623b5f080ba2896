import type { Shape } from '../shape';
import * as care from './care';
import * as delivered from './delivered';
import * as indicator from './indicator';
import * as melding from './melding';
import * as model from './model';
import * as place from './place';
import * as provider from './provider';
import * as risk from './risk';
import * as viewer from './viewer';

const all: Shape[] = [care, delivered, indicator, melding, model, place, provider, risk, viewer].flatMap((room) =>
  Object.values(room),
);

/** Every shape by its API type. */
export const SHAPES: Readonly<Record<string, Shape>> = Object.fromEntries(all.map((shape) => [shape.type, shape]));
