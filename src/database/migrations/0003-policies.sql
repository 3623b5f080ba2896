-- Generated from src/policy/table.ts by `npm run ews -- policies`. Do not edit: change the table.

grant select on province to :app_role;

grant select on region to :app_role;

grant select on municipality to :app_role;

grant select on region_membership to :app_role;

grant select on region_neighbour to :app_role;

grant select on care_form to :app_role;

grant select on code_list_entry to :app_role;

grant select on uitvraag to :app_role;

grant select on uitvraag_item to :app_role;

alter table provider enable row level security;
alter table provider force row level security;
grant select on provider to :app_role;
create policy provider_is_read_by_those_the_table_names on provider for select using (
  (select ews.is_one_of('{PROVIDER,MUNICIPALITY,REGION,VNG,INSPECTION,SUPERVISOR,MINISTRY,DATA_SUPPLIER,JA,SYSTEM}'))
);
create policy provider_insert_is_for_the_system on provider for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy provider_update_is_for_the_system on provider for update using ((select ews.is_one_of('{SYSTEM}')));
create policy provider_delete_is_for_the_system on provider for delete using ((select ews.is_one_of('{SYSTEM}')));

alter table provider_care_form enable row level security;
alter table provider_care_form force row level security;
grant select on provider_care_form to :app_role;
create policy provider_care_form_is_read_by_those_the_table_names on provider_care_form for select using (
  (select ews.is_one_of('{PROVIDER,MUNICIPALITY,REGION,VNG,INSPECTION,SUPERVISOR,MINISTRY,DATA_SUPPLIER,JA,SYSTEM}'))
);
create policy provider_care_form_insert_is_for_the_system on provider_care_form for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy provider_care_form_update_is_for_the_system on provider_care_form for update using ((select ews.is_one_of('{SYSTEM}')));
create policy provider_care_form_delete_is_for_the_system on provider_care_form for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on provider_care_form to :app_role;

alter table concern enable row level security;
alter table concern force row level security;
grant select on concern to :app_role;
create policy concern_is_read_by_those_the_table_names on concern for select using (
  (select ews.is_one_of('{PROVIDER,MUNICIPALITY,REGION,VNG,INSPECTION,SUPERVISOR,MINISTRY,DATA_SUPPLIER,JA,SYSTEM}'))
);
create policy concern_insert_is_for_the_system on concern for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy concern_update_is_for_the_system on concern for update using ((select ews.is_one_of('{SYSTEM}')));
create policy concern_delete_is_for_the_system on concern for delete using ((select ews.is_one_of('{SYSTEM}')));

alter table party enable row level security;
alter table party force row level security;
grant select on party to :app_role;
create policy party_is_read_by_those_the_table_names on party for select using (
  (select ews.is_one_of('{PROVIDER,MUNICIPALITY,REGION,VNG,INSPECTION,SUPERVISOR,MINISTRY,DATA_SUPPLIER,JA,SYSTEM}'))
  or id = (select ews.own_uuid('party', '{RESEARCHER,JA_ADMINISTRATOR,JA_AUDITOR}'))
);
create policy party_insert_is_for_the_system on party for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy party_update_is_for_the_system on party for update using ((select ews.is_one_of('{SYSTEM}')));
create policy party_delete_is_for_the_system on party for delete using ((select ews.is_one_of('{SYSTEM}')));

alter table ews_designation enable row level security;
alter table ews_designation force row level security;
grant select on ews_designation to :app_role;
create policy ews_designation_is_read_by_those_the_table_names on ews_designation for select using (
  (select ews.is_one_of('{VNG,JA,SYSTEM}'))
  or provider_id = (select ews.own_uuid('provider', '{PROVIDER}'))
  or account_region_code = (select ews.own_text('region', '{MUNICIPALITY,REGION}'))
  or provider_id = any ((select ews.disclosed_providers(ews.own_uuid('party', '{INSPECTION,SUPERVISOR,MINISTRY}'), 'EWS_DESIGNATION', ews.moment()))::uuid[])
);
create policy ews_designation_insert_is_for_the_system on ews_designation for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy ews_designation_update_is_for_the_system on ews_designation for update using ((select ews.is_one_of('{SYSTEM}')));
create policy ews_designation_delete_is_for_the_system on ews_designation for delete using ((select ews.is_one_of('{SYSTEM}')));

alter table delivery enable row level security;
alter table delivery force row level security;
grant select on delivery to :app_role;
create policy delivery_is_read_by_those_the_table_names on delivery for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}'))
);
create policy delivery_insert_is_for_the_system on delivery for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy delivery_update_is_for_the_system on delivery for update using ((select ews.is_one_of('{SYSTEM}')));
create policy delivery_delete_is_for_the_system on delivery for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on delivery to :app_role;

alter table reminder enable row level security;
alter table reminder force row level security;
grant select on reminder to :app_role;
create policy reminder_is_read_by_those_the_table_names on reminder for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}'))
);
create policy reminder_insert_is_for_the_system on reminder for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy reminder_update_is_for_the_system on reminder for update using ((select ews.is_one_of('{SYSTEM}')));
create policy reminder_delete_is_for_the_system on reminder for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert on reminder to :app_role;

