/** A profile without fault; the faulty ones are this with one thing changed, so their lines are counted in it. */
export const good = `id: example
name: Example S.r.l.
roc: "01234"
charter: { title: Carta dei servizi, year: 2026 }
services: [internet, voice]
approval: { required: true }
source:
  kind: mysql
  host: db.example.it
  port: 3306
  user: reader
  database: crm
  passwordEnv: DB_PASSWORD
  selects: sources/selects
targets:
  - id: fault-rate
    act: 131-06-csp
    indicator: fault-rate
    measure: ratio
    scope: { responsibility: own, technology: [VDSL, ADSL] }
    value: "4.10"
    unit: "%"
    printed: "<"
    words: inferiore al 4,10%
    section: "3.1"
    year: 2026
  - id: activation
    act: 131-06-csp
    indicator: activation-time
    measure: p95
    scope: {}
    value: "5"
    unit: days
    printed: bare
    words: entro 5 giorni
    section: "3.2"
    year: 2026
commitments:
  - id: continuity
    name: Continuità
    words: 24 ore su 24
    section: "3.3"
    value: "24"
    unit: ore
    printed: bare
    year: 2026
`;
