-- The archive: one table per entity in entities/. Constraints are named as sentences, because people read them in errors.

-- A province (CBS code PVxx).
create table province (
  code text not null,
  name text not null,
  constraint province_identity_is_used_once
    primary key (code)
);

-- A jeugdregio (CBS code JZxx), dated because regions are redrawn.
create table region (
  code           text not null,
  name           text not null,
  valid_from     date not null,
  valid_to       date,
  inhabitants    integer,
  youth_estimate integer,
  longitude      numeric,
  latitude       numeric,
  constraint region_identity_is_used_once
    primary key (code)
);

-- A municipality (CBS code GMxxxx), dated because of the mergers of every 1 January.
create table municipality (
  code           text not null,
  name           text not null,
  province_code  text not null,
  region_code    text not null,
  valid_from     date not null,
  valid_to       date,
  inhabitants    integer,
  youth_estimate integer,
  longitude      numeric,
  latitude       numeric,
  constraint municipality_identity_is_used_once
    primary key (code),
  constraint municipality_province_code_must_exist
    foreign key (province_code) references province (code),
  constraint municipality_region_code_must_exist
    foreign key (region_code) references region (code)
);
create index municipality_by_region_code on municipality (region_code);

-- Which region a municipality belonged to, and from when until when.
create table region_membership (
  municipality_code text not null,
  valid_from        date not null,
  valid_to          date,
  region_code       text not null,
  constraint region_membership_identity_is_used_once
    primary key (municipality_code, valid_from),
  constraint region_membership_municipality_code_must_exist
    foreign key (municipality_code) references municipality (code),
  constraint region_membership_region_code_must_exist
    foreign key (region_code) references region (code)
);
create index region_membership_by_region_code on region_membership (region_code);

-- That two regions border on each other, from the map of CBS; a row for each of the two ways.
create table region_neighbour (
  region_code    text not null,
  neighbour_code text not null,
  constraint region_neighbour_identity_is_used_once
    primary key (region_code, neighbour_code),
  constraint region_neighbour_region_code_must_exist
    foreign key (region_code) references region (code),
  constraint region_neighbour_neighbour_code_must_exist
    foreign key (neighbour_code) references region (code)
);
create index region_neighbour_by_neighbour_code on region_neighbour (neighbour_code);

-- A form of youth care in the tree of CBS table 85099NED, with its iJw product category where there is one.
create table care_form (
  code             text not null,
  name             text not null,
  parent_code      text,
  level            integer not null,
  product_category text,
  list_version     text not null,
  constraint care_form_identity_is_used_once
    primary key (code),
  constraint care_form_parent_code_must_exist
    foreign key (parent_code) references care_form (code)
);
create index care_form_by_parent_code on care_form (parent_code);

-- One value of one iJw code list in one release, such as COD327 (referrers) in iJw 3.2.
create table code_list_entry (
  list_code text not null,
  release   text not null,
  code      text not null,
  list_name text not null,
  name      text not null,
  constraint code_list_entry_identity_is_used_once
    primary key (list_code, release, code)
);

-- A holding to which one or more providers belong.
create table concern (
  id   uuid not null default gen_random_uuid(),
  name text not null,
  constraint concern_identity_is_used_once
    primary key (id)
);

-- The public register of providers: who they are, nothing about how they fare.
create table provider (
  id                     uuid not null default gen_random_uuid(),
  key                    text not null,
  name                   text not null,
  kvk_number             text not null,
  agb_code               text,
  kind                   text not null,
  concern_id             uuid,
  seat_municipality_code text not null,
  seat_region_code       text not null,
  constraint provider_identity_is_used_once
    primary key (id),
  constraint provider_kind_is_a_known_word
    check (kind in ('YOUTH_CARE', 'CERTIFIED_INSTITUTION')),
  constraint provider_kvk_number_is_used_once
    unique (kvk_number),
  constraint provider_concern_id_must_exist
    foreign key (concern_id) references concern (id),
  constraint provider_seat_municipality_code_must_exist
    foreign key (seat_municipality_code) references municipality (code),
  constraint provider_seat_region_code_must_exist
    foreign key (seat_region_code) references region (code)
);
create unique index provider_by_key on provider (key);
create index provider_by_concern_id on provider (concern_id);
create index provider_by_seat_municipality_code on provider (seat_municipality_code);
create index provider_by_seat_region_code on provider (seat_region_code);
create index provider_by_name_and_id on provider (name, id);

-- A form of care that a provider offers (public register; Regeling Jeugdwet 8g(2)(b)(3)).
create table provider_care_form (
  provider_id    uuid not null,
  care_form_code text not null,
  constraint provider_care_form_identity_is_used_once
    primary key (provider_id, care_form_code),
  constraint provider_care_form_provider_id_must_exist
    foreign key (provider_id) references provider (id),
  constraint provider_care_form_care_form_code_must_exist
    foreign key (care_form_code) references care_form (code)
);
create index provider_care_form_by_care_form_code on provider_care_form (care_form_code);

-- Anyone who acts for an organisation. A provider, municipality or region is at most one party.
create table party (
  id                uuid not null default gen_random_uuid(),
  key               text not null,
  kind              text not null,
  name              text not null,
  provider_id       uuid,
  municipality_code text,
  region_code       text,
  wants_four_eyes   boolean not null default false,
  constraint party_identity_is_used_once
    primary key (id),
  constraint party_stands_for_its_provider
    unique (id, provider_id),
  constraint party_stands_for_its_municipality
    unique (id, municipality_code),
  constraint party_stands_for_its_region
    unique (id, region_code),
  constraint party_is_of_its_kind
    unique (id, kind),
  constraint party_kind_is_a_known_word
    check (kind in ('JA', 'PROVIDER', 'MUNICIPALITY', 'REGION', 'VNG', 'INSPECTION', 'SUPERVISOR', 'MINISTRY', 'DATA_SUPPLIER', 'RESEARCHER', 'SYSTEM', 'ANONYMOUS')),
  constraint party_of_a_municipality_names_that_municipality
    check ((kind = 'MUNICIPALITY') = (municipality_code is not null)),
  constraint party_of_a_provider_names_that_provider
    check ((kind = 'PROVIDER') = (provider_id is not null)),
  constraint party_of_a_region_or_municipality_names_its_region
    check ((kind in ('REGION', 'MUNICIPALITY')) = (region_code is not null)),
  constraint party_provider_id_must_exist
    foreign key (provider_id) references provider (id),
  constraint party_municipality_code_must_exist
    foreign key (municipality_code) references municipality (code),
  constraint party_region_code_must_exist
    foreign key (region_code) references region (code)
);
create unique index party_by_key on party (key);
create unique index party_by_provider_id on party (provider_id);
create unique index party_by_municipality_code on party (municipality_code);
create index party_by_region_code on party (region_code);

-- A person or service that acts for a party. Holds the least: a pseudonymous subject and functions, no name, no e-mail.
create table account (
  id        uuid not null default gen_random_uuid(),
  subject   text not null,
  party_id  uuid not null,
  functions text[] not null,
  is_active boolean not null default true,
  closed_at timestamptz,
  constraint account_identity_is_used_once
    primary key (id),
  constraint account_functions_are_known_words
    check (functions <@ array['READER', 'PREPARER', 'APPROVER', 'ANALYST', 'SUPERVISOR', 'AUDITOR', 'ADMINISTRATOR']),
  constraint account_party_id_must_exist
    foreign key (party_id) references party (id)
);
create unique index account_by_subject on account (subject);
create index account_by_party_id on account (party_id);

