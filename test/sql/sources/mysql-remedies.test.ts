import { expect, test } from "vitest";
import { admissionRemedy, rightsRemedy } from "../../../sql/sources/mysql-remedies.ts";

const address = { user: "reader", password: "secret", database: "qos", host: "db.example" };

test.each<readonly [number, string, string]>([
  [1698, "takes no password", "no account"],
  [1045, "no account 'reader'@'%'", "takes no password"],
  [1044, "GRANT SELECT ON qos.*", "no account"],
])("of error %i at the door it says %s, and not %s", (errno, says, not) => {
  const remedy = admissionRemedy(address, errno, "Access denied for user 'reader'@'%'");
  expect(remedy).toContain(says);
  expect(remedy).not.toContain(not);
});

test.each<readonly [number, string | undefined]>([
  [1142, "GRANT SELECT ON qos.*"],
  [1370, "GRANT EXECUTE ON FUNCTION"],
  [1146, undefined],
])("of error %i in a SELECT it says %s", (errno, says) => {
  const remedy = rightsRemedy(address, errno);
  if (says === undefined) expect(remedy).toBe(undefined);
  else expect(remedy).toContain(says);
});
