import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Count, optional, Text } from './columns';

/** A form of youth care in the tree of CBS table 85099NED, with its iJw product category where there is one. */
@Entity()
export class CareForm {
  /** CBS code without spaces, such as JH1221. */
  @PrimaryColumn('text') code: string;
  @Text() name: string;
  @Index() @ForeignKey(() => CareForm) @Text(optional) parentCode: string | null;
  @Count() level: number;
  /** iJw product category (JZ020). */
  @Text(optional) productCategory: string | null;
  @Text() listVersion: string;
}