alter table draft_value enable row level security;
alter table draft_value force row level security;
grant select on draft_value to :app_role;
create policy draft_value_is_read_by_those_the_table_names on draft_value for select using (
  (select ews.is_one_of('{SYSTEM}'))
  or party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}'))
);
create policy draft_value_insert_is_for_the_system on draft_value for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy draft_value_update_is_for_the_system on draft_value for update using ((select ews.is_one_of('{SYSTEM}')));
create policy draft_value_delete_is_for_the_system on draft_value for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on draft_value to :app_role;
create policy draft_value_insert_is_for_its_party on draft_value for insert with check (party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}')));
create policy draft_value_update_is_for_its_party on draft_value for update using (party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}')));
create policy draft_value_delete_is_for_its_party on draft_value for delete using (party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}')));

alter table draft_lines enable row level security;
alter table draft_lines force row level security;
grant select on draft_lines to :app_role;
create policy draft_lines_is_read_by_those_the_table_names on draft_lines for select using (
  (select ews.is_one_of('{SYSTEM}'))
  or party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}'))
);
create policy draft_lines_insert_is_for_the_system on draft_lines for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy draft_lines_update_is_for_the_system on draft_lines for update using ((select ews.is_one_of('{SYSTEM}')));
create policy draft_lines_delete_is_for_the_system on draft_lines for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on draft_lines to :app_role;
create policy draft_lines_insert_is_for_its_party on draft_lines for insert with check (party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}')));
create policy draft_lines_update_is_for_its_party on draft_lines for update using (party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}')));
create policy draft_lines_delete_is_for_its_party on draft_lines for delete using (party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}')));

alter table draft_finding enable row level security;
alter table draft_finding force row level security;
grant select on draft_finding to :app_role;
create policy draft_finding_is_read_by_those_the_table_names on draft_finding for select using (
  (select ews.is_one_of('{SYSTEM}'))
  or party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}'))
);
create policy draft_finding_insert_is_for_the_system on draft_finding for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy draft_finding_update_is_for_the_system on draft_finding for update using ((select ews.is_one_of('{SYSTEM}')));
create policy draft_finding_delete_is_for_the_system on draft_finding for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on draft_finding to :app_role;
create policy draft_finding_insert_is_for_its_party on draft_finding for insert with check (party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}')));
create policy draft_finding_update_is_for_its_party on draft_finding for update using (party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}')));
create policy draft_finding_delete_is_for_its_party on draft_finding for delete using (party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}')));

alter table draft_remark enable row level security;
alter table draft_remark force row level security;
grant select on draft_remark to :app_role;
create policy draft_remark_is_read_by_those_the_table_names on draft_remark for select using (
  (select ews.is_one_of('{SYSTEM}'))
  or party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}'))
);
create policy draft_remark_insert_is_for_the_system on draft_remark for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy draft_remark_update_is_for_the_system on draft_remark for update using ((select ews.is_one_of('{SYSTEM}')));
create policy draft_remark_delete_is_for_the_system on draft_remark for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on draft_remark to :app_role;
create policy draft_remark_insert_is_for_its_party on draft_remark for insert with check (party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}')));
create policy draft_remark_update_is_for_its_party on draft_remark for update using (party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}')));
create policy draft_remark_delete_is_for_its_party on draft_remark for delete using (party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}')));

alter table delivery_file enable row level security;
alter table delivery_file force row level security;
grant select on delivery_file to :app_role;
create policy delivery_file_is_read_by_those_the_table_names on delivery_file for select using (
  (select ews.is_one_of('{SYSTEM}'))
  or party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}'))
);
create policy delivery_file_insert_is_for_the_system on delivery_file for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy delivery_file_update_is_for_the_system on delivery_file for update using ((select ews.is_one_of('{SYSTEM}')));
create policy delivery_file_delete_is_for_the_system on delivery_file for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on delivery_file to :app_role;
create policy delivery_file_insert_is_for_its_party on delivery_file for insert with check (party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}')));
create policy delivery_file_update_is_for_its_party on delivery_file for update using (party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}')));
create policy delivery_file_delete_is_for_its_party on delivery_file for delete using (party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}')));

alter table intake_request enable row level security;
alter table intake_request force row level security;
grant select on intake_request to :app_role;
create policy intake_request_is_read_by_those_the_table_names on intake_request for select using (
  (select ews.is_one_of('{SYSTEM}'))
  or party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}'))
);
create policy intake_request_insert_is_for_the_system on intake_request for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy intake_request_update_is_for_the_system on intake_request for update using ((select ews.is_one_of('{SYSTEM}')));
create policy intake_request_delete_is_for_the_system on intake_request for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on intake_request to :app_role;
create policy intake_request_insert_is_for_its_party on intake_request for insert with check (party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}')));
create policy intake_request_update_is_for_its_party on intake_request for update using (party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}')));
create policy intake_request_delete_is_for_its_party on intake_request for delete using (party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}')));

alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
grant select on calendar_feed to :app_role;
create policy calendar_feed_is_read_by_those_the_table_names on calendar_feed for select using (
  (select ews.is_one_of('{SYSTEM}'))
  or party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}'))
);
create policy calendar_feed_insert_is_for_the_system on calendar_feed for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy calendar_feed_update_is_for_the_system on calendar_feed for update using ((select ews.is_one_of('{SYSTEM}')));
create policy calendar_feed_delete_is_for_the_system on calendar_feed for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on calendar_feed to :app_role;
create policy calendar_feed_insert_is_for_its_party on calendar_feed for insert with check (party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}')));
create policy calendar_feed_update_is_for_its_party on calendar_feed for update using (party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}')));
create policy calendar_feed_delete_is_for_its_party on calendar_feed for delete using (party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}')));

alter table delivered_value enable row level security;
alter table delivered_value force row level security;
grant select on delivered_value to :app_role;
create policy delivered_value_is_read_by_those_the_table_names on delivered_value for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}'))
);
create policy delivered_value_insert_is_for_the_system on delivered_value for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy delivered_value_update_is_for_the_system on delivered_value for update using ((select ews.is_one_of('{SYSTEM}')));
create policy delivered_value_delete_is_for_the_system on delivered_value for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert on delivered_value to :app_role;

alter table delivered_answer enable row level security;
alter table delivered_answer force row level security;
grant select on delivered_answer to :app_role;
create policy delivered_answer_is_read_by_those_the_table_names on delivered_answer for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}'))
);
create policy delivered_answer_insert_is_for_the_system on delivered_answer for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy delivered_answer_update_is_for_the_system on delivered_answer for update using ((select ews.is_one_of('{SYSTEM}')));
create policy delivered_answer_delete_is_for_the_system on delivered_answer for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert on delivered_answer to :app_role;

alter table receipt enable row level security;
alter table receipt force row level security;
grant select on receipt to :app_role;
create policy receipt_is_read_by_those_the_table_names on receipt for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}'))
);
create policy receipt_insert_is_for_the_system on receipt for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy receipt_update_is_for_the_system on receipt for update using ((select ews.is_one_of('{SYSTEM}')));
create policy receipt_delete_is_for_the_system on receipt for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert on receipt to :app_role;

alter table replaced_row enable row level security;
alter table replaced_row force row level security;
grant select on replaced_row to :app_role;
create policy replaced_row_is_read_by_those_the_table_names on replaced_row for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,DATA_SUPPLIER}'))
);
create policy replaced_row_insert_is_for_the_system on replaced_row for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy replaced_row_update_is_for_the_system on replaced_row for update using ((select ews.is_one_of('{SYSTEM}')));
create policy replaced_row_delete_is_for_the_system on replaced_row for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert on replaced_row to :app_role;

alter table figure enable row level security;
alter table figure force row level security;
grant select on figure to :app_role;
create policy figure_is_read_by_those_the_table_names on figure for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or provider_id = (select ews.own_uuid('provider', '{PROVIDER}'))
  or provider_id = any ((select ews.providers_in_case(ews.own_uuid('party', '{REGION}'), '{LEAD}'))::uuid[])
  or provider_id = any ((select ews.disclosed_providers(ews.own_uuid('party', '{INSPECTION,SUPERVISOR,MINISTRY}'), 'FIGURES', ews.moment()))::uuid[])
);
create policy figure_insert_is_for_the_system on figure for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy figure_update_is_for_the_system on figure for update using ((select ews.is_one_of('{SYSTEM}')));
create policy figure_delete_is_for_the_system on figure for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on figure to :app_role;

alter table finding enable row level security;
alter table finding force row level security;
grant select on finding to :app_role;
create policy finding_is_read_by_those_the_table_names on finding for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or provider_id = (select ews.own_uuid('provider', '{PROVIDER}'))
  or provider_id = any ((select ews.providers_in_case(ews.own_uuid('party', '{REGION}'), '{LEAD}'))::uuid[])
  or provider_id = any ((select ews.disclosed_providers(ews.own_uuid('party', '{INSPECTION,SUPERVISOR,MINISTRY}'), 'FIGURES', ews.moment()))::uuid[])
);
create policy finding_insert_is_for_the_system on finding for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy finding_update_is_for_the_system on finding for update using ((select ews.is_one_of('{SYSTEM}')));
create policy finding_delete_is_for_the_system on finding for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on finding to :app_role;

alter table provider_quarter enable row level security;
alter table provider_quarter force row level security;
grant select on provider_quarter to :app_role;
create policy provider_quarter_is_read_by_those_the_table_names on provider_quarter for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or provider_id = (select ews.own_uuid('provider', '{PROVIDER}'))
  or provider_id = any ((select ews.providers_in_case(ews.own_uuid('party', '{REGION}'), '{LEAD}'))::uuid[])
  or provider_id = any ((select ews.disclosed_providers(ews.own_uuid('party', '{INSPECTION,SUPERVISOR,MINISTRY}'), 'FIGURES', ews.moment()))::uuid[])
);
create policy provider_quarter_insert_is_for_the_system on provider_quarter for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy provider_quarter_update_is_for_the_system on provider_quarter for update using ((select ews.is_one_of('{SYSTEM}')));
create policy provider_quarter_delete_is_for_the_system on provider_quarter for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on provider_quarter to :app_role;