-- Someone who has signed in with a browser. Holds no key: the cookie cannot be made from its hash.
create table session (
  cookie_hash      text        not null,
  account_id       uuid        not null,
  acr              text,
  provider_session text,
  began_at         timestamptz not null,
  seen_at          timestamptz not null,
  ends_at          timestamptz not null,
  -- It got another in its place, and lets nobody in any more.
  replaced_at      timestamptz,
  constraint session_identity_is_used_once
    primary key (cookie_hash),
  constraint session_account_id_must_exist
    foreign key (account_id) references account (id)
);
create index session_by_account_id on session (account_id);

-- That a provider takes part in the early warning system, why, and which region accounts for it (covenant 3.1.2, 3.2.1).
create table ews_designation (
  provider_id         uuid not null,
  basis               text not null,
  reason              text,
  is_crucial          boolean not null,
  valid_from          date not null,
  valid_to            date,
  account_region_code text not null,
  constraint ews_designation_identity_is_used_once
    primary key (provider_id),
  constraint ews_designation_basis_is_a_known_word
    check (basis in ('REVENUE', 'DESIGNATED')),
  constraint ews_designation_provider_id_must_exist
    foreign key (provider_id) references provider (id),
  constraint ews_designation_account_region_code_must_exist
    foreign key (account_region_code) references region (code)
);
create index ews_designation_by_account_region_code on ews_designation (account_region_code);

-- A versioned definition of what is asked for: data, not code (covenant Bijlage 4; Regeling Jeugdwet 8g).
create table uitvraag (
  key         text not null,
  version     integer not null,
  name        text not null,
  legal_basis text not null,
  valid_from  date not null,
  valid_to    date,
  terms       jsonb,
  constraint uitvraag_identity_is_used_once
    primary key (key, version)
);

-- One item that an uitvraag asks for, and the figure it becomes.
create table uitvraag_item (
  uitvraag_key     text not null,
  uitvraag_version integer not null,
  code             text not null,
  asked_of         text not null,
  label            text not null,
  figure_item      text,
  unit             text not null,
  frequency        text not null,
  is_cumulative    boolean not null default false,
  is_required      boolean not null default true,
  legal_basis      text not null,
  constraint uitvraag_item_identity_is_used_once
    primary key (uitvraag_key, uitvraag_version, code),
  constraint uitvraag_item_frequency_is_a_known_word
    check (frequency in ('QUARTER', 'HALF_YEAR', 'YEAR')),
  constraint uitvraag_item_is_asked_of_a_known_kind_of_party
    check (asked_of in ('JA', 'PROVIDER', 'MUNICIPALITY', 'REGION', 'VNG', 'INSPECTION', 'SUPERVISOR', 'MINISTRY', 'DATA_SUPPLIER', 'RESEARCHER', 'SYSTEM', 'ANONYMOUS')),
  constraint uitvraag_item_unit_is_a_known_word
    check (unit in ('EUR_CENT', 'FTE', 'COUNT', 'FRACTION', 'DAYS', 'YES_NO')),
  constraint uitvraag_item_uitvraag_key_and_uitvraag_version_must_exist
    foreign key (uitvraag_key, uitvraag_version) references uitvraag (key,version)
);

-- One party's answer to one uitvraag for one period. Corrections are new versions; nothing is overwritten.
create table delivery (
  id                uuid not null default gen_random_uuid(),
  party_id          uuid not null,
  provider_id       uuid,
  uitvraag_key      text not null,
  uitvraag_version  integer not null,
  period_start      date not null,
  period_end        date not null,
  version           integer not null,
  status            text not null,
  due_on            date not null,
  opened_on         date,
  submitted_at      timestamptz,
  correction_reason text,
  offered_by        text,
  offered_at        timestamptz,
  submitted_by      text,
  question          text,
  minutes           text,
  asked             integer,
  prefilled         integer,
  reused            integer,
  constraint delivery_identity_is_used_once
    primary key (id),
  constraint delivery_is_offered_by_somebody_at_a_moment
    check ((offered_at is null) = (offered_by is null)),
  constraint delivery_is_submitted_at_a_moment
    check ((status in ('SUBMITTED', 'RETURNED', 'ACCEPTED')) = (submitted_at is not null)),
  constraint delivery_minutes_is_a_known_word
    check (minutes in ('BELOW_1_HOUR', 'FROM_1_TO_4_HOURS', 'FROM_4_TO_8_HOURS', 'FROM_8_HOURS')),
  constraint delivery_period_is_half_open
    check (period_start < period_end),
  constraint delivery_status_is_a_known_word
    check (status in ('CONCEPT', 'AWAITING_SECOND_PERSON', 'SUBMITTED', 'RETURNED', 'ACCEPTED')),
  constraint delivery_stands_for_its_party
    unique (id, party_id),
  constraint delivery_version_of_a_party_is_used_once
    unique (party_id, uitvraag_key, period_start, period_end, version),
  constraint delivery_party_id_must_exist
    foreign key (party_id) references party (id),
  constraint delivery_provider_id_must_exist
    foreign key (provider_id) references provider (id),
  constraint delivery_uitvraag_key_and_uitvraag_version_must_exist
    foreign key (uitvraag_key, uitvraag_version) references uitvraag (key,version)
);
create index delivery_by_provider_id on delivery (provider_id);
create index delivery_by_party_id_and_period_start on delivery (party_id, period_start);
create index delivery_not_yet_submitted_by_due_date on delivery (due_on, id) where submitted_at is null;
create index delivery_of_a_provider_by_quarter on delivery (period_start)
  where provider_id is not null and period_end - period_start between 90 and 92;
create index delivery_of_a_whole_year_by_party on delivery (party_id, period_start)
  where submitted_at is not null and period_end - period_start > 364;

-- One delivered value, as it was delivered. Series and ratios are made from it, never the other way round.
create table figure (
  id            uuid not null default gen_random_uuid(),
  provider_id   uuid not null,
  delivery_id   uuid,
  item          text not null,
  period_start  date not null,
  period_end    date not null,
  as_of         date not null,
  value         numeric not null,
  unit          text not null,
  is_cumulative boolean not null,
  source        text not null,
  is_current    boolean not null default true,
  constraint figure_identity_is_used_once
    primary key (id),
  constraint figure_item_of_a_provider_is_delivered_once_per_version
    unique (provider_id, item, period_start, period_end, delivery_id),
  constraint figure_period_is_half_open
    check (period_start < period_end),
  constraint figure_value_has_a_size_that_can_be
    check (abs(value) < 1e17),
  constraint figure_source_is_a_known_word
    check (source in ('DELIVERY', 'DIGIMV', 'ESTIMATE')),
  constraint figure_unit_is_a_known_word
    check (unit in ('EUR_CENT', 'FTE', 'COUNT', 'FRACTION', 'DAYS', 'YES_NO')),
  constraint figure_provider_id_must_exist
    foreign key (provider_id) references provider (id),
  constraint figure_delivery_id_must_exist
    foreign key (delivery_id) references delivery (id)
);
create index figure_by_delivery_id on figure (delivery_id);
create index figure_by_provider_id_and_period_end_and_id on figure (provider_id, period_end, id);

