import type { CheckSeverity as Severity_, CheckStep as Step } from '../src/domain/intake/finding';
import type { FieldType as Type_ } from '../src/domain/intake/form';
import type * as words from '../src/domain/vocabulary';
import { Delivery } from './delivery';
import { CheckSeverity, CheckStep, FieldType, Language, SectionKind, SectionState, ValueOrigin } from './enums';
import { Count, Flag, Identity, Of, type Ref, Some, Text, Type, With } from './leaves';

const taal = ['taal', 'The language of the text. Without it: Dutch.'] as const;

@Type('keuze', 'A code that may be chosen, and what people call it.')
export class FieldChoice {
  @Text('code', 'What is kept.') code: string | null;
  @Text('naam', 'What people choose, in Dutch.') label: string | null;
}

@Type('veld', 'What is asked: an item of the uitvraag, or a column of a list.')
export class DraftField {
  @Text('code', 'Of the item, such as "A2.1", or of the column, such as "annualValue". Unique in its section.')
  code: string | null;
  @With('language', () => Language, ...taal)
  @Text('naam', 'What people call it.')
  label: string | null;
  @Of(() => FieldType, 'soort', 'How it is written.') type: Type_ | null;
  @Flag('verplicht', 'Whether it must be filled in before the delivery can be submitted.') isRequired: boolean | null;
  @Flag('vanaf 1 januari', 'Asked as year-to-date.') isCumulative: boolean | null;
  @Text('grondslag', 'Why it is asked, such as "Convenant, Bijlage 4, aanbieders 2"; null in a list.') legalBasis:
    | string
    | null;
  @Some(() => FieldChoice, 'keuzes', 'What may be chosen; none when it is not a choice.')
  choices: Ref<FieldChoice>[] | null;
  @Text(
    'vorige waarde',
    'The value of the period before, as people write it in Dutch; null in a list, and when there is none.',
  )
  previous: string | null;
  @Text('zelfde periode vorig jaar', 'The value of the same period a year before, written alike.')
  yearBefore: string | null;
}

@Type('waarde', 'One value of a draft.')
export class DraftCell {
  @Text('veld', 'Code of the field.') field: string | null;
  @Text(
    'bewaarde waarde',
    'In the form in which it is kept: cents, a fraction, a code, 2026-12-31. Null when it is empty.',
  )
  value: string | null;
  @With('language', () => Language, ...taal)
  @Text('zoals geschreven', 'As people write it: "1.250.000", "18,5%", "31-12-2026".')
  written: string | null;
  @Count('versie', 'Send this along when you change it; 0 when it was never filled in.') version: number | null;
  @Of(() => ValueOrigin, 'herkomst', 'How it came here.') origin: words.ValueOrigin | null;
}

@Type('rij', 'The values of a section of items (row 0), or one row of a list (1 and up).')
export class DraftRow {
  @Count('rij', '0 in a section of items; 1 and up in a list.') row: number | null;
  @Some(() => DraftCell, 'waarden', 'Those that are there.') cells: Ref<DraftCell>[] | null;
}

