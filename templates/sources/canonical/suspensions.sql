-- Intervals in which a case waited for the customer or the premises. All of them are read: a case
-- of the period may have waited before it, and those of no case of the period are left out after
-- reading. For a case with rows here they replace its suspended_days or suspended_seconds.
-- Optional: without this file those columns count.
SELECT
  case_table,
  case_id,
  started_at,
  ended_at,
  reason,
  evidence
FROM suspensions