-- What is known of a provider at the end of a quarter: flows of the quarter alone (cumulative deliveries are made
-- discrete) and closing stocks. A summary of Figure, refreshed in the transaction of the delivery that changed it.
-- Null means not delivered, never zero.
create table provider_quarter (
  provider_id                   uuid not null,
  quarter                       date not null,
  quarter_end                   date not null,
  revenue_cents                 bigint,
  revenue_youth_cents           bigint,
  employed_staff_costs_cents    bigint,
  hired_staff_costs_cents       bigint,
  other_costs_cents             bigint,
  net_result_cents              bigint,
  year_to_date_result_cents     bigint,
  equity_cents                  bigint,
  balance_total_cents           bigint,
  current_assets_cents          bigint,
  current_liabilities_cents     bigint,
  cash_cents                    bigint,
  overdue_creditors_cents       bigint,
  open_invoices_cents           bigint,
  non_billable_production_cents bigint,
  declared_production_cents     bigint,
  budget_revenue_youth_cents    bigint,
  foresees_risk                 boolean,
  origins                       jsonb not null,
  constraint provider_quarter_identity_is_used_once
    primary key (provider_id, quarter),
  constraint provider_quarter_starts_a_quarter
    check (date_trunc('quarter', quarter) = quarter),
  constraint provider_quarter_provider_id_must_exist
    foreign key (provider_id) references provider (id)
);
create index provider_quarter_by_quarter_and_provider_id on provider_quarter (quarter, provider_id);

-- Figures that were delivered and cannot be right, or hardly: kept as they came, and shown with what is the matter.
create table finding (
  id          uuid not null default gen_random_uuid(),
  provider_id uuid not null,
  quarter     date not null,
  period      text not null,
  code        text not null,
  severity    text not null,
  figures     jsonb not null,
  says_nl     text not null,
  says_en     text not null,
  constraint finding_identity_is_used_once
    primary key (id),
  constraint finding_severity_is_a_known_word
    check (severity in ('FLAG', 'DO_NOT_COUNT')),
  constraint finding_provider_id_must_exist
    foreign key (provider_id) references provider (id)
);
create index finding_by_provider_id_and_quarter_and_id on finding (provider_id, quarter, id);
create index finding_by_quarter_and_id on finding (quarter, id);

-- A contract as one of its two sides reported it. Both sides report; where they differ is mismatch 5 (Bijlage 4).
create table contract (
  id                       uuid not null default gen_random_uuid(),
  provider_id              uuid not null,
  client_kind              text not null,
  client_municipality_code text,
  client_region_code       text,
  region_code              text,
  care_form_code           text not null,
  reported_by              text not null,
  delivery_id              uuid,
  reference                text not null,
  starts_on                date not null,
  ends_on                  date not null,
  annual_value_cents       bigint not null,
  type                     text not null,
  procurement              text not null,
  funding                  text not null,
  constraint contract_identity_is_used_once
    primary key (id),
  constraint contract_client_kind_is_a_known_word
    check (client_kind in ('MUNICIPALITY', 'REGION', 'LTA')),
  constraint contract_funding_is_a_known_word
    check (funding in ('INSPANNING', 'OUTPUT', 'TAAK')),
  constraint contract_lies_in_a_region_unless_national
    check ((client_kind = 'LTA') = (region_code is null)),
  constraint contract_procurement_is_a_known_word
    check (procurement in ('OPEN_HOUSE', 'TENDER', 'SOCIAL_PROCEDURE', 'SUBSIDY')),
  constraint contract_reported_by_is_a_known_word
    check (reported_by in ('PROVIDER', 'CLIENT')),
  constraint contract_runs_forward
    check (starts_on < ends_on),
  constraint contract_type_is_a_known_word
    check (type in ('FRAMEWORK', 'SERVICE', 'SUBSIDY')),
  constraint contract_with_a_municipality_names_it
    check ((client_kind = 'MUNICIPALITY') = (client_municipality_code is not null)),
  constraint contract_with_a_region_names_it
    check ((client_kind = 'REGION') = (client_region_code is not null)),
  constraint contract_provider_id_must_exist
    foreign key (provider_id) references provider (id),
  constraint contract_client_municipality_code_must_exist
    foreign key (client_municipality_code) references municipality (code),
  constraint contract_client_region_code_must_exist
    foreign key (client_region_code) references region (code),
  constraint contract_region_code_must_exist
    foreign key (region_code) references region (code),
  constraint contract_care_form_code_must_exist
    foreign key (care_form_code) references care_form (code),
  constraint contract_delivery_id_must_exist
    foreign key (delivery_id) references delivery (id)
);
create index contract_by_delivery_id on contract (delivery_id);
create index contract_by_starts_on_and_id on contract (starts_on, id);
create index contract_by_region_code_and_starts_on_and_id on contract (region_code, starts_on, id);
create index contract_by_client_region_code_and_starts_on_and_id on contract (client_region_code, starts_on, id);
create index contract_by_client_municipality_code_and_starts_on_and_id on contract (client_municipality_code, starts_on, id);
create index contract_by_provider_id_and_starts_on_and_id on contract (provider_id, starts_on, id);

-- Declared production per provider, municipality, care form and period: amounts and volumes, never a person.
create table declaration (
  id                uuid not null default gen_random_uuid(),
  provider_id       uuid not null,
  municipality_code text not null,
  region_code       text not null,
  care_form_code    text not null,
  delivery_id       uuid,
  period_start      date not null,
  period_end        date not null,
  amount_cents      bigint not null,
  volume            numeric not null,
  unit              text not null,
  constraint declaration_identity_is_used_once
    primary key (id),
  constraint declaration_period_is_half_open
    check (period_start < period_end),
  constraint declaration_unit_is_a_known_word
    check (unit in ('MINUTE', 'HOUR', 'DAY', 'PART_DAY', 'OUTPUT')),
  constraint declaration_provider_id_must_exist
    foreign key (provider_id) references provider (id),
  constraint declaration_municipality_code_must_exist
    foreign key (municipality_code) references municipality (code),
  constraint declaration_region_code_must_exist
    foreign key (region_code) references region (code),
  constraint declaration_care_form_code_must_exist
    foreign key (care_form_code) references care_form (code),
  constraint declaration_delivery_id_must_exist
    foreign key (delivery_id) references delivery (id)
);
create index declaration_by_delivery_id on declaration (delivery_id);
create index declaration_by_period_start_and_id on declaration (period_start, id);
create index declaration_by_region_code_and_period_start_and_id on declaration (region_code, period_start, id);
create index declaration_by_municipality_code_and_period_start_and_id on declaration (municipality_code, period_start, id);
create index declaration_by_provider_id_and_period_start_and_id on declaration (provider_id, period_start, id);

-- Personnel of a provider over a half-year (Bijlage 4, providers 5).
create table personnel_report (
  id                      uuid not null default gen_random_uuid(),
  provider_id             uuid not null,
  delivery_id             uuid,
  period_start            date not null,
  period_end              date not null,
  staff_inflow            integer,
  staff_outflow           integer,
  formation_primary_fte   numeric,
  occupancy_primary_fte   numeric,
  formation_total_fte     numeric,
  occupancy_total_fte     numeric,
  sickness_primary        numeric,
  personnel_costs_cents   bigint,
  hired_staff_costs_cents bigint,
  vacancies               integer,
  constraint personnel_report_identity_is_used_once
    primary key (id),
  constraint personnel_report_period_is_half_open
    check (period_start < period_end),
  constraint personnel_report_provider_id_must_exist
    foreign key (provider_id) references provider (id),
  constraint personnel_report_delivery_id_must_exist
    foreign key (delivery_id) references delivery (id)
);
create index personnel_report_by_delivery_id on personnel_report (delivery_id);
create index personnel_report_by_period_start_and_id on personnel_report (period_start, id);
create index personnel_report_by_provider_id_and_period_start_and_id on personnel_report (provider_id, period_start, id);

