import { expect, test } from "vitest";
import { ask, dispute, fault, invoices, order, read, target } from "./sample-rows.ts";

const acts = ["156-23-cons"];

test("the single text asks the same of internet and of voice, each as the older act measured it", () => {
  const days = { ordered_at: "2024-03-01", registered_at: "2024-03-04", completed_at: "2024-03-06" };
  const at = { reported_at: "2024-03-01T08:00", restored_at: "2024-03-01T10:00" };
  const name = "156-23-cons/supply-time/mean";
  const result = ask(
    {
      activation_orders: [order("a", days), order("b", { ...days, service: "voice" })],
      fault_reports: [
        fault("a", at),
        fault("b", { ...at, technology: "DIALUP" }),
        fault("c", { ...at, service: "voice" }),
      ],
      billing_disputes: [
        ...["a", "b"].map((id) => dispute(id, { service: "voice", invoice_id: "i1" })),
        dispute("c", { service: "internet", outcome: "upheld", credited_on: "2024-04-02", invoice_id: "i1" }),
      ],
      invoices: invoices(4),
    },
    {
      acts,
      targets: [
        { ...target("156-23-cons/repair-time/mean", { technology: "FTTH" }), service: "voice" },
        target("156-23-cons/repair-time/p95", { technology: "XGS" }),
      ],
    },
  );
  expect(result.figures.map(({ act }) => act).every((act) => act === "156-23-cons")).toBe(true);
  // From registration for internet, from the customer's order for voice; only 131/06 has the mean.
  expect(read(result, `${name}/internet`)).toBe("1 2.00 2");
  expect(read(result, "156-23-cons/supply-time/p95/voice")).toBe("1 5 5");
  expect(read(result, `${name}/voice`)).toBe("none");
  // A target of one service is not judged on the other; one of no service on both.
  expect(read(result, "156-23-cons/repair-time/mean/voice", { technology: "FTTH" })).toBe("1 2.00 2");
  expect(read(result, "156-23-cons/repair-time/p95/voice", { technology: "XGS" })).toBe("0 null null");
  expect(read(result, "156-23-cons/repair-time/p95/internet", { technology: "XGS" })).toBe("0 null null");
  // Complaints on charges are counted, not invoices: two of four; one credited invoice of four.
  expect(read(result, "156-23-cons/disputed-charges/ratio/voice")).toBe("4 50.00 50");
  expect(read(result, "156-23-cons/disputed-charges/ratio/internet")).toBe("4 25.00 25");
  expect(read(result, "156-23-cons/billing-accuracy/ratio/internet")).toBe("4 25.00 25");
  expect(read(result, "156-23-cons/billing-accuracy/ratio/voice")).toBe("4 0.00 0");
});
