-- Complaints by telephone received in the period, with the further calls each one took.
-- The bounds are on the wall clocks of the zone that the profile's source declares, as DATETIME
-- columns are. For TIMESTAMP columns, which are instants, write :period_start_utc and
-- :period_end_utc.
-- A row without received_at belongs to no period: it is read all the same, to be quarantined rather
-- than lost.
SELECT
  complaint_id,
  number,
  purpose,
  received_at,
  closed_at,
  further_calls
FROM phone_complaints
WHERE (received_at >= :period_start AND received_at < :period_end)
   OR received_at IS NULL
