-- Complaints received or answered in the period, on any channel.
-- The bounds are on the wall clocks of the zone that the profile's source declares, as DATETIME
-- columns are. For TIMESTAMP columns, which are instants, write :period_start_utc and
-- :period_end_utc.
-- A row without received_at belongs to no period: it is read all the same, to be quarantined rather
-- than lost.
SELECT
  complaint_id,
  service,
  channel,
  kind,
  received_at,
  taken_charge_at,
  interim_at,
  answered_at,
  written,
  outcome
FROM complaints
WHERE (received_at >= :period_start AND received_at < :period_end)
   OR (answered_at >= :period_start AND answered_at < :period_end)
   OR received_at IS NULL
