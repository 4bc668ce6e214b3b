-- Invoices, credit notes and pro formas issued in the period: the denominator of the billing
-- indicators.
-- The bounds' days are read whole; rows of another period are left out after reading.
-- A row without issued_on belongs to no period: it is read all the same, to be quarantined rather
-- than lost.
SELECT
  invoice_id,
  services,
  region,
  customer_class,
  issued_on,
  document
FROM invoices
WHERE (issued_on >= DATE(:period_start) AND issued_on <= DATE(:period_end))
   OR issued_on IS NULL
