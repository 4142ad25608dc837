import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

// a control room has no internet, and nobody's use is counted
process.env.NEXT_TELEMETRY_DISABLED ??= "1";

const withIntl = createNextIntlPlugin("./i18n/request.ts");

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  agentRules: false,
  devIndicators: false,
  // the city's proxy stands before the dev server under these names
  allowedDevOrigins: ["127.0.0.1", "localhost"],
  turbopack: { root: import.meta.dirname },
  // `npm run check` judges the types; a start on a fresh clone need not do it twice
  typescript: { ignoreBuildErrors: true },
  // a role that may not enter gets a 403 with app/forbidden.tsx
  experimental: { authInterrupts: true, optimizePackageImports: ["radix-ui"] },
};

export default withIntl(config);