alter table personnel_report enable row level security;
alter table personnel_report force row level security;
grant select on personnel_report to :app_role;
create policy personnel_report_is_read_by_those_the_table_names on personnel_report for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or provider_id = (select ews.own_uuid('provider', '{PROVIDER}'))
  or provider_id = any ((select ews.providers_in_case(ews.own_uuid('party', '{REGION}'), '{LEAD}'))::uuid[])
  or provider_id = any ((select ews.disclosed_providers(ews.own_uuid('party', '{INSPECTION,SUPERVISOR,MINISTRY}'), 'FIGURES', ews.moment()))::uuid[])
);
create policy personnel_report_insert_is_for_the_system on personnel_report for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy personnel_report_update_is_for_the_system on personnel_report for update using ((select ews.is_one_of('{SYSTEM}')));
create policy personnel_report_delete_is_for_the_system on personnel_report for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on personnel_report to :app_role;

alter table contract enable row level security;
alter table contract force row level security;
grant select on contract to :app_role;
create policy contract_is_read_by_those_the_table_names on contract for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or provider_id = (select ews.own_uuid('provider', '{PROVIDER}'))
  or client_municipality_code = (select ews.own_text('municipality', '{MUNICIPALITY}'))
  or client_region_code = (select ews.own_text('region', '{REGION}'))
  or region_code = (select ews.own_text('region', '{REGION}'))
  or client_kind = 'LTA' and (select ews.is_one_of('{VNG}'))
  or provider_id = any ((select ews.disclosed_providers(ews.own_uuid('party', '{INSPECTION,SUPERVISOR,MINISTRY}'), 'CONTRACTS', ews.moment()))::uuid[])
);
create policy contract_insert_is_for_the_system on contract for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy contract_update_is_for_the_system on contract for update using ((select ews.is_one_of('{SYSTEM}')));
create policy contract_delete_is_for_the_system on contract for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on contract to :app_role;

alter table declaration enable row level security;
alter table declaration force row level security;
grant select on declaration to :app_role;
create policy declaration_is_read_by_those_the_table_names on declaration for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or provider_id = (select ews.own_uuid('provider', '{PROVIDER}'))
  or municipality_code = (select ews.own_text('municipality', '{MUNICIPALITY}'))
  or region_code = (select ews.own_text('region', '{REGION}'))
  or provider_id = any ((select ews.disclosed_providers(ews.own_uuid('party', '{INSPECTION,SUPERVISOR,MINISTRY}'), 'DECLARATIONS', ews.moment()))::uuid[])
);
create policy declaration_insert_is_for_the_system on declaration for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy declaration_update_is_for_the_system on declaration for update using ((select ews.is_one_of('{SYSTEM}')));
create policy declaration_delete_is_for_the_system on declaration for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on declaration to :app_role;

alter table tariff enable row level security;
alter table tariff force row level security;
grant select on tariff to :app_role;
create policy tariff_is_read_by_those_the_table_names on tariff for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or provider_id = (select ews.own_uuid('provider', '{PROVIDER}'))
  or client_municipality_code = (select ews.own_text('municipality', '{MUNICIPALITY}'))
  or client_region_code = (select ews.own_text('region', '{REGION}'))
  or region_code = (select ews.own_text('region', '{REGION}'))
  or client_kind = 'LTA' and (select ews.is_one_of('{VNG}'))
);
create policy tariff_insert_is_for_the_system on tariff for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy tariff_update_is_for_the_system on tariff for update using ((select ews.is_one_of('{SYSTEM}')));
create policy tariff_delete_is_for_the_system on tariff for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on tariff to :app_role;

alter table referral enable row level security;
alter table referral force row level security;
grant select on referral to :app_role;
create policy referral_is_read_by_those_the_table_names on referral for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or municipality_code = (select ews.own_text('municipality', '{MUNICIPALITY}'))
  or region_code = (select ews.own_text('region', '{REGION}'))
  or municipality_code = any ((select ews.disclosed_municipalities(ews.own_uuid('party', '{SUPERVISOR,MINISTRY}'), 'MUNICIPAL_FIGURES', ews.moment()))::text[])
);
create policy referral_insert_is_for_the_system on referral for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy referral_update_is_for_the_system on referral for update using ((select ews.is_one_of('{SYSTEM}')));
create policy referral_delete_is_for_the_system on referral for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on referral to :app_role;

