/** What can be judged from what is asked: worked out on request, from definitions that everybody may read. */
import { answer, several } from '../worked-out';

const rule = several('AllowedRule', {
  ...{ kind: 'text', code: 'text', assessability: 'text', isLost: 'boolean', lacking: 'text[]', says: 'said' },
});
export const allowedRule = rule.shape;

export const whatUitvragenAllow = answer(
  'WhatUitvragenAllow',
  { definitions: 'text[]', tredeOne: 'text', riskClass: 'text', rules: 'jsonb' },
  { rules: rule.inside('rules') },
);
