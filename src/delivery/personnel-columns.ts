/** The columns of personnel_report, by the item of the covenant (Bijlage 4, providers 5). */
export const PERSONNEL_COLUMNS = {
  'A5.1': 'staff_inflow',
  'A5.2': 'staff_outflow',
  'A5.3': 'formation_primary_fte',
  'A5.4': 'occupancy_primary_fte',
  'A5.5': 'formation_total_fte',
  'A5.6': 'occupancy_total_fte',
  'A5.7': 'sickness_primary',
  'A5.8': 'personnel_costs_cents',
  'A5.9': 'hired_staff_costs_cents',
  'A5.10': 'vacancies',
} as const;