-- The price that a client pays a provider for a product (Bijlage 4, municipalities 5).
create table tariff (
  id                       uuid not null default gen_random_uuid(),
  delivery_id              uuid,
  provider_id              uuid not null,
  client_kind              text not null,
  client_municipality_code text,
  client_region_code       text,
  region_code              text,
  care_form_code           text not null,
  product_code             text not null,
  unit                     text not null,
  amount_cents             bigint not null,
  valid_from               date not null,
  valid_to                 date,
  constraint tariff_identity_is_used_once
    primary key (id),
  constraint tariff_client_kind_is_a_known_word
    check (client_kind in ('MUNICIPALITY', 'REGION', 'LTA')),
  constraint tariff_unit_is_a_known_word
    check (unit in ('MINUTE', 'HOUR', 'DAY', 'PART_DAY', 'OUTPUT')),
  constraint tariff_with_a_municipality_names_it
    check ((client_kind = 'MUNICIPALITY') = (client_municipality_code is not null)),
  constraint tariff_with_a_region_names_it
    check ((client_kind = 'REGION') = (client_region_code is not null)),
  constraint tariff_provider_id_must_exist
    foreign key (provider_id) references provider (id),
  constraint tariff_client_municipality_code_must_exist
    foreign key (client_municipality_code) references municipality (code),
  constraint tariff_client_region_code_must_exist
    foreign key (client_region_code) references region (code),
  constraint tariff_region_code_must_exist
    foreign key (region_code) references region (code),
  constraint tariff_care_form_code_must_exist
    foreign key (care_form_code) references care_form (code),
  constraint tariff_delivery_id_must_exist
    foreign key (delivery_id) references delivery (id)
);
create index tariff_by_delivery_id on tariff (delivery_id);
create index tariff_by_valid_from_and_id on tariff (valid_from, id);
create index tariff_by_region_code_and_valid_from_and_id on tariff (region_code, valid_from, id);
create index tariff_by_client_municipality_code_and_valid_from_and_id on tariff (client_municipality_code, valid_from, id);
create index tariff_by_provider_id_and_valid_from_and_id on tariff (provider_id, valid_from, id);

-- Referrals per municipality, care form and kind of referrer in a quarter, with the waiting time (Bijlage 4, municipalities 4).
create table referral (
  id                uuid not null default gen_random_uuid(),
  delivery_id       uuid,
  municipality_code text not null,
  region_code       text not null,
  care_form_code    text not null,
  referrer_code     text not null,
  period_start      date not null,
  period_end        date not null,
  referrals         integer not null,
  starts            integer not null,
  waiting_days      numeric,
  constraint referral_identity_is_used_once
    primary key (id),
  constraint referral_period_is_half_open
    check (period_start < period_end),
  constraint referral_municipality_code_must_exist
    foreign key (municipality_code) references municipality (code),
  constraint referral_region_code_must_exist
    foreign key (region_code) references region (code),
  constraint referral_care_form_code_must_exist
    foreign key (care_form_code) references care_form (code),
  constraint referral_delivery_id_must_exist
    foreign key (delivery_id) references delivery (id)
);
create index referral_by_delivery_id on referral (delivery_id);
create index referral_by_region_code_and_period_start_and_id on referral (region_code, period_start, id);
create index referral_by_municipality_code_and_period_start_and_id on referral (municipality_code, period_start, id);

-- A municipality's quarterly report on one care form: budget, realised, numbers, trend (Bijlage 4, municipalities 1).
create table municipal_report (
  id                uuid not null default gen_random_uuid(),
  municipality_code text not null,
  region_code       text not null,
  care_form_code    text not null,
  delivery_id       uuid,
  period_start      date not null,
  period_end        date not null,
  budget_cents      bigint,
  realised_cents    bigint,
  clients           integer,
  trend             text,
  constraint municipal_report_identity_is_used_once
    primary key (id),
  constraint municipal_report_period_is_half_open
    check (period_start < period_end),
  constraint municipal_report_trend_is_a_known_word
    check (trend in ('RISING', 'STABLE', 'FALLING')),
  constraint municipal_report_municipality_code_must_exist
    foreign key (municipality_code) references municipality (code),
  constraint municipal_report_region_code_must_exist
    foreign key (region_code) references region (code),
  constraint municipal_report_care_form_code_must_exist
    foreign key (care_form_code) references care_form (code),
  constraint municipal_report_delivery_id_must_exist
    foreign key (delivery_id) references delivery (id)
);
create index municipal_report_by_delivery_id on municipal_report (delivery_id);
create index municipal_report_by_period_start_and_care_form_code on municipal_report (period_start, care_form_code);
create index municipal_report_by_region_code_and_period_start_and_id on municipal_report (region_code, period_start, id);
create index municipal_report_by_municipality_code_and_period_start_and_id on municipal_report (municipality_code, period_start, id);

-- A tender to come: public by nature (Bijlage 4, municipalities 3).
create table tender_calendar_entry (
  id              uuid not null default gen_random_uuid(),
  delivery_id     uuid,
  region_code     text not null,
  care_form_code  text not null,
  subject         text not null,
  opens_on        date not null,
  starts_on       date not null,
  funding         text not null,
  duration_months integer not null,
  constraint tender_calendar_entry_identity_is_used_once
    primary key (id),
  constraint tender_calendar_entry_funding_is_a_known_word
    check (funding in ('INSPANNING', 'OUTPUT', 'TAAK')),
  constraint tender_calendar_entry_opens_before_it_starts
    check (opens_on < starts_on),
  constraint tender_calendar_entry_region_code_must_exist
    foreign key (region_code) references region (code),
  constraint tender_calendar_entry_care_form_code_must_exist
    foreign key (care_form_code) references care_form (code),
  constraint tender_calendar_entry_delivery_id_must_exist
    foreign key (delivery_id) references delivery (id)
);
create index tender_calendar_entry_by_delivery_id on tender_calendar_entry (delivery_id);
create index tender_calendar_entry_by_region_code on tender_calendar_entry (region_code);
create index tender_calendar_entry_by_opens_on_and_id on tender_calendar_entry (opens_on, id);

-- A report to the meldpunt (covenant 3.1.2). Only the JA sees all; a party sees what it reported itself, and never that
-- another melding exists, not even one about itself. What the JA does with it is in MeldingHandling.
create table melding (
  id                  uuid not null default gen_random_uuid(),
  reporter_party_id   uuid,
  client_key          text not null,
  reason              text not null,
  moment              text,
  provider_id         uuid,
  reported_kvk_number text,
  municipality_code   text,
  region_code         text,
  care_form_code      text,
  effective_on        date,
  explanation         text not null,
  received_at         timestamptz not null,
  constraint melding_identity_is_used_once
    primary key (id),
  constraint melding_client_key_is_used_once_per_reporter
    unique (reporter_party_id, client_key),
  constraint melding_explanation_says_something
    check (length(btrim(explanation)) between 1 and 4000),
  constraint melding_moment_is_a_known_word
    check (moment in ('FORESEEN', 'ACTUAL')),
  constraint melding_reason_is_one_of_the_covenants
    check (reason in ('CONTINUITY', 'CARE_CHANGE', 'BOARD_CHANGE', 'COOPERATION_FORM', 'COOPERATION_CONTACT', 'REGION_COMPOSITION', 'ALDERMAN_CHANGE', 'COOPERATION_BOTTLENECK')),
  constraint melding_reported_kvk_number_has_eight_digits
    check (reported_kvk_number ~ '^[0-9]{8}$'),
  constraint melding_reported_kvk_number_is_of_nobody_in_particular
    check (reported_kvk_number is null or reporter_party_id is null),
  constraint melding_reporter_party_id_must_exist
    foreign key (reporter_party_id) references party (id),
  constraint melding_provider_id_must_exist
    foreign key (provider_id) references provider (id),
  constraint melding_municipality_code_must_exist
    foreign key (municipality_code) references municipality (code),
  constraint melding_region_code_must_exist
    foreign key (region_code) references region (code),
  constraint melding_care_form_code_must_exist
    foreign key (care_form_code) references care_form (code)
);
create index melding_by_municipality_code on melding (municipality_code);
create index melding_by_received_at_and_id on melding (received_at, id);
create index melding_by_region_code_and_received_at_and_id on melding (region_code, received_at, id);
create index melding_by_provider_id_and_received_at_and_id on melding (provider_id, received_at, id);
create index melding_by_reporter_party_id_and_received_at_and_id on melding (reporter_party_id, received_at, id);

