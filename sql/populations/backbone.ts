/** Tests from the operator's network to its transit and peering points. */
import { sql } from "kysely";
import { type ClassifiedRows, classOf, type MeasuringContext, outsidePeriod, rowCount, total } from "./population.ts";

/** Round trips. Fact: `delay` in microseconds. */
export function backboneDelays(context: MeasuringContext): readonly ClassifiedRows[] {
  return [{ ...backboneTests(context), histograms: [{ fact: "delay", column: "delay_us" }], aggregates: [] }];
}

/** Packets. Counts: `sent`, `lost`, `tests`. */
export function backbonePackets(context: MeasuringContext): readonly ClassifiedRows[] {
  const aggregates = [
    { fact: "sent", of: total("packets_sent") },
    { fact: "lost", of: total("packets_lost") },
    { fact: "tests", of: rowCount },
  ];
  return [{ ...backboneTests(context), listed: ["packets_sent", "packets_lost"], histograms: [], aggregates }];
}

function backboneTests({ db, period }: MeasuringContext): Omit<ClassifiedRows, "histograms" | "aggregates"> {
  const rows = db
    .selectFrom("backbone_tests as t")
    .select(["t.test_id", "t.tested_at", "t.point", "t.delay_us", "t.packets_sent", "t.packets_lost"])
    .select([classOf([[outsidePeriod(period, "t.tested_at"), "outside"]]).as("class"), sql<null>`null`.as("left_out")]);
  return { table: "backbone_tests", rows, dimensions: ["point"], key: "test_id", times: ["tested_at"] };
}
