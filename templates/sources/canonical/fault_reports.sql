-- Faults reported in the period, for the fault rate, or restored in it, for the repair times.
-- The bounds are on the wall clocks of the zone that the profile's source declares, as DATETIME
-- columns are. For TIMESTAMP columns, which are instants, write :period_start_utc and
-- :period_end_utc.
-- A row without reported_at belongs to no period: it is read all the same, to be quarantined rather
-- than lost.
SELECT
  fault_id,
  line_id,
  service,
  technology,
  network,
  region,
  customer_class,
  channel,
  under_contract,
  reported_by,
  reported_at,
  taken_charge_at,
  wholesaler_closed_at,
  restored_at,
  cause,
  event_id,
  urgency,
  suspended_seconds,
  contract_hours,
  extent
FROM fault_reports
WHERE (reported_at >= :period_start AND reported_at < :period_end)
   OR (restored_at >= :period_start AND restored_at < :period_end)
   OR reported_at IS NULL
