-- Packet loss measurements of the period, as packets sent and lost.
-- The bounds are on the wall clocks of the zone that the profile's source declares, as DATETIME
-- columns are. For TIMESTAMP columns, which are instants, write :period_start_utc and
-- :period_end_utc.
-- A row without tested_at belongs to no period: it is read all the same, to be quarantined rather
-- than lost.
SELECT
  test_id,
  profile,
  tested_at,
  packets_sent,
  packets_lost,
  region
FROM packet_tests
WHERE (tested_at >= :period_start AND tested_at < :period_end)
   OR tested_at IS NULL
