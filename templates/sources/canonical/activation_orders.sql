-- Orders completed in the period. One completed and then cancelled is read too, to be counted among
-- the exclusions.
-- The bounds are on the wall clocks of the zone that the profile's source declares, as DATETIME
-- columns are. For TIMESTAMP columns, which are instants, write :period_start_utc and
-- :period_end_utc.
SELECT
  order_id,
  service,
  technology,
  order_type,
  network,
  region,
  customer_class,
  priority,
  ordered_at,
  registered_at,
  agreed_on,
  contract_days,
  customer_requested_later,
  suspended_days,
  delay_reason,
  completed_at,
  cancelled_at
FROM activation_orders
WHERE completed_at >= :period_start AND completed_at < :period_end
