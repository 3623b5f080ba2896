import { Entity, PrimaryColumn } from 'typeorm';
import { Text } from './columns';

/** A province (CBS code PVxx). */
@Entity()
export class Province {
  @PrimaryColumn('text') code: string;
  @Text() name: string;
}
