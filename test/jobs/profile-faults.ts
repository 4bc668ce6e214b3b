import { profileSchema } from "../../jobs/profile-schema.ts";
import { acts } from "../../reports/acts/index.ts";

/** Each row is the good profile with one fault, and the whole sentence that refuses it, from the line on. */
export interface Fault {
  readonly from: string;
  readonly to: string;
  readonly says: string;
}

const tables =
  "activation_orders, fault_reports, suspensions, events, access_lines, invoices, billing_disputes, contact_calls, ivr_trees, phone_complaints, complaints, throughput_tests, delay_tests, packet_tests, backbone_tests, dialup_outages, service_outages";
const profileKeys = Object.keys(profileSchema.shape).join(", ");
const targetKeys =
  "id, act, indicator, measure, service, scope, value, unit, printed, words, section, page, year, oddity";
const actIds = acts.map((act) => act.id).join(", ");
const units = "days, hours, minutes, s, ms, Mbit/s, kbit/s, %, ratio";

export const faultsOfShape: readonly Fault[] = [
  {
    from: "id: example",
    to: "id: ../example",
    says: "1: id: '../example' is not allowed: an id with a path in it, or with signs other than a-z, 0-9 and hyphens, names no folder",
  },
  {
    from: "id: example",
    to: "id: Example",
    says: "1: id: 'Example' is not allowed: an id with a path in it, or with signs other than a-z, 0-9 and hyphens, names no folder",
  },
  { from: "name: Example S.r.l.\n", to: "", says: "1: name: is missing; must be a text" },
  { from: "name: Example S.r.l.", to: "name:", says: "2: name: is empty; must be a text" },
  {
    from: 'roc: "01234"',
    to: "roc: 01234",
    says: "3: roc: must be in quotes: without them YAML reads 1234, and zeros that were written may be lost",
  },
  {
    from: 'roc: "01234"',
    to: 'rok: "01234"',
    says: `3: rok: 'rok' is no key that is known here; did you mean 'roc'? Allowed: ${profileKeys}`,
  },
  {
    from: "services: [internet, voice]",
    to: "services: [internet, voce]",
    says: "5: services[1]: 'voce' is not allowed; did you mean 'voice'? Allowed: internet, voice, dialup",
  },
  {
    from: "services: [internet, voice]",
    to: "services: [voice, voice]",
    says: "5: services: names the same thing twice",
  },
  {
    from: "services: [internet, voice]",
    to: "services: []",
    says: "5: services: must not be empty; allowed: internet, voice, dialup, or none where `reporting: { subject: false, ... }` says why no report is owed",
  },
  {
    from: "services: [internet, voice]",
    to: "services: [internet, voice]\nnone: [dialup]",
    says: `6: none[0]: 'dialup' is not allowed; did you mean 'dialup_outages'? Allowed: ${tables}`,
  },
  {
    from: "required: true }",
    to: "required: true }\ndeadlines: { alarm_days: 91 }",
    says: "7: deadlines: alarm_days is more than due_days: the alarm would ring after the report is due",
  },
  {
    from: "required: true }",
    to: "required: true }\ndeadlines: { alarm_days: -1 }",
    says: "7: deadlines.alarm_days: must be at least 0",
  },
  {
    from: "required: true }",
    to: "required: true }\ndeadlines: { annual: 02-29 }",
    says: '7: deadlines.annual: must be a day that every year has, as "06-30": month, then day',
  },
  {
    from: "required: true }",
    to: "required: true }\ndeadlines: { target: 12-31 }",
    says: "7: deadlines.target: 'target' is no key that is known here; did you mean 'targets'? Allowed: alarm_days, due_days, annual, targets",
  },
  { from: "required: true", to: "required: sì", says: "6: approval.required: must be true or false, not 'sì'" },
  {
    from: "kind: mysql",
    to: "kind: mysq",
    says: "8: source.kind: 'mysq' is not allowed; did you mean 'mysql'? Allowed: csv, parquet, mysql",
  },
  { from: "  host: db.example.it\n", to: "", says: "7: source: must name either a host or a socketPath" },
  { from: "port: 3306", to: "port: 99999", says: "10: source.port: must be at most 65535" },
  {
    from: "passwordEnv: DB_PASSWORD",
    to: "password: hunter2",
    says: "13: source.password: 'password' is no key that is known here; did you mean 'passwordEnv'? Allowed: kind, host, port, socketPath, user, database, passwordEnv, selects, zone",
  },
  {
    from: "passwordEnv: DB_PASSWORD",
    to: "passwordEnv: hunter2",
    says: "13: source.passwordEnv: must name the environment variable that holds the password, in capitals",
  },
  {
    from: "selects: sources/selects",
    to: "selects: sources/selects\n  zone: Europe/Roma",
    says: "15: source.zone: must be a time zone's IANA name, as Europe/Rome",
  },
  {
    from: "responsibility: own",
    to: "responsibility: mine",
    says: "20: targets[0].scope.responsibility: 'mine' is not allowed; allowed: own",
  },
  {
    from: "technology: [VDSL, ADSL]",
    to: "tecnology: ADSL",
    says: "20: targets[0].scope.tecnology: 'tecnology' is no key that is known here; did you mean 'technology'? Allowed: order_type, technology, network, region, number, purpose, profile, direction, urgency, point, priority, limit, responsibility, conditions",
  },
  {
    from: "technology: [VDSL, ADSL]",
    to: "number: 0775824309",
    says: "20: targets[0].scope.number: must be a quoted text, or a list of quoted texts",
  },
  {
    from: 'value: "4.10"',
    to: "value: 4.10",
    says: "21: targets[0].value: must be in quotes: without them YAML reads 4.1, and zeros that were written may be lost",
  },
  {
    from: 'value: "4.10"',
    to: 'value: "4,10"',
    says: "21: targets[0].value: '4,10' is not allowed: must be a decimal with a dot, in quotes, as \"4.10\"",
  },
  { from: "unit: days", to: "unit: giorni", says: `33: targets[1].unit: 'giorni' is not allowed; allowed: ${units}` },
  {
    from: "unit: days",
    to: "unit: days\n    oditty: x",
    says: `34: targets[1].oditty: 'oditty' is no key that is known here; did you mean 'oddity'? Allowed: ${targetKeys}`,
  },
  {
    from: 'printed: "<"',
    to: 'printed: "="',
    says: "23: targets[0].printed: '=' is not allowed; allowed: <, <=, >, >=, bare",
  },
  {
    from: "year: 2026\n  - id: activation",
    to: "year: 26\n  - id: activation",
    says: "26: targets[0].year: must be at least 2000",
  },
  {
    from: "id: activation",
    to: "id: fault-rate",
    says: "27: targets[1].id: 'fault-rate' is already the id of targets[0], of 2026 too; an id stands once for each year",
  },
  {
    from: "id: continuity",
    to: "id: activation",
    says: "39: commitments[0].id: 'activation' is already the id of targets[1], of 2026 too; an id stands once for each year",
  },
  { from: "id: activation\n", to: "page: 1\n", says: "27: targets[1].id: is missing; must be a text" },
  {
    from: "indicator: activation-time\n    measure: p95\n    scope: {}",
    to: "indicator: fault-rate\n    measure: ratio\n    scope: { technology: [ADSL, VDSL, ADSL], responsibility: own }",
    says: "27: targets[1]: 'activation' and 'fault-rate' are targets of the same figure, 131-06-csp fault-rate ratio {technology=ADSL+VDSL,responsibility=own}; a figure has one for each year",
  },
  {
    from: "scope: {}",
    to: "scope: {",
    says: "32: this is not YAML that can be read: Flow map in block collection must be sufficiently indented and end with a }",
  },
  {
    from: "unit: ore",
    to: "unit: ore\n    unit: ore",
    says: "45: this is not YAML that can be read: Map keys must be unique",
  },
];

