import { Connected, listing, type Page } from './connection';
import { orders } from './described';
import { always, Count, Filter, Of, type Ref, Text, Type } from './leaves';
import { Node } from './node';

@Type(
  'zorgvorm',
  'A form of youth care in the tree of CBS (table 85099NED), linked to the iJw product categories.',
  Node,
)
export class CareForm extends Node {
  @Text('code', 'CBS code without spaces, such as "JH1221".', always) code: string;
  @Text('naam', 'Dutch name of the form of care.', always) name: string;
  @Count('niveau', 'Depth in the tree: 1 is the top.', always) level: number;
  @Text('productcategorie', 'iJw product category (code list JZ020); null where there is none.')
  productCategory: string | null;
  @Text('versie van de lijst', 'The edition of the list from which it comes.', always) listVersion: string;
  @Of(() => CareForm, 'bovenliggende zorgvorm', 'The form of which this is a part; null at the top.')
  parent: Ref<CareForm> | null;
  @Connected(() => CareForms, 'onderliggende zorgvormen', 'The forms into which this one is divided.', always)
  children: Page<CareForm>;
}

@Filter('zorgvormen', 'forms of care')
export class CareFormFilter {
  @Count('niveau', 'Only forms at this depth in the tree: 1 is the top.') level?: number | null;
  @Text('bovenliggende zorgvorm', 'Only forms directly under this one, such as "JH1200".') parentCode?: string | null;
  @Text('naam bevat', 'Only forms whose Dutch name contains this text, in capitals or not.')
  nameContains?: string | null;
}

export const CareFormSort = orders('CareFormSort', 'zorgvormen', {
  CODE_ASC: 'By code, in the order of the tree.',
  NAME_ASC: 'By Dutch name, A first.',
});

export const CareForms = listing({
  node: 'CareForm',
  nl: 'zorgvormen',
  type: () => CareForm,
  filter: () => CareFormFilter,
  orderBy: CareFormSort,
});
