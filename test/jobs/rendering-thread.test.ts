import { afterEach, expect, test } from "vitest";
import { renderingHere } from "../../jobs/rendering.ts";
import { RenderingThread } from "../../jobs/rendering-thread.ts";
import { sampleModel } from "../templates/sample-model.ts";

const beside = [{ name: "indicators.json", sha256: "0".repeat(64) }];
const open: RenderingThread[] = [];

function thread(): RenderingThread {
  const rendering = new RenderingThread();
  open.push(rendering);
  return rendering;
}

afterEach(async () => {
  for (const rendering of open.splice(0)) await rendering.close();
});

test("a thread of their own renders the same documents, says its steps, and keeps models asked at once apart", async () => {
  const model = sampleModel();
  const other = { ...model, operator: { ...model.operator, name: "Altra S.p.A." } };
  const rendering = thread();
  const steps: string[] = [];
  const [files, others] = await Promise.all([
    rendering.documents(model, beside, (words) => steps.push(words)),
    rendering.documents(other, [], () => {}),
  ]);
  const expected = await renderingHere.documents(model, beside, () => {});
  expect(files.map(({ name }) => name)).toEqual(expected.map(({ name }) => name));
  expect(files.map(({ bytes }) => Buffer.from(bytes).toString("base64"))).toEqual(
    expected.map(({ bytes }) => Buffer.from(bytes).toString("base64")),
  );
  expect([steps[0], steps.at(-1)]).toEqual([expect.stringContaining("workbook"), "writing the page"]);
  const page = others.find(({ name }) => name === "index.html");
  expect(Buffer.from(page?.bytes ?? []).toString("utf8")).toContain("Altra S.p.A.");
});

test("what a document refuses arrives as the same sentence and exit code, and the next model is rendered", async () => {
  const model = sampleModel();
  // A character that the report's font does not have.
  const unprintable = { ...model, operator: { ...model.operator, name: "Operatore \u{1F4DE}" } };
  const rendering = thread();
  const refused = rendering.documents(unprintable, beside, () => {});
  await expect(refused).rejects.toMatchObject({ message: expect.stringContaining("U+1F4DE") });
  expect((await rendering.documents(model, beside, () => {})).map(({ name }) => name)).toContain("report.pdf");
});

test("a thread that is gone answers nobody with silence", async () => {
  const rendering = thread();
  const asked = rendering.documents(sampleModel(), beside, () => {});
  const heard = expect(asked).rejects.toThrow(/thread/);
  await rendering.close();
  await heard;
  await expect(rendering.documents(sampleModel(), beside, () => {})).rejects.toThrow(/thread/);
});
