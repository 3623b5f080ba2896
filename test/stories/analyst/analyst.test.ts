/**
 * An analyst of the Jeugdautoriteit with a pocket calculator takes three very different providers and works out again by
 * hand, from what the API says and nothing else, every number that nobody delivered. No chapter knows the product: each
 * formula is written down as the API tells it in words.
 */
import { quarters } from './1-quarters';
import { ratios } from './2-ratios';
import { ladder } from './3-ladder';
import { scorecard } from './4-scorecard';
import { indicators } from './5-indicators';
import { peers } from './5-peers';
import { areas } from './6-areas';
import { mismatches } from './6-mismatches';
import { municipalities } from './6-municipal';
import { dashboard } from './7-dashboard';
import { signals } from './8-signals';
import { waterbed } from './9-waterbed';
import { whatIf } from './9-what-if';
import { complete } from './10-complete';
import { sitDown, standUp } from './desk';

beforeAll(sitDown);
afterAll(standUp);

describe('1. The quarters', quarters);
describe('2. The ratios', ratios);
describe('3. The ladder', ladder);
describe('4. The scorecard', scorecard);
describe('5. The indicators', indicators);
describe('5. The place among others', peers);
describe('6. The mismatches', mismatches);
describe('6. The mismatches of areas', areas);
describe('6. The mismatches of municipalities', municipalities);
describe('7. The dashboard', dashboard);
describe('8. The signals', signals);
describe('9. The waterbed', waterbed);
describe('9. What if', whatIf);
describe('10. Nothing is left out', complete);