export const faultsOfTargets: readonly Fault[] = [
  {
    from: "services:",
    to: "acts: [131-06]\nservices:",
    says: `5: acts[0]: '131-06' is no act that is known; did you mean '131-06-csp'? Allowed: ${actIds}`,
  },
  {
    from: "act: 131-06-csp\n    indicator: activation-time",
    to: "act: 131-06-cps\n    indicator: activation-time",
    says: `28: targets[1].act: '131-06-cps' is no act that is known; did you mean '131-06-csp'? Allowed: ${actIds}, operator`,
  },
  {
    from: "indicator: activation-time",
    to: "indicator: supply-time",
    says: "29: targets[1].indicator: 'supply-time' is no indicator of 131-06-csp; allowed: activation-time, fault-rate, repair-time, call-answer, disputed-charges",
  },
  {
    from: "measure: ratio",
    to: "measure: p80",
    says: "19: targets[0].measure: 'p80' is no measure of 131-06-csp fault-rate; allowed: ratio",
  },
  {
    from: "unit: days",
    to: "unit: kbit/s",
    says: "33: targets[1].unit: 'kbit/s' cannot be compared with p95 in days; allowed: days, hours, minutes, s, ms",
  },
  {
    from: "measure: p95",
    to: "measure: cases",
    says: "33: targets[1].unit: 'days' cannot be compared with cases in count; a count has no target",
  },
  {
    from: "scope: {}",
    to: 'scope: { number: "0775824309" }',
    says: "31: targets[1].scope.number: the rows of activation-time p95 do not show it; allowed: order_type, technology, network, region, priority",
  },
  {
    from: "scope: {}",
    to: "scope: { limit: 10, conditions: normal }",
    says: "31: targets[1].scope.limit: the rows of activation-time p95 do not show it; allowed: order_type, technology, network, region, priority\noperators/example.yaml:31: targets[1].scope.conditions: the rows of activation-time p95 do not show it; allowed: order_type, technology, network, region, priority",
  },
  {
    from: "technology: [VDSL, ADSL]",
    to: "urgency: alta",
    says: "20: targets[0].scope.urgency: the rows of fault-rate ratio do not show it; allowed: technology, network, region, responsibility, conditions",
  },
  {
    from: 'indicator: activation-time\n    measure: p95\n    scope: {}\n    value: "5"\n    unit: days',
    to: 'indicator: disputed-charges\n    measure: ratio\n    scope: { region: "03" }\n    value: "5"\n    unit: "%"',
    says: "31: targets[1].scope.region: the rows of disputed-charges ratio do not show it; its scope can only be {}",
  },
];
