import { Entity, PrimaryColumn } from 'typeorm';
import { Text } from './columns';

/** One value of one iJw code list in one release, such as COD327 (referrers) in iJw 3.2. */
@Entity()
export class CodeListEntry {
  @PrimaryColumn('text') listCode: string;
  @PrimaryColumn('text') release: string;
  @PrimaryColumn('text') code: string;
  @Text() listName: string;
  @Text() name: string;
}
