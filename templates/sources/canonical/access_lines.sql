-- Lines in service at the end of each month, those suspended for arrears included. A service needs
-- every month of the period.
-- The bounds' months are read whole; rows of another period are left out after reading.
-- A row without month belongs to no period: it is read all the same, to be quarantined rather than
-- lost.
SELECT
  month,
  service,
  technology,
  network,
  region,
  customer_class,
  `lines`
FROM access_lines
WHERE (month >= LEFT(:period_start, 7) AND month <= LEFT(:period_end, 7))
   OR month IS NULL
