import { defineConfig } from "vitest/config";

// tests share no module state: loading Prisma and better-auth once a worker halves the check
const isolate = false;
const alias = { "@": import.meta.dirname };

// Two projects, so that `npx vitest run --project lib` stays away from React.
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "lib",
          isolate,
          include: ["lib/**/*.test.ts"],
          globalSetup: ["lib/store/test-template.ts"],
          testTimeout: 20_000,
        },
      },
      { resolve: { alias }, test: { name: "screens", isolate, include: ["{app,components,i18n}/**/*.test.{ts,tsx}"] } },
    ],
  },
});