-- What the JA does with a melding. A table of its own, so that no other party can read one letter of it.
create table melding_handling (
  melding_id    uuid not null,
  status        text not null,
  assigned_to   text,
  notes         text,
  closed_reason text,
  closed_at     timestamptz,
  constraint melding_handling_identity_is_used_once
    primary key (melding_id),
  constraint melding_handling_closes_with_a_reason
    check ((status = 'CLOSED') = (closed_reason is not null)),
  constraint melding_handling_status_is_a_known_word
    check (status in ('NEW', 'IN_PROGRESS', 'CLOSED')),
  constraint melding_handling_melding_id_must_exist
    foreign key (melding_id) references melding (id)
);

-- The computed trede and risk class of a provider at the end of a quarter, with every criterion (covenant ch. 3).
create table assessment (
  id             uuid not null default gen_random_uuid(),
  provider_id    uuid not null,
  quarter        date not null,
  is_assessable  boolean not null,
  trede          integer,
  previous_trede integer,
  risk_class     text,
  points         integer,
  model_version  text not null,
  criteria       jsonb not null,
  score          jsonb not null,
  computed_at    timestamptz not null,
  digest         uuid not null,
  beside         uuid,
  constraint assessment_identity_is_used_once
    primary key (id),
  constraint assessment_has_a_trede_when_assessable
    check (is_assessable = (trede is not null)),
  constraint assessment_never_computes_trede_6
    check (trede between 1 and 5),
  constraint assessment_of_a_provider_is_made_once_per_quarter_and_model
    unique (provider_id, quarter, model_version),
  constraint assessment_risk_class_is_a_known_word
    check (risk_class in ('HIGH', 'MIDDLE', 'LOW')),
  constraint assessment_provider_id_must_exist
    foreign key (provider_id) references provider (id)
);
create index assessment_by_quarter_and_trede_and_id on assessment (quarter, trede, id);
create index assessment_counted_by_quarter on assessment (quarter, model_version, provider_id, trede, risk_class);
create index assessment_by_provider_id_and_quarter on assessment (provider_id, quarter);

-- A risk indicator of a provider at the end of a quarter, with the numbers it was worked out from (Bijlage 4; 8g).
create table indicator (
  id          uuid not null default gen_random_uuid(),
  provider_id uuid not null,
  quarter     date not null,
  code        text not null,
  value       numeric,
  previous    numeric,
  trend       text,
  crossed     text,
  as_of       date,
  source      text,
  inputs      jsonb not null,
  missing     text,
  digest      uuid not null,
  constraint indicator_identity_is_used_once
    primary key (id),
  constraint indicator_of_a_provider_is_made_once_per_quarter
    unique (provider_id, quarter, code),
  constraint indicator_source_is_a_known_word
    check (source in ('DELIVERY', 'DIGIMV', 'ESTIMATE')),
  constraint indicator_trend_is_a_known_word
    check (trend in ('BETTER', 'SAME', 'WORSE')),
  constraint indicator_provider_id_must_exist
    foreign key (provider_id) references provider (id)
);
create index indicator_by_quarter_and_code_and_value on indicator (quarter, code, value);

-- What changed at a provider and deserves a look by the JA (covenant 3.1.1). A signal that changes is to be seen again.
create table signal (
  id          uuid not null default gen_random_uuid(),
  provider_id uuid not null,
  quarter     date not null,
  kind        text not null,
  about       text not null,
  as_of       date not null,
  urgency     integer not null,
  says_nl     text not null,
  says_en     text not null,
  evidence    jsonb not null,
  seen_at     timestamptz,
  constraint signal_identity_is_used_once
    primary key (id),
  constraint signal_says_one_thing_once_per_quarter
    unique (provider_id, quarter, kind, about),
  constraint signal_kind_is_a_known_word
    check (kind in ('CARE_STOPPED', 'TREDE_UP_TWO', 'TREDE_UP', 'BECAME_ASSESSABLE', 'BECAME_UNASSESSABLE', 'LIMIT_CROSSED', 'RISK_FORESEEN', 'NEW_MELDING', 'SILENCE', 'CONTRACT_ENDS', 'NEW_MISMATCH', 'IMPLAUSIBLE_FIGURE')),
  constraint signal_provider_id_must_exist
    foreign key (provider_id) references provider (id)
);
create index signal_by_quarter_and_urgency_and_id on signal (quarter, urgency, id);
create index signal_by_urgency_and_id on signal (urgency, id);

-- What a municipality or region is told of a risk in its own area: the five items of Regeling Jeugdwet art. 8h, and no more.
create table signaal (
  id                uuid not null default gen_random_uuid(),
  sender_party_id   uuid not null,
  municipality_code text,
  region_code       text not null,
  dated             date,
  care_form_codes   text[] not null,
  supply            text not null,
  developments      text[] not null,
  provider_id       uuid,
  sent_at           timestamptz not null,
  constraint signaal_identity_is_used_once
    primary key (id),
  constraint signaal_supply_is_a_known_word
    check (supply in ('EXISTING_SHORTAGE', 'POSSIBLE_RISK')),
  constraint signaal_names_care_forms
    check (cardinality(care_form_codes) > 0),
  constraint signaal_names_developments
    check (cardinality(developments) > 0),
  constraint signaal_sender_party_id_must_exist
    foreign key (sender_party_id) references party (id),
  constraint signaal_municipality_code_must_exist
    foreign key (municipality_code) references municipality (code),
  constraint signaal_region_code_must_exist
    foreign key (region_code) references region (code),
  constraint signaal_provider_id_must_exist
    foreign key (provider_id) references provider (id)
);
create index signaal_by_municipality_code_and_sent_at_and_id on signaal (municipality_code, sent_at, id);
create index signaal_by_region_code_and_sent_at_and_id on signaal (region_code, sent_at, id);
create index signaal_by_sent_at_and_id on signaal (sent_at, id);

-- Where each provider stands now: one row per provider, for the dashboard. Refreshed with its latest assessment.
create table provider_risk (
  provider_id         uuid not null,
  assessment_id       uuid not null,
  quarter             date not null,
  trede               integer,
  previous_trede      integer,
  risk_class          text,
  revenue_youth_cents bigint,
  seat_region_code    text not null,
  urgency             integer not null,
  constraint provider_risk_identity_is_used_once
    primary key (provider_id),
  constraint provider_risk_class_is_a_known_word
    check (risk_class in ('HIGH', 'MIDDLE', 'LOW')),
  constraint provider_risk_provider_id_must_exist
    foreign key (provider_id) references provider (id),
  constraint provider_risk_assessment_id_must_exist
    foreign key (assessment_id) references assessment (id),
  constraint provider_risk_seat_region_code_must_exist
    foreign key (seat_region_code) references region (code)
);
create index provider_risk_by_seat_region_code on provider_risk (seat_region_code);
create index provider_risk_by_urgency_and_provider_id on provider_risk (urgency, provider_id);

