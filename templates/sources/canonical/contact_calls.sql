-- Calls received in the period, those the caller gave up included. ivr_ms and wait_ms are
-- milliseconds; both are NULL where the caller never chose an agent.
-- The bounds are on the wall clocks of the zone that the profile's source declares, as DATETIME
-- columns are. For TIMESTAMP columns, which are instants, write :period_start_utc and
-- :period_end_utc.
-- A row without received_at belongs to no period: it is read all the same, to be quarantined rather
-- than lost.
SELECT
  call_id,
  number,
  purpose,
  kind,
  received_at,
  agent_available,
  ivr_ms,
  wait_ms,
  answered
FROM contact_calls
WHERE (received_at >= :period_start AND received_at < :period_end)
   OR received_at IS NULL
