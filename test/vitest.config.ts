import { defineConfig } from "vitest/config";

/** The database and the documents' readers are shared by all tests: one server, started once, one database for each test. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/setup/global-setup.ts"],
    pool: "forks",
    // Two cores: more workers would only make the timeouts meet each other.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      provider: "v8",
      include: ["jobs/**/*.ts", "reports/**/*.ts", "sql/**/*.ts", "templates/**/*.ts"],
      reporter: ["text", "json-summary"],
    },
  },
});