-- How many providers stand on each trede and in each risk class, per region and for the country ("NL"), per quarter.
create table area_risk (
  area_code      text not null,
  quarter        date not null,
  providers      integer not null,
  trede_1        integer not null,
  trede_2        integer not null,
  trede_3        integer not null,
  trede_4        integer not null,
  trede_5        integer not null,
  not_assessable integer not null,
  high           integer not null,
  middle         integer not null,
  low            integer not null,
  constraint area_risk_identity_is_used_once
    primary key (area_code, quarter),
  constraint area_risk_counts_every_provider_once_on_the_ladder
    check (providers = trede_1 + trede_2 + trede_3 + trede_4 + trede_5 + not_assessable)
);
create index area_risk_by_quarter_and_area_code on area_risk (quarter, area_code);

-- The trede that people agreed on. Never overwritten by a computation (covenant 3.2.1; draaiboek 2.1).
create table trede_decision (
  id                   uuid not null default gen_random_uuid(),
  provider_id          uuid not null,
  trede                integer not null,
  decided_on           date not null,
  proposed_by_party_id uuid not null,
  agreed_by_party_id   uuid,
  reason               text not null,
  constraint trede_decision_identity_is_used_once
    primary key (id),
  constraint trede_decision_is_on_the_ladder
    check (trede between 1 and 6),
  constraint trede_decision_provider_id_must_exist
    foreign key (provider_id) references provider (id),
  constraint trede_decision_proposed_by_party_id_must_exist
    foreign key (proposed_by_party_id) references party (id),
  constraint trede_decision_agreed_by_party_id_must_exist
    foreign key (agreed_by_party_id) references party (id)
);
create index trede_decision_by_provider_id_and_decided_on_and_id on trede_decision (provider_id, decided_on, id);

-- Two sources that should agree, laid side by side for one subject and quarter, with coverage and verdict (Bijlage 4).
create table mismatch (
  id                 uuid not null default gen_random_uuid(),
  kind               text not null,
  aspect             text,
  subject            text not null,
  information        text not null,
  provider_id        uuid,
  municipality_code  text,
  region_code        text,
  care_form_code     text,
  quarter            date not null,
  unit               text not null,
  expected           numeric,
  actual             numeric,
  expected_share     numeric not null,
  way                text,
  covered            integer not null,
  coverable          integer not null,
  expected_covered   integer,
  expected_coverable integer,
  verdict            text not null,
  disagreements      jsonb not null,
  parts_digest       uuid,
  digest             uuid not null,
  constraint mismatch_identity_is_used_once
    primary key (id),
  constraint mismatch_aspect_is_a_known_word
    check (aspect in ('BED_OCCUPANCY', 'TREATMENT_DURATION', 'REVENUE_YOUTH', 'RESULT')),
  constraint mismatch_information_is_a_known_word
    check (information in ('OF_PROVIDER', 'OF_MUNICIPALITIES', 'AGGREGATE')),
  constraint mismatch_kind_is_a_known_word
    check (kind in ('BUDGET_VS_DECLARED', 'BUDGET_VS_CONTRACTS', 'MUNICIPAL_BUDGET_VS_COSTS', 'MUNICIPAL_VS_PROVIDER_BUDGETS', 'CONTRACT_BOTH_SIDES', 'FORMS_CONTRACTED_VS_OFFERED', 'PLANNED_VS_REALISED_CARE', 'FORECAST_VS_BUDGET')),
  constraint mismatch_of_a_municipality_names_it
    check ((subject = 'MUNICIPALITY') = (municipality_code is not null)),
  constraint mismatch_of_a_provider_names_it
    check ((information = 'OF_PROVIDER') = (provider_id is not null)),
  constraint mismatch_of_an_area_names_its_region
    check ((subject in ('REGION', 'MUNICIPALITY')) = (region_code is not null)),
  constraint mismatch_subject_is_a_known_word
    check (subject in ('PROVIDER', 'MUNICIPALITY', 'REGION', 'COUNTRY')),
  constraint mismatch_unit_is_a_known_word
    check (unit in ('FRACTION', 'TIMES', 'EUR_CENT', 'DAYS', 'QUARTERS', 'YEARS', 'COUNT', 'INDEX')),
  constraint mismatch_verdict_is_a_known_word
    check (verdict in ('WITHIN_TOLERANCE', 'ABOVE', 'BELOW', 'INCOMPLETE')),
  constraint mismatch_way_is_a_known_word
    check (way in ('LINEAR', 'SEASONAL', 'MIXED')),
  constraint mismatch_provider_id_must_exist
    foreign key (provider_id) references provider (id),
  constraint mismatch_municipality_code_must_exist
    foreign key (municipality_code) references municipality (code),
  constraint mismatch_region_code_must_exist
    foreign key (region_code) references region (code),
  constraint mismatch_care_form_code_must_exist
    foreign key (care_form_code) references care_form (code)
);
create index mismatch_by_quarter_and_id on mismatch (quarter, id);
create index mismatch_by_subject_and_quarter_and_id on mismatch (subject, quarter, id);
create index mismatch_of_a_region_by_quarter_and_id on mismatch (region_code, quarter, id)
  where region_code is not null;
create index mismatch_of_a_municipality_by_quarter_and_id on mismatch (municipality_code, quarter, id)
  where municipality_code is not null;
create index mismatch_of_a_provider_by_quarter_and_id on mismatch (provider_id, quarter, id)
  where provider_id is not null;

-- What one provider adds to a comparison of a region, a municipality or the country: that is the sum of its parts.
create table mismatch_part (
  mismatch_id          uuid not null,
  provider_id          uuid not null,
  quarter              date not null,
  provider_mismatch_id uuid not null,
  expected             numeric,
  actual               numeric,
  weight               numeric,
  covered              integer not null,
  coverable            integer not null,
  way                  text,
  constraint mismatch_part_identity_is_used_once
    primary key (mismatch_id, provider_id),
  constraint mismatch_part_way_is_a_known_word
    check (way in ('LINEAR', 'SEASONAL', 'MIXED')),
  constraint mismatch_part_provider_id_must_exist
    foreign key (provider_id) references provider (id)
);
create index mismatch_part_by_provider_mismatch_id on mismatch_part (provider_mismatch_id);

-- Who did what, when, to which object (BIO 8.15). A chain: every entry holds the hash of the one before it (migration 0004).
-- Append-only; holds no content of what was written.
create table audit_entry (
  id            bigint not null,
  at            timestamptz not null,
  action        text not null,
  object_kind   text not null,
  object_id     text not null,
  result        text not null,
  origin        text not null,
  party_id      uuid,
  subject       text not null,
  trace_id      text,
  readings      integer,
  digest        text,
  previous_hash text not null,
  hash          text not null,
  constraint audit_entry_identity_is_used_once
    primary key (id),
  constraint audit_entry_result_is_a_known_word
    check (result in ('OK', 'REFUSED')),
  constraint audit_entry_seals_readings_with_their_digest
    check ((readings is null) = (digest is null))
);
create index audit_entry_by_at_and_id on audit_entry (at, id);
create index audit_entry_by_subject_and_at_and_id on audit_entry (subject, at, id);

-- That somebody read about one party by name (BIO 8.15). Refers to nothing: the log outlives what it is about.
create table reading (
  number            bigint generated always as identity not null,
  id                uuid not null default gen_random_uuid(),
  at                timestamptz not null,
  reader_party_id   uuid,
  reader_subject    text not null,
  provider_id       uuid,
  municipality_code text,
  region_code       text,
  information       text not null,
  kinds             text[] not null,
  operation         text not null,
  trace_id          text not null,
  disclosure_id     uuid,
  constraint reading_identity_is_used_once
    primary key (number),
  constraint reading_information_is_a_known_word
    check (information in ('TOLD', 'CONFIDENTIAL')),
  constraint reading_is_about_one_party
    check (num_nonnulls(provider_id, municipality_code, region_code) = 1)
);
create index reading_by_at_and_id on reading (at, id);
create index reading_about_a_provider_by_at_and_id on reading (provider_id, at, id)
  where provider_id is not null;
