import { always, Text, Type } from './leaves';

@Type('provincie', 'A province of the Netherlands (CBS).')
export class Province {
  @Text('provinciecode', 'CBS code, such as "PV20".', always) code: string;
  @Text('naam', 'Name of the province.', always) name: string;
}
