-- Delay, in microseconds, and packet loss from the backbone to its transit and peering points, in
-- the period.
-- The bounds are on the wall clocks of the zone that the profile's source declares, as DATETIME
-- columns are. For TIMESTAMP columns, which are instants, write :period_start_utc and
-- :period_end_utc.
-- A row without tested_at belongs to no period: it is read all the same, to be quarantined rather
-- than lost.
SELECT
  test_id,
  point,
  tested_at,
  delay_us,
  packets_sent,
  packets_lost
FROM backbone_tests
WHERE (tested_at >= :period_start AND tested_at < :period_end)
   OR tested_at IS NULL
