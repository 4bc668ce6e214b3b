import { describe, expect, test } from "vitest";
import { ask, read } from "./sample-rows.ts";

describe("performance", () => {
  const speed = (test_id: string, kbit_s: string, failed = "0", profile = "4000") => ({
    test_id,
    profile,
    direction: "download",
    tested_at: "2024-01-01T00:00",
    kbit_s,
    failed,
    region: "12",
  });
  const probe = { profile: "4000", tested_at: "2024-03-31T03:00", region: "01" };
  const result = ask({
    throughput_tests: [speed("1", "1000"), speed("2", "1001"), speed("3", "", "1"), speed("4", "", "1", "8000")],
    delay_tests: ["1000", "2000", "3005"].map((delay_us, i) => ({ ...probe, test_id: `${i}`, delay_us })),
    packet_tests: [
      { ...probe, test_id: "a", packets_sent: "1000", packets_lost: "3" },
      { ...probe, test_id: "b", packets_sent: "0", packets_lost: "0" },
    ],
    dialup_outages: [
      { outage_id: "a", started_at: "2023-12-31T23:00", ended_at: "2024-01-01T01:00" },
      { outage_id: "b", started_at: "2024-01-01T00:30", ended_at: "2024-01-01T02:00" },
      { outage_id: "c", started_at: "2023-12-30", ended_at: "2024-01-01" },
    ],
  });
  const down = { direction: "download", profile: "4000" };

  test.each([
    ["throughput/p5", down, "2 1000 1000"],
    // 1000.5 half up
    ["throughput/mean", down, "2 1001 2001/2"],
    // V = 1/4, the deviation 0.5 half up: isqrt(4 x 1/4) = 1, (1 + 1) / 2 = 1
    ["throughput/stddev", down, "2 1 null"],
    ["throughput/failed", down, "3 33.33 100/3"],
    ["throughput/failed", { direction: "download", profile: "8000" }, "1 100.00 100"],
    ["throughput/p95", { direction: "download", profile: "8000" }, "0 null null"],
    ["throughput/p95", {}, "none"],
    ["delay/p95", { profile: "4000" }, "3 3.01 601/200"],
    // 6005 / 3 us
    ["delay/mean", { profile: "4000" }, "3 2.00 1201/600"],
    // 9 V = 3 x 14030025 - 6005^2 = 6030050 us2; sqrt(670005.5...) = 818.53... us = 0.82 ms
    ["delay/stddev", { profile: "4000" }, "3 0.82 null"],
    ["packet-loss/ratio", { profile: "4000" }, "2 0.30 3/10"],
    // Two hours merged of 182 x 24 - 1 = 4367
    ["dialup-unavailability/ratio", {}, "2 0.05 200/4367"],
  ])("%s at %o", (name, scope, expected) => expect(read(result, `244-08-csp/${name}`, scope)).toBe(expected));
});
