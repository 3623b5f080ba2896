import { AssessmentDesk } from './assessment';
import { CareFormDesk } from './care-form';
import { ConcernDesk } from './concern';
import { ContractDesk } from './contract';
import { DeclarationDesk } from './declaration';
import { DeliveryDesk } from './delivery';
import { DraftDesk } from './draft';
import { FigureDesk } from './figure';
import { FindingDesk } from './finding';
import { IndicatorDesk } from './indicator';
import { LogDesk } from './logs';
import { MeldingDesk } from './melding';
import { MismatchDesk } from './mismatch';
import { MunicipalityDesk } from './municipality';
import { NodeDesk } from './node';
import { PersonnelReportDesk } from './personnel-report';
import { ProviderDesk } from './provider';
import { RegionDesk } from './region';
import { RiskDashboardDesk } from './risk-dashboard';
import { RiskModelDesk } from './risk-model';
import { SharingDesk } from './sharing';
import { SignalDesk } from './signal';
import { TariffDesk } from './tariff';
import { TenderCalendarDesk } from './tender-calendar-entry';
import { UitvraagDesk } from './uitvraag';
import { ViewerDesk } from './viewer';
import { WaterbedDesk } from './waterbed';
import { WhatIfDesk } from './what-if';

/** Every root field of the API. A new concept is known as soon as its desk is here. */
export const DESKS = [
  AssessmentDesk,
  CareFormDesk,
  ConcernDesk,
  ContractDesk,
  DeclarationDesk,
  DeliveryDesk,
  DraftDesk,
  FigureDesk,
  FindingDesk,
  IndicatorDesk,
  LogDesk,
  MeldingDesk,
  MismatchDesk,
  MunicipalityDesk,
  NodeDesk,
  PersonnelReportDesk,
  ProviderDesk,
  RegionDesk,
  RiskDashboardDesk,
  RiskModelDesk,
  SharingDesk,
  SignalDesk,
  TariffDesk,
  TenderCalendarDesk,
  UitvraagDesk,
  ViewerDesk,
  WaterbedDesk,
  WhatIfDesk,
] as const;
