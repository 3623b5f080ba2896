import { Entity } from 'typeorm';
import { Id, Text } from './columns';

/** A holding to which one or more providers belong. */
@Entity()
export class Concern {
  @Id() id: string;
  @Text() name: string;
}
