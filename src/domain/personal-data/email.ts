/** E-mail addresses of people. A mailbox of an office, such as info@, belongs to nobody in particular. */
import type { Finder } from './kinds';

const ADDRESS =
  /[\p{L}\d](?:[\p{L}\d._%+'-]{0,62}[\p{L}\d])?(?:@| ?[([{](?:at|apenstaartje)[)\]}] ?)(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.)+\p{L}{2,24}/giu;

const OF_AN_OFFICE =
  /^(?:info|informatie|contact|algemeen|post|mail|secretariaat|administratie|receptie|bestuur|directie|meldpunt|klachten|privacy|avg|fg|pers|communicatie|zorg|jeugd|inkoop|contractbeheer|contractmanagement|financi[eë]n|facturen|factuur|debiteuren|crediteuren|helpdesk|support|servicedesk|ict|hr|personeelszaken|office|noreply|no-reply|help|toezicht|kwaliteit|data|aanlevering|ews)(?=@| ?[([{])/iu;

const placesIn = (text: string) =>
  [...text.matchAll(ADDRESS)]
    .filter(([address]) => !OF_AN_OFFICE.test(address))
    .map(({ 0: { length }, index }) => ({ start: index, end: index + length }));

export const EMAIL: Finder = { inText: placesIn, inCell: (cell) => placesIn(cell).length > 0 };
