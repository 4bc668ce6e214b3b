-- Throughput measurements of the period. profile and kbit_s are kbit/s: 4 Megabit/s is 4000.
-- The bounds are on the wall clocks of the zone that the profile's source declares, as DATETIME
-- columns are. For TIMESTAMP columns, which are instants, write :period_start_utc and
-- :period_end_utc.
-- A row without tested_at belongs to no period: it is read all the same, to be quarantined rather
-- than lost.
SELECT
  test_id,
  profile,
  direction,
  tested_at,
  kbit_s,
  failed,
  region
FROM throughput_tests
WHERE (tested_at >= :period_start AND tested_at < :period_end)
   OR tested_at IS NULL