@Type('onderdeel', 'A part of a delivery that can be filled in by itself.')
export class DraftSection {
  @Text('code', 'Such as "finances".') code: string | null;
  @With('language', () => Language, ...taal)
  @Text('naam', 'What people call it.')
  label: string | null;
  @Of(() => SectionKind, 'soort', 'Single items, or a list.') kind: string | null;
  @Of(() => SectionState, 'stand', 'How far it has come.') state: string | null;
  @Flag('verplicht', 'Whether the delivery cannot be submitted without it.') isRequired: boolean | null;
  @Flag('mag ongewijzigd', 'Whether it may be confirmed as it was, with confirmNoChange.') mayStayAsItWas:
    | boolean
    | null;
  @Flag('te lang voor een formulier', 'Delivered as CSV alone: PUT /v1/deliveries/:id/file.') isBulk: boolean | null;
  @Count('gevraagd', 'Number of values that must be there.') asked: number | null;
  @Count('ingevuld', 'Number of those that are there.') filled: number | null;
  @Count('regels', 'Number of lines, of a section that is delivered as CSV; otherwise the number of rows.')
  lines: number | null;
  @Count('fouten', 'Number of errors in it.') errors: number | null;
  @Some(() => DraftField, 'velden', 'What is asked.') fields: Ref<DraftField>[] | null;
  @Some(() => DraftRow, 'rijen', 'What is filled in; the first 200 rows of a long list.') rows: Ref<DraftRow>[] | null;
  @Some(
    () => DraftRow,
    'voorgesteld',
    'What is already known: what stands in the archive, or was delivered before. Nothing of it is delivered until it is taken over.',
  )
  suggested: Ref<DraftRow>[] | null;
}

@Type('bevinding bij een aanlevering', 'What a check had to say of a draft: where, how grave, and what to do.')
export class DraftFinding {
  @Identity('kenmerk', 'To answer a question with: answerQuestion.') id: string | null;
  @Of(() => CheckSeverity, 'soort', 'An error, a question, or only to know.') severity: Severity_ | null;
  @Of(() => CheckStep, 'stap', 'Form, cell or coherence.') step: Step | null;
  @Text('regel', 'Code of the rule, such as "coherence.jump".') rule: string | null;
  @Text('onderdeel', 'Code of the section; null when it is about all of the delivery.') section: string | null;
  @Count('rij', 'As in DraftRow; null when it is about the section.') row: number | null;
  @Text('veld', 'Code of the field; null when it is about the row.') field: string | null;
  @Text('blad', 'Name of the sheet; null when it did not come from a workbook.') sheet: string | null;
  @Text('cel', 'Such as "D7", or "3:amount" for line 3 of a CSV; null when it did not come from a file.')
  cell: string | null;
  @Text('waarde', 'As it was written; null when it may be personal data, or when it is about several values.')
  value: string | null;
  @With('language', () => Language, ...taal)
  @Text('verwacht', 'What would have been right; null when that cannot be told.')
  expected: string | null;
  @With('language', () => Language, ...taal)
  @Text('melding', 'What is the matter and what to do about it.')
  message: string | null;
  @Text('toelichting', 'Why the value is right, of a question that was answered.') explanation: string | null;
}

@Type(
  'concept',
  'A delivery that is being filled in. Only its own party sees it; nothing of it is delivered until it is submitted.',
)
export class Draft {
  @Of(() => Delivery, 'aanlevering', 'The delivery that it becomes.') delivery: Ref<Delivery> | null;
  @Some(() => DraftSection, 'onderdelen', 'What is asked, in the order of the form.') sections:
    | Ref<DraftSection>[]
    | null;
  @With('severity', () => CheckSeverity, 'soort', 'Only findings of this kind.')
  @Some(() => DraftFinding, 'bevindingen', 'What the checks have to say: errors first.')
  findings: Ref<DraftFinding>[] | null;
  @Flag('mag ingediend', 'Whether nothing stands in the way of submitting it.') maySubmit: boolean | null;
  @With('language', () => Language, ...taal)
  @Some(() => String, 'redenen', 'What stands in the way of submitting it, all of it.')
  obstacles: string[] | null;
  @Text(
    'opmerking',
    'Why a colleague sent it back; null when nobody did. Between yourselves: nobody else sees it, and it is gone once submitted.',
  )
  remark: string | null;
  @Count('gevraagd', 'Values that are asked in it, as far as it is filled in (covenant: least burden).') asked:
    | number
    | null;
  @Count('vooraf ingevuld', 'Of the values that are there: taken over from what was known.') prefilled: number | null;
  @Count('hergebruikt', 'Of the values that are there: delivered once, for another uitvraag.') reused: number | null;
}
