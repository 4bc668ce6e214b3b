/** Tests of the access profiles (throughput, delay, packets) and of the backbone. */
import type { Curve } from "./random.ts";
import { createRhythm, hours, type Rhythm } from "./rhythm.ts";
import { countOf, type Draft, idOf, type Sample } from "./sample.ts";

const packetsSent = 1000;

const backboneDelayUs: Curve = [
  [0, 2_000],
  [900, 15_000],
  [992, 70_000],
  [1000, 150_000],
];
const backboneLost: Curve = [
  [900, 0],
  [990, 8],
  [1000, 120],
];

export function* throughputTests(sample: Sample): Iterable<Draft> {
  const { throughputTests: perMille, failedTests } = sample.parameters;
  for (const { index, tested_at, random } of tests(sample, "throughput_tests", perMille)) {
    const { profile, direction, speedKbits } = offerAt(sample.preset.throughput, index);
    const failed = random.perMille(failedTests);
    const test_id = idOf(sample, "T", index);
    const measured = { kbit_s: failed ? null : random.draw(speedKbits), failed: failed ? 1 : 0 };
    const region = random.pick(sample.preset.regions);
    yield { values: { test_id, profile, direction, tested_at, ...measured, region } };
  }
}

export function* delayTests(sample: Sample): Iterable<Draft> {
  for (const { index, tested_at, random } of tests(sample, "delay_tests", sample.parameters.delayTests)) {
    const { profile, delayUs } = offerAt(sample.preset.delay, index);
    const region = random.pick(sample.preset.regions);
    yield { values: { test_id: idOf(sample, "Y", index), profile, tested_at, delay_us: random.draw(delayUs), region } };
  }
}

export function* packetTests(sample: Sample): Iterable<Draft> {
  for (const { index, tested_at, random } of tests(sample, "packet_tests", sample.parameters.packetTests)) {
    const { profile, lost } = offerAt(sample.preset.loss, index);
    const packets = { packets_sent: packetsSent, packets_lost: random.draw(lost) };
    const region = random.pick(sample.preset.regions);
    yield { values: { test_id: idOf(sample, "P", index), profile, tested_at, ...packets, region } };
  }
}

export function* backboneTests(sample: Sample): Iterable<Draft> {
  for (const { index, tested_at, random } of tests(sample, "backbone_tests", sample.parameters.backboneTests)) {
    const delay_us = random.draw(backboneDelayUs);
    const packets = { packets_sent: packetsSent, packets_lost: random.draw(backboneLost) };
    const point = offerAt(sample.preset.backbonePoints, index);
    yield { values: { test_id: idOf(sample, "B", index), point, tested_at, delay_us, ...packets } };
  }
}

/** The tests of a table in order of time, day and night alike. */
function* tests(sample: Sample, table: string, perMilleOfLines: number) {
  const rhythm: Rhythm = createRhythm(sample, { inPeriod: countOf(sample, perMilleOfLines), hours: hours.allDay });
  for (let index = 0; index < rhythm.rows; index += 1) {
    const random = sample.random(table, index);
    yield { index, tested_at: rhythm.at(index, random), random };
  }
}

/** The probes go through the offers in turn. */
function offerAt<T>(offers: readonly T[], index: number): T {
  const offer = offers[index % offers.length];
  if (offer === undefined) throw new RangeError("The operator's shape names no offer to test.");
  return offer;
}