alter table municipal_report enable row level security;
alter table municipal_report force row level security;
grant select on municipal_report to :app_role;
create policy municipal_report_is_read_by_those_the_table_names on municipal_report for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or municipality_code = (select ews.own_text('municipality', '{MUNICIPALITY}'))
  or region_code = (select ews.own_text('region', '{REGION}'))
  or municipality_code = any ((select ews.disclosed_municipalities(ews.own_uuid('party', '{SUPERVISOR,MINISTRY}'), 'MUNICIPAL_FIGURES', ews.moment()))::text[])
);
create policy municipal_report_insert_is_for_the_system on municipal_report for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy municipal_report_update_is_for_the_system on municipal_report for update using ((select ews.is_one_of('{SYSTEM}')));
create policy municipal_report_delete_is_for_the_system on municipal_report for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on municipal_report to :app_role;

alter table tender_calendar_entry enable row level security;
alter table tender_calendar_entry force row level security;
grant select on tender_calendar_entry to :app_role;
create policy tender_calendar_entry_is_read_by_those_the_table_names on tender_calendar_entry for select using (
  (select ews.is_one_of('{PROVIDER,MUNICIPALITY,REGION,VNG,INSPECTION,SUPERVISOR,MINISTRY,DATA_SUPPLIER,JA,SYSTEM}'))
);
create policy tender_calendar_entry_insert_is_for_the_system on tender_calendar_entry for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy tender_calendar_entry_update_is_for_the_system on tender_calendar_entry for update using ((select ews.is_one_of('{SYSTEM}')));
create policy tender_calendar_entry_delete_is_for_the_system on tender_calendar_entry for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on tender_calendar_entry to :app_role;

alter table melding enable row level security;
alter table melding force row level security;
grant select on melding to :app_role;
create policy melding_is_read_by_those_the_table_names on melding for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or reporter_party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,INSPECTION,SUPERVISOR,MINISTRY,DATA_SUPPLIER}'))
);
create policy melding_insert_is_for_the_system on melding for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy melding_update_is_for_the_system on melding for update using ((select ews.is_one_of('{SYSTEM}')));
create policy melding_delete_is_for_the_system on melding for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert on melding to :app_role;
create policy melding_is_added_in_the_own_name on melding for insert
  with check (reporter_party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,INSPECTION,SUPERVISOR,MINISTRY,DATA_SUPPLIER,JA,SYSTEM}')));
create policy melding_is_added_without_a_name on melding for insert
  with check (reporter_party_id is null and (select ews.is_one_of('{ANONYMOUS}')));

alter table melding_handling enable row level security;
alter table melding_handling force row level security;
grant select on melding_handling to :app_role;
create policy melding_handling_is_read_by_those_the_table_names on melding_handling for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
);
create policy melding_handling_insert_is_for_the_system on melding_handling for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy melding_handling_update_is_for_the_system on melding_handling for update using ((select ews.is_one_of('{SYSTEM}')));
create policy melding_handling_delete_is_for_the_system on melding_handling for delete using ((select ews.is_one_of('{SYSTEM}')));

alter table assessment enable row level security;
alter table assessment force row level security;
grant select on assessment to :app_role;
create policy assessment_is_read_by_those_the_table_names on assessment for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or provider_id = (select ews.own_uuid('provider', '{PROVIDER}'))
  or provider_id = any ((select ews.providers_in_case(ews.own_uuid('party', '{REGION}'), '{LEAD}'))::uuid[])
  or provider_id = any ((select ews.disclosed_providers(ews.own_uuid('party', '{INSPECTION,SUPERVISOR,MINISTRY}'), 'ASSESSMENT', ews.moment()))::uuid[])
);
create policy assessment_insert_is_for_the_system on assessment for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy assessment_update_is_for_the_system on assessment for update using ((select ews.is_one_of('{SYSTEM}')));
create policy assessment_delete_is_for_the_system on assessment for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on assessment to :app_role;

alter table indicator enable row level security;
alter table indicator force row level security;
grant select on indicator to :app_role;
create policy indicator_is_read_by_those_the_table_names on indicator for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or provider_id = (select ews.own_uuid('provider', '{PROVIDER}'))
  or provider_id = any ((select ews.providers_in_case(ews.own_uuid('party', '{REGION}'), '{LEAD}'))::uuid[])
  or provider_id = any ((select ews.disclosed_providers(ews.own_uuid('party', '{INSPECTION,SUPERVISOR,MINISTRY}'), 'ASSESSMENT', ews.moment()))::uuid[])
);
create policy indicator_insert_is_for_the_system on indicator for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy indicator_update_is_for_the_system on indicator for update using ((select ews.is_one_of('{SYSTEM}')));
create policy indicator_delete_is_for_the_system on indicator for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on indicator to :app_role;

alter table provider_risk enable row level security;
alter table provider_risk force row level security;
grant select on provider_risk to :app_role;
create policy provider_risk_is_read_by_those_the_table_names on provider_risk for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or provider_id = (select ews.own_uuid('provider', '{PROVIDER}'))
  or provider_id = any ((select ews.providers_in_case(ews.own_uuid('party', '{REGION}'), '{LEAD}'))::uuid[])
  or provider_id = any ((select ews.disclosed_providers(ews.own_uuid('party', '{INSPECTION,SUPERVISOR,MINISTRY}'), 'ASSESSMENT', ews.moment()))::uuid[])
);
create policy provider_risk_insert_is_for_the_system on provider_risk for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy provider_risk_update_is_for_the_system on provider_risk for update using ((select ews.is_one_of('{SYSTEM}')));
create policy provider_risk_delete_is_for_the_system on provider_risk for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on provider_risk to :app_role;

