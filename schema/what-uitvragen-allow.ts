import type * as words from '../src/domain/vocabulary';
import { Assessability, Language, RuleKind } from './enums';
import { always, Flag, Of, type Ref, Some, Text, Type, With } from './leaves';

@Type(
  'regel en wat daarvoor gevraagd wordt',
  'A criterion, ratio or indicator of the scorecard, and whether what is asked suffices for it.',
)
export class AllowedRule {
  @Of(() => RuleKind, 'soort', 'A criterion of the ladder, a named ratio, or an indicator of the scorecard.', always)
  kind: words.RuleKind;
  @Text('code', 'Key of the rule, as in RiskModel.', always) code: string;
  @Of(() => Assessability, 'te beoordelen', 'Whether it can be assessed from what is asked.', always)
  assessability: words.Assessability;
  @Flag(
    'gaat verloren',
    'Whether leaving out the items makes it worse to assess. False when none are left out.',
    always,
  )
  isLost: boolean;
  @Some(() => String, 'ontbreekt', 'Items of Figure that stand in the way, such as "equity"; none when empty.', always)
  lacking: string[];
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text('toelichting', 'The rule, whether it can be assessed, and why not, in words.', always)
  says: string;
}

@Type(
  'wat uitvragen toelaten',
  'What can be judged of a provider that answers everything it is asked on a day (Bijlage 4; Regeling Jeugdwet 8g). Worked out when it is asked for.',
)
export class WhatUitvragenAllow {
  @Some(() => String, 'definities', 'The definitions that hold on that day, such as "regeling-jeugdwet-8g 1".', always)
  definitions: string[];
  @Of(() => Assessability, 'trede 1', 'Whether anybody can be on trede 1: that needs every criterion.', always)
  tredeOne: words.Assessability;
  @Of(() => Assessability, 'risicoklasse', 'Whether there is a class: that needs half of the scorecard.', always)
  riskClass: words.Assessability;
  @Some(() => AllowedRule, 'regels', 'Every criterion, ratio and indicator of the scorecard.', always)
  rules: Ref<AllowedRule>[];
}
