-- Disputes received in the period, or credited in it, for the accuracy of billing.
-- The bounds are on the wall clocks of the zone that the profile's source declares, as DATETIME
-- columns are. For TIMESTAMP columns, which are instants, write :period_start_utc and
-- :period_end_utc.
-- Of dates, the bounds' days are read whole; rows of another period are left out after reading.
-- A row without received_at belongs to no period: it is read all the same, to be quarantined rather
-- than lost.
SELECT
  dispute_id,
  invoice_id,
  service,
  received_at,
  channel,
  traceable,
  kind,
  outcome,
  decided_on,
  credited_on
FROM billing_disputes
WHERE (received_at >= :period_start AND received_at < :period_end)
   OR (credited_on >= DATE(:period_start) AND credited_on <= DATE(:period_end))
   OR received_at IS NULL