alter table signal enable row level security;
alter table signal force row level security;
grant select on signal to :app_role;
create policy signal_is_read_by_those_the_table_names on signal for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
);
create policy signal_insert_is_for_the_system on signal for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy signal_update_is_for_the_system on signal for update using ((select ews.is_one_of('{SYSTEM}')));
create policy signal_delete_is_for_the_system on signal for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on signal to :app_role;

alter table signaal enable row level security;
alter table signaal force row level security;
grant select on signaal to :app_role;
create policy signaal_is_read_by_those_the_table_names on signaal for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or municipality_code = (select ews.own_text('municipality', '{MUNICIPALITY}'))
  or region_code = (select ews.own_text('region', '{REGION}'))
  or provider_id = any ((select ews.disclosed_providers(ews.own_uuid('party', '{INSPECTION,SUPERVISOR,MINISTRY}'), 'SIGNAAL', ews.moment()))::uuid[])
  or region_code = any ((select ews.disclosed_regions(ews.own_uuid('party', '{INSPECTION,SUPERVISOR,MINISTRY}'), 'SIGNAAL', ews.moment()))::text[]) and municipality_code is null and provider_id is null
);
create policy signaal_insert_is_for_the_system on signaal for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy signaal_update_is_for_the_system on signaal for update using ((select ews.is_one_of('{SYSTEM}')));
create policy signaal_delete_is_for_the_system on signaal for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert on signaal to :app_role;
create policy signaal_is_added_in_the_own_name on signaal for insert
  with check (sender_party_id = (select ews.own_uuid('party', '{JA}')));

alter table draaiboek_case enable row level security;
alter table draaiboek_case force row level security;
grant select on draaiboek_case to :app_role;
create policy draaiboek_case_is_read_by_those_the_table_names on draaiboek_case for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or provider_id = (select ews.own_uuid('provider', '{PROVIDER}'))
  or id = any ((select ews.open_cases(ews.own_uuid('party', '{MUNICIPALITY,REGION}'), '{LEAD,CLIENT}'))::uuid[])
  or id = any ((select ews.open_cases(ews.own_uuid('party', '{INSPECTION}'), '{PLAN_PRESENTED}'))::uuid[])
  or trede >= 4 and closed_at is null and (select ews.is_one_of('{SUPERVISOR,MINISTRY}'))
);
create policy draaiboek_case_insert_is_for_the_system on draaiboek_case for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy draaiboek_case_update_is_for_the_system on draaiboek_case for update using ((select ews.is_one_of('{SYSTEM}')));
create policy draaiboek_case_delete_is_for_the_system on draaiboek_case for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update on draaiboek_case to :app_role;

alter table case_party enable row level security;
alter table case_party force row level security;
grant select on case_party to :app_role;
create policy case_party_is_read_by_those_the_table_names on case_party for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or provider_id = (select ews.own_uuid('provider', '{PROVIDER}'))
  or party_id = (select ews.own_uuid('party', '{MUNICIPALITY,REGION,INSPECTION}')) and until is null
  or lead_region_code = (select ews.own_text('region', '{REGION}')) and until is null
);
create policy case_party_insert_is_for_the_system on case_party for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy case_party_update_is_for_the_system on case_party for update using ((select ews.is_one_of('{SYSTEM}')));
create policy case_party_delete_is_for_the_system on case_party for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update on case_party to :app_role;

alter table disclosure enable row level security;
alter table disclosure force row level security;
grant select on disclosure to :app_role;
create policy disclosure_is_read_by_those_the_table_names on disclosure for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or concerned_party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION}'))
  or recipient_party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION,VNG,INSPECTION,SUPERVISOR,MINISTRY}')) and valid_from <= (select ews.moment()) and valid_to > (select ews.moment())
);
create policy disclosure_insert_is_for_the_system on disclosure for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy disclosure_update_is_for_the_system on disclosure for update using ((select ews.is_one_of('{SYSTEM}')));
create policy disclosure_delete_is_for_the_system on disclosure for delete using ((select ews.is_one_of('{SYSTEM}')));
grant update on disclosure to :app_role;
grant insert on disclosure to :app_role;
create policy disclosure_is_added_in_the_own_name on disclosure for insert
  with check (decider_party_id = (select ews.own_uuid('party', '{JA}')));

alter table notice enable row level security;
alter table notice force row level security;
grant select on notice to :app_role;
create policy notice_is_read_by_those_the_table_names on notice for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or concerned_party_id = (select ews.own_uuid('party', '{PROVIDER,MUNICIPALITY,REGION}'))
);
create policy notice_insert_is_for_the_system on notice for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy notice_update_is_for_the_system on notice for update using ((select ews.is_one_of('{SYSTEM}')));
create policy notice_delete_is_for_the_system on notice for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert on notice to :app_role;
create policy notice_is_added_in_the_own_name on notice for insert
  with check (sender_party_id = (select ews.own_uuid('party', '{JA}')));

