-- Exceptional events that the operator declared. All of them are read: a fault of the period may
-- name an event of any time. Optional.
SELECT
  event_id,
  started_at,
  ended_at,
  kind,
  document
FROM events
