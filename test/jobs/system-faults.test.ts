/** What the machine refused, as the sentence that a person reads. */
import { expect, test } from "vitest";
import { faultOf } from "../../jobs/terminal.ts";

const mend = "Nothing was published; mend this and run again.";

test.each<readonly [string, Partial<NodeJS.ErrnoException>, string]>([
  [
    "a folder on a disk that can only be read, which Node calls absent",
    { code: "ENOENT", syscall: "mkdir", path: "/out/drafts" },
    "/out/drafts (mkdir, ENOENT): no folder can be made there, as where the disk can only be read.",
  ],
  [
    "a file that is not there",
    { code: "ENOENT", syscall: "open", path: "/out/a.csv" },
    "/out/a.csv (open, ENOENT): it is not there.",
  ],
  [
    "a full disk, by the name of the file",
    { code: "ENOSPC", syscall: "write", path: "/out/a.csv", message: "ENOSPC: no space left on device, write" },
    "/out/a.csv: the disk is full.",
  ],
  ["a full disk, where the engine writes", { message: "IO Error: No space left on device" }, "The disk is full."],
])("%s", (_, { message, ...more }, sentence) => {
  const fault = faultOf(Object.assign(new Error(message ?? ""), more));
  expect([fault.code, fault.exitCode, fault.message]).toEqual(["system", 1, `${sentence} ${mend}`]);
});
