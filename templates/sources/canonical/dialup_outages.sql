-- Times without a free dial-up modem that overlap the period, whole: what lies outside it is cut
-- off later. An operator without dial-up names this table under none: in its profile instead.
-- The bounds are on the wall clocks of the zone that the profile's source declares, as DATETIME
-- columns are. For TIMESTAMP columns, which are instants, write :period_start_utc and
-- :period_end_utc.
-- A row without started_at belongs to no period: it is read all the same, to be quarantined rather
-- than lost.
SELECT
  outage_id,
  started_at,
  ended_at
FROM dialup_outages
WHERE (started_at < :period_end AND (ended_at > :period_start OR ended_at IS NULL))
   OR started_at IS NULL
