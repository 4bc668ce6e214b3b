-- Answering trees in service at some time of the period; valid_to is exclusive and NULL for the one
-- in service.
-- The bounds are on the wall clocks of the zone that the profile's source declares, as DATETIME
-- columns are. For TIMESTAMP columns, which are instants, write :period_start_utc and
-- :period_end_utc.
-- A row without valid_from belongs to no period: it is read all the same, to be quarantined rather
-- than lost.
SELECT
  number,
  purpose,
  valid_from,
  valid_to,
  operator_option_ms,
  complaint_option_ms
FROM ivr_trees
WHERE (valid_from < :period_end AND (valid_to > :period_start OR valid_to IS NULL))
   OR valid_from IS NULL