alter table trede_decision enable row level security;
alter table trede_decision force row level security;
grant select on trede_decision to :app_role;
create policy trede_decision_is_read_by_those_the_table_names on trede_decision for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or provider_id = (select ews.own_uuid('provider', '{PROVIDER}'))
  or provider_id = any ((select ews.providers_in_case(ews.own_uuid('party', '{MUNICIPALITY,REGION}'), '{LEAD,CLIENT}'))::uuid[])
  or provider_id = any ((select ews.disclosed_providers(ews.own_uuid('party', '{INSPECTION}'), 'TREDE_DECISION', ews.moment()))::uuid[])
  or provider_id = any ((select ews.providers_in_case(ews.own_uuid('party', '{INSPECTION}'), '{PLAN_PRESENTED}'))::uuid[])
  or trede >= 4 and (select ews.is_one_of('{SUPERVISOR,MINISTRY}'))
);
create policy trede_decision_insert_is_for_the_system on trede_decision for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy trede_decision_update_is_for_the_system on trede_decision for update using ((select ews.is_one_of('{SYSTEM}')));
create policy trede_decision_delete_is_for_the_system on trede_decision for delete using ((select ews.is_one_of('{SYSTEM}')));

alter table mismatch enable row level security;
alter table mismatch force row level security;
grant select on mismatch to :app_role;
create policy mismatch_is_read_by_those_the_table_names on mismatch for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or information = 'OF_PROVIDER' and provider_id = (select ews.own_uuid('provider', '{PROVIDER}'))
  or information = 'OF_MUNICIPALITIES' and municipality_code = (select ews.own_text('municipality', '{MUNICIPALITY}'))
  or information = 'OF_PROVIDER' and provider_id = any ((select ews.providers_in_case(ews.own_uuid('party', '{REGION}'), '{LEAD}'))::uuid[])
  or information = 'OF_MUNICIPALITIES' and region_code = (select ews.own_text('region', '{REGION}'))
  or information = 'OF_PROVIDER' and provider_id = any ((select ews.disclosed_providers(ews.own_uuid('party', '{INSPECTION,SUPERVISOR,MINISTRY}'), 'MISMATCH_OF_PROVIDER', ews.moment()))::uuid[])
  or information = 'OF_MUNICIPALITIES' and municipality_code = any ((select ews.disclosed_municipalities(ews.own_uuid('party', '{SUPERVISOR,MINISTRY}'), 'MISMATCH_OF_MUNICIPALITIES', ews.moment()))::text[])
  or information = 'OF_MUNICIPALITIES' and region_code = any ((select ews.disclosed_regions(ews.own_uuid('party', '{SUPERVISOR,MINISTRY}'), 'MISMATCH_OF_MUNICIPALITIES', ews.moment()))::text[]) and municipality_code is null
);
create policy mismatch_insert_is_for_the_system on mismatch for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy mismatch_update_is_for_the_system on mismatch for update using ((select ews.is_one_of('{SYSTEM}')));
create policy mismatch_delete_is_for_the_system on mismatch for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on mismatch to :app_role;

alter table mismatch_part enable row level security;
alter table mismatch_part force row level security;
grant select on mismatch_part to :app_role;
create policy mismatch_part_is_read_by_those_the_table_names on mismatch_part for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or provider_id = (select ews.own_uuid('provider', '{PROVIDER}'))
  or provider_id = any ((select ews.providers_in_case(ews.own_uuid('party', '{REGION}'), '{LEAD}'))::uuid[])
  or provider_id = any ((select ews.disclosed_providers(ews.own_uuid('party', '{INSPECTION,SUPERVISOR,MINISTRY}'), 'MISMATCH_OF_PROVIDER', ews.moment()))::uuid[])
);
create policy mismatch_part_insert_is_for_the_system on mismatch_part for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy mismatch_part_update_is_for_the_system on mismatch_part for update using ((select ews.is_one_of('{SYSTEM}')));
create policy mismatch_part_delete_is_for_the_system on mismatch_part for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on mismatch_part to :app_role;

alter table area_risk enable row level security;
alter table area_risk force row level security;
grant select on area_risk to :app_role;
create policy area_risk_is_read_by_those_the_table_names on area_risk for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
);
create policy area_risk_insert_is_for_the_system on area_risk for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy area_risk_update_is_for_the_system on area_risk for update using ((select ews.is_one_of('{SYSTEM}')));
create policy area_risk_delete_is_for_the_system on area_risk for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on area_risk to :app_role;

alter table account enable row level security;
alter table account force row level security;
grant select on account to :app_role;
create policy account_is_read_by_those_the_table_names on account for select using (
  (select ews.is_one_of('{JA_ADMINISTRATOR,SYSTEM}'))
);
create policy account_insert_is_for_the_system on account for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy account_update_is_for_the_system on account for update using ((select ews.is_one_of('{SYSTEM}')));
create policy account_delete_is_for_the_system on account for delete using ((select ews.is_one_of('{SYSTEM}')));

