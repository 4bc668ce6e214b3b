-- Delay measurements of the period, in microseconds: milliseconds are to be multiplied by 1000.
-- The bounds are on the wall clocks of the zone that the profile's source declares, as DATETIME
-- columns are. For TIMESTAMP columns, which are instants, write :period_start_utc and
-- :period_end_utc.
-- A row without tested_at belongs to no period: it is read all the same, to be quarantined rather
-- than lost.
SELECT
  test_id,
  profile,
  tested_at,
  delay_us,
  region
FROM delay_tests
WHERE (tested_at >= :period_start AND tested_at < :period_end)
   OR tested_at IS NULL