create index reading_about_a_municipality_by_at_and_id on reading (municipality_code, at, id)
  where municipality_code is not null;
create index reading_about_a_region_by_at_and_id on reading (region_code, at, id)
  where region_code is not null;

-- A provider for which the draaiboek is followed: who leads, and how far it has come (draaiboek 2).
create table draaiboek_case (
  id               uuid not null default gen_random_uuid(),
  provider_id      uuid not null,
  lead_region_code text not null,
  trede            integer not null,
  opened_at        timestamptz not null,
  closed_at        timestamptz,
  constraint draaiboek_case_identity_is_used_once
    primary key (id),
  constraint draaiboek_case_is_repeated_by_its_parties
    unique (id, provider_id, lead_region_code),
  constraint draaiboek_case_is_of_trede_3_to_6
    check (trede between 3 and 6),
  constraint draaiboek_case_opens_before_it_closes
    check (opened_at <= closed_at),
  constraint draaiboek_case_provider_id_must_exist
    foreign key (provider_id) references provider (id),
  constraint draaiboek_case_lead_region_code_must_exist
    foreign key (lead_region_code) references region (code)
);
create unique index draaiboek_case_is_open_once_for_a_provider on draaiboek_case (provider_id) where closed_at is null;
create index draaiboek_case_by_opened_at_and_id on draaiboek_case (opened_at, id);

-- That a party takes part in a case: what it may read of the provider follows from it, until the case is closed.
create table case_party (
  id               uuid not null default gen_random_uuid(),
  case_id          uuid not null,
  party_id         uuid not null,
  role             text not null,
  provider_id      uuid not null,
  lead_region_code text not null,
  since            timestamptz not null,
  until            timestamptz,
  constraint case_party_identity_is_used_once
    primary key (id),
  constraint case_party_has_a_role_once
    unique (case_id, party_id, role),
  constraint case_party_role_is_a_known_word
    check (role in ('LEAD', 'CLIENT', 'PLAN_PRESENTED')),
  constraint case_party_is_of_its_case
    foreign key (case_id, provider_id, lead_region_code) references draaiboek_case (id, provider_id, lead_region_code),
  constraint case_party_party_id_must_exist
    foreign key (party_id) references party (id)
);
create index case_party_by_party_id_and_role on case_party (party_id, role);
create index case_party_by_provider_id on case_party (provider_id);

-- What a party is told of the sharing of its information by name, before or at the same time (Bijlage 3). Kept as it was told.
create table notice (
  id                 uuid not null default gen_random_uuid(),
  sender_party_id    uuid not null,
  concerned_party_id uuid not null,
  available_at       timestamptz not null,
  says_nl            text not null,
  says_en            text not null,
  constraint notice_identity_is_used_once
    primary key (id),
  constraint notice_is_repeated_by_its_disclosure
    unique (id, concerned_party_id, available_at),
  constraint notice_sender_party_id_must_exist
    foreign key (sender_party_id) references party (id),
  constraint notice_concerned_party_id_must_exist
    foreign key (concerned_party_id) references party (id)
);
create index notice_by_concerned_party_id_and_available_at_and_id on notice (concerned_party_id, available_at, id);
create index notice_by_available_at_and_id on notice (available_at, id);

-- A share by name: these categories of one provider, municipality or region, with this party, for this purpose, until this
-- moment. What was decided in one act has the same act_id.
-- It cannot exist without the notice to the party concerned, nor begin before that can be read (Bijlage 3).
create table disclosure (
  id                 uuid not null default gen_random_uuid(),
  act_id             uuid not null,
  recipient_party_id uuid not null,
  concerned_party_id uuid not null,
  concerned_kind     text not null,
  provider_id        uuid,
  municipality_code  text,
  region_code        text,
  categories         text[] not null,
  purpose            text not null,
  legal_basis        text not null,
  valid_from         timestamptz not null,
  valid_to           timestamptz not null,
  ended_at           timestamptz,
  notice_id          uuid not null,
  noticed_at         timestamptz not null,
  decider_party_id   uuid not null,
  constraint disclosure_identity_is_used_once
    primary key (id),
  constraint disclosure_has_a_notice_of_its_own
    unique (notice_id),
  constraint disclosure_categories_are_known_words
    check (categories <@ array['EWS_DESIGNATION', 'FIGURES', 'CONTRACTS', 'DECLARATIONS', 'ASSESSMENT', 'TREDE_DECISION', 'MISMATCH_OF_PROVIDER', 'SIGNAAL', 'MUNICIPAL_FIGURES', 'MISMATCH_OF_MUNICIPALITIES']),
  constraint disclosure_names_categories
    check (cardinality(categories) > 0),
  constraint disclosure_is_about_one
    check (num_nonnulls(provider_id, municipality_code, region_code) = 1),
  constraint disclosure_concerns_who_it_is_about
    check (concerned_kind = case when provider_id is not null then 'PROVIDER' when municipality_code is not null then 'MUNICIPALITY' else 'REGION' end),
  constraint disclosure_informs_first
    check (noticed_at <= valid_from),
  constraint disclosure_begins_before_it_ends
    check (valid_from <= valid_to),
  constraint disclosure_is_over_when_it_is_ended
    check (valid_to <= greatest(ended_at, valid_from) or ended_at is null),
  constraint disclosure_is_ended_after_its_notice
    check (noticed_at <= ended_at),
  constraint disclosure_is_not_with_the_party_concerned
    check (recipient_party_id <> concerned_party_id),
  constraint disclosure_recipient_party_id_must_exist
    foreign key (recipient_party_id) references party (id),
  constraint disclosure_provider_id_must_exist
    foreign key (provider_id) references provider (id),
  constraint disclosure_municipality_code_must_exist
    foreign key (municipality_code) references municipality (code),
  constraint disclosure_region_code_must_exist
    foreign key (region_code) references region (code),
  constraint disclosure_decider_party_id_must_exist
    foreign key (decider_party_id) references party (id),
  constraint disclosure_has_its_notice
    foreign key (notice_id, concerned_party_id, noticed_at) references notice (id, concerned_party_id, available_at),
  constraint disclosure_concerned_party_id_and_provider_id_must_exist
    foreign key (concerned_party_id, provider_id) references party (id, provider_id),
  constraint disclosure_concerned_party_id_and_municipality_code_must_exist
    foreign key (concerned_party_id, municipality_code) references party (id, municipality_code),
  constraint disclosure_concerned_party_id_and_region_code_must_exist
    foreign key (concerned_party_id, region_code) references party (id, region_code),
  constraint disclosure_concerned_party_id_and_concerned_kind_must_exist
    foreign key (concerned_party_id, concerned_kind) references party (id, kind)
);
create index disclosure_by_act_id on disclosure (act_id);
create index disclosure_by_provider_id on disclosure (provider_id);
create index disclosure_by_municipality_code on disclosure (municipality_code);
create index disclosure_by_region_code on disclosure (region_code);
create index disclosure_by_recipient_party_id_and_valid_to_and_id on disclosure (recipient_party_id, valid_to, id);
create index disclosure_by_concerned_party_id_and_valid_from_and_id on disclosure (concerned_party_id, valid_from, id);
create index disclosure_by_valid_from_and_id on disclosure (valid_from, id);