alter table session enable row level security;
alter table session force row level security;
grant select on session to :app_role;
create policy session_is_read_by_those_the_table_names on session for select using (
  (select ews.is_one_of('{SYSTEM}'))
);
create policy session_insert_is_for_the_system on session for insert with check ((select ews.is_one_of('{SYSTEM}')));
create policy session_update_is_for_the_system on session for update using ((select ews.is_one_of('{SYSTEM}')));
create policy session_delete_is_for_the_system on session for delete using ((select ews.is_one_of('{SYSTEM}')));
grant insert, update, delete on session to :app_role;

alter table audit_entry enable row level security;
alter table audit_entry force row level security;
grant select on audit_entry to :app_role;
create policy audit_entry_is_read_by_those_the_table_names on audit_entry for select using (
  (select ews.is_one_of('{JA_AUDITOR,SYSTEM}'))
);
create policy audit_entry_is_added_by_a_function_of_its_owner on audit_entry for insert to current_user
  with check ((select ews.is_one_of('{PROVIDER,MUNICIPALITY,REGION,VNG,INSPECTION,SUPERVISOR,MINISTRY,DATA_SUPPLIER,RESEARCHER,JA_ADMINISTRATOR,JA_AUDITOR,JA,SYSTEM}')));

alter table reading enable row level security;
alter table reading force row level security;
grant select on reading to :app_role;
create policy reading_is_read_by_those_the_table_names on reading for select using (
  (select ews.is_one_of('{JA,SYSTEM}'))
  or information = 'TOLD' and provider_id = (select ews.own_uuid('provider', '{PROVIDER}'))
  or information = 'TOLD' and municipality_code = (select ews.own_text('municipality', '{MUNICIPALITY}'))
  or information = 'TOLD' and region_code = (select ews.own_text('region', '{REGION}'))
);
create policy reading_is_added_by_a_function_of_its_owner on reading for insert to current_user
  with check ((select ews.is_one_of('{PROVIDER,MUNICIPALITY,REGION,VNG,INSPECTION,SUPERVISOR,MINISTRY,DATA_SUPPLIER,RESEARCHER,JA_ADMINISTRATOR,JA_AUDITOR,JA,SYSTEM}')));

-- The place of an indicator among those of others: counts alone, of ten or more.
create function ews.peer_counts(about uuid, lower_is_better boolean)
  returns table (peer_group text, peers integer, worse integer, equal integer)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  given text := current_setting('ews.context', true);
  said  text := 'SYSTEM|||||' || (date_part('epoch', clock_timestamp())::int8 + 60);
  own   record;
begin
  select i.*, case when r.revenue_youth_cents >= 2500000000 then 'LARGE' when r.revenue_youth_cents >= 500000000 then 'MIDDLE' when r.revenue_youth_cents is not null then 'SMALL' end as size into own
  from indicator i left join provider_risk r using (provider_id)
  where i.id = about and i.value is not null and (
    (select ews.is_one_of('{JA,SYSTEM}'))
    or i.provider_id = (select ews.own_uuid('provider', '{PROVIDER}'))
    or i.provider_id = any ((select ews.providers_in_case(ews.own_uuid('party', '{REGION}'), '{LEAD}'))::uuid[])
    or i.provider_id = any ((select ews.disclosed_providers(ews.own_uuid('party', '{INSPECTION,SUPERVISOR,MINISTRY}'), 'ASSESSMENT', ews.moment()))::uuid[])
  );
  if not found then
    return;
  end if;
  -- As the system for one statement: it sees the others. The caller gets counts, and its own context back.
  perform set_config('ews.context', said || '|' || encode(sha256(k.key || sha256(k.key || convert_to(said, 'UTF8'))), 'hex'), true)
  from ews_sec.context_key k;
  return query
    with counted as (
      select g.name, count(*)::int as others,
        (count(*) filter (where case when lower_is_better then o.value > own.value else o.value < own.value end))::int as worse,
        (count(*) filter (where o.value = own.value))::int as equal
      from indicator o left join provider_risk r using (provider_id)
      join (values ('ALL'), (own.size)) g (name) on g.name in ('ALL', case when r.revenue_youth_cents >= 2500000000 then 'LARGE' when r.revenue_youth_cents >= 500000000 then 'MIDDLE' when r.revenue_youth_cents is not null then 'SMALL' end)
      where o.quarter = own.quarter and o.code = own.code and o.provider_id <> own.provider_id and o.value is not null
      group by g.name
    ), complete as (
      select others from counted where name = 'ALL'
    )
    select c.name, c.others, c.worse, c.equal from counted c, complete a
    -- When all are equal, their values would be told. Nor may the two groups together tell of fewer than that: those who are not of this size.
    where c.others >= 10 and a.others - c.others not between 1 and 9
      and c.equal < c.others order by c.name;
  perform set_config('ews.context', coalesce(given, ''), true);
end $$;
revoke execute on function ews.peer_counts(uuid, boolean) from public;
grant execute on function ews.peer_counts(uuid, boolean) to :app_role;