-- One value of a delivery that is still being filled in, by form or by file.
create table draft_value (
  delivery_id uuid not null,
  party_id    uuid not null,
  section     text not null,
  "row"       integer not null,
  field       text not null,
  value       text,
  version     integer not null,
  origin      text not null,
  sheet       text,
  cell        text,
  changed_by  text not null,
  changed_at  timestamptz not null,
  constraint draft_value_identity_is_used_once
    primary key (delivery_id, section, "row", field),
  constraint draft_value_is_of_a_size_that_can_be
    check (length(value) <= 1000),
  constraint draft_value_origin_is_a_known_word
    check (origin in ('FORM', 'FILE', 'PROGRAM', 'PREVIOUS', 'OTHER_UITVRAAG')),
  constraint draft_value_row_counts_from_zero
    check ("row" >= 0),
  constraint draft_value_version_counts_from_one
    check (version >= 1),
  constraint draft_value_delivery_id_and_party_id_must_exist
    foreign key (delivery_id, party_id) references delivery (id, party_id)
);

-- Lines of a list that is too long for a form, as they were checked: some thousands to a row.
create table draft_lines (
  delivery_id uuid not null,
  party_id    uuid not null,
  section     text not null,
  block       integer not null,
  count       integer not null,
  lines       text[] not null,
  constraint draft_lines_identity_is_used_once
    primary key (delivery_id, section, block),
  constraint draft_lines_are_counted
    check (count = cardinality(lines)),
  constraint draft_lines_delivery_id_and_party_id_must_exist
    foreign key (delivery_id, party_id) references delivery (id, party_id)
);

-- What a check had to say of a draft.
create table draft_finding (
  id           uuid not null default gen_random_uuid(),
  delivery_id  uuid not null,
  party_id     uuid not null,
  is_from_file boolean not null,
  position     integer not null,
  severity     text not null,
  step         text not null,
  rule         text not null,
  section      text,
  "row"        integer,
  about        text,
  field        text,
  sheet        text,
  cell         text,
  value        text,
  expected_nl  text,
  expected_en  text,
  message_nl   text not null,
  message_en   text not null,
  explanation  text,
  answered_at  timestamptz,
  constraint draft_finding_identity_is_used_once
    primary key (id),
  constraint draft_finding_is_answered_with_an_explanation
    check ((answered_at is null) = (explanation is null)),
  constraint draft_finding_severity_is_a_known_word
    check (severity in ('ERROR', 'QUESTION', 'INFO')),
  constraint draft_finding_step_is_a_known_word
    check (step in ('FORM', 'CELL', 'COHERENCE')),
  constraint draft_finding_delivery_id_and_party_id_must_exist
    foreign key (delivery_id, party_id) references delivery (id, party_id)
);
create index draft_finding_by_delivery_id_and_id on draft_finding (delivery_id, id);

-- A file that was read into a draft, as it came.
create table delivery_file (
  id          uuid not null default gen_random_uuid(),
  delivery_id uuid not null,
  party_id    uuid not null,
  section     text,
  lines       integer,
  declared    jsonb,
  kind        text not null,
  bytes       bigint not null,
  sha256      text not null,
  content     bytea,
  received_by text not null,
  received_at timestamptz not null,
  constraint delivery_file_identity_is_used_once
    primary key (id),
  constraint delivery_file_digest_is_a_sha256
    check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint delivery_file_kind_is_a_known_word
    check (kind in ('XLSX', 'CSV', 'JSON')),
  constraint delivery_file_delivery_id_and_party_id_must_exist
    foreign key (delivery_id, party_id) references delivery (id, party_id)
);
create index delivery_file_by_delivery_id_and_received_at_and_id on delivery_file (delivery_id, received_at, id);

-- One value as it was submitted. Never changed: a correction is another delivery.
create table delivered_value (
  delivery_id uuid not null,
  party_id    uuid not null,
  section     text not null,
  "row"       integer not null,
  field       text not null,
  value       text not null,
  constraint delivered_value_identity_is_used_once
    primary key (delivery_id, section, "row", field),
  constraint delivered_value_delivery_id_and_party_id_must_exist
    foreign key (delivery_id, party_id) references delivery (id, party_id)
);

-- What the checks asked of a delivery, and why its party says that the value is right. Never changed, like the values.
create table delivered_answer (
  delivery_id uuid not null,
  party_id    uuid not null,
  position    integer not null,
  rule        text not null,
  section     text,
  "row"       integer,
  about       text,
  field       text,
  value       text,
  question_nl text not null,
  question_en text not null,
  explanation text not null,
  answered_at timestamptz not null,
  constraint delivered_answer_identity_is_used_once
    primary key (delivery_id, position),
  constraint delivered_answer_delivery_id_and_party_id_must_exist
    foreign key (delivery_id, party_id) references delivery (id, party_id)
);

-- A row of the archive that a correction took the place of, as it was.
create table replaced_row (
  id             uuid not null default gen_random_uuid(),
  delivery_id    uuid not null,
  party_id       uuid not null,
  replaced_by_id uuid not null,
  kind           text not null,
  content        jsonb not null,
  constraint replaced_row_identity_is_used_once
    primary key (id),
  constraint replaced_row_replaced_by_id_must_exist
    foreign key (replaced_by_id) references delivery (id),
  constraint replaced_row_delivery_id_and_party_id_must_exist
    foreign key (delivery_id, party_id) references delivery (id, party_id)
);
create index replaced_row_by_replaced_by_id on replaced_row (replaced_by_id);
create index replaced_row_by_delivery_id_and_id on replaced_row (delivery_id, id);

-- That a delivery was received: what a party can prove later.
create table receipt (
  delivery_id uuid not null,
  party_id    uuid not null,
  reference   text not null,
  sha256      text not null,
  received_at timestamptz not null,
  signature   text not null,
  constraint receipt_identity_is_used_once
    primary key (delivery_id),
  constraint receipt_digest_is_a_sha256
    check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint receipt_delivery_id_and_party_id_must_exist
    foreign key (delivery_id, party_id) references delivery (id, party_id)
);
create index receipt_by_party_id on receipt (party_id);
create unique index receipt_by_reference on receipt (reference);

-- That a party was reminded of a delivery, or that its silence was put before the JA.
create table reminder (
  delivery_id uuid not null,
  party_id    uuid not null,
  kind        text not null,
  sent_on     date not null,
  constraint reminder_identity_is_used_once
    primary key (delivery_id, kind, sent_on),
  constraint reminder_kind_is_a_known_word
    check (kind in ('BEFORE_DUE', 'OVERDUE', 'ESCALATED')),
  constraint reminder_delivery_id_and_party_id_must_exist
    foreign key (delivery_id, party_id) references delivery (id, party_id)
);
create index reminder_by_party_id on reminder (party_id);
create index reminder_by_sent_on_and_delivery_id on reminder (sent_on, delivery_id);

-- The address under which the calendar of a party can be read.
create table calendar_feed (
  party_id   uuid not null,
  token_hash text not null,
  opened_at  timestamptz not null,
  constraint calendar_feed_identity_is_used_once
    primary key (party_id),
  constraint calendar_feed_party_id_must_exist
    foreign key (party_id) references party (id)
);
create unique index calendar_feed_by_token_hash on calendar_feed (token_hash);

-- A delivery by a program that was answered: the same request is answered the same.
create table intake_request (
  party_id       uuid not null,
  key            text not null,
  payload_digest text not null,
  status         integer not null,
  answer         jsonb not null,
  answered_at    timestamptz not null,
  constraint intake_request_identity_is_used_once
    primary key (party_id, key),
  constraint intake_request_key_is_of_a_size_that_can_be
    check (length(key) between 1 and 100),
  constraint intake_request_party_id_must_exist
    foreign key (party_id) references party (id)
);

-- Which invented world fills this database, so that it is seeded once. At most one row.
create table seeded_world (
  size              text not null,
  generator_version text not null,
  as_of             date not null,
  seeded_at         timestamptz not null,
  constraint seeded_world_identity_is_used_once
    primary key (size)
);
