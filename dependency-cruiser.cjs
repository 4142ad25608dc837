// The import law of the house: facts flow down the river, and nobody looks sideways. `npm run check` reads it.
const STAGES = [
  "gateway",
  "ingest",
  "analyze",
  "alert",
  "dispatch",
  "live",
  "api",
  "publish",
  "deliver",
  "guard",
  "device",
  "feeds",
  "roads",
  "observe",
  "cameras",
];
const PURE = ["analyze", "alert", "dispatch"];
const GROUND = ["base", "kinds", "contract"];
const BUILTIN =
  "^(assert|buffer|child_process|cluster|crypto|dgram|dns|events|fs|http|https|http2|net|os|path|process|stream|tls|url|util|worker_threads|zlib)(/|$)";
const TESTS = "(\\.test|/test-[a-z]+)\\.tsx?$";

const rooms = (names) => `^lib/(${names.join("|")})/`;
/** The files of `from` may import, of our own code, only what lies in `may`. */
function only(name, comment, from, may) {
  return {
    name,
    comment,
    severity: "error",
    from: { path: from, pathNot: TESTS },
    to: { path: "^(lib|app|components|bench|e2e|bin)/|^server\\.ts$", pathNot: may },
  };
}

/** A stage sees the ground, the store and itself; `more` names the deciders that some stages hold. */
function stage(name, more = []) {
  const may = rooms([...GROUND, name, ...(PURE.includes(name) ? [] : ["store"]), ...more]);
  return only(
    `stage-${name}`,
    `lib/${name} takes facts and returns facts: it does not know its neighbours.`,
    `^lib/${name}/`,
    may,
  );
}

module.exports = {
  forbidden: [
    only("base", "base stands on nothing.", "^lib/base/", "^lib/base/"),
    only("kinds", "kinds stand on base.", "^lib/kinds/", rooms(["base", "kinds"])),
    only("contract", "the contract stands on base and kinds.", "^lib/contract/", rooms(GROUND)),
    only("client", "the client knows the contract only.", "^lib/client/", rooms([...GROUND, "client"])),
    only(
      "store",
      "the store answers questions; it does not know who asks.",
      "^lib/store/",
      rooms([...GROUND, "store"]),
    ),
    ...STAGES.filter((name) => name !== "api").map((name) => stage(name)),
    stage("api", [...PURE, "guard"]),
    only(
      "screens",
      "Screens are clients of the city like any other: the contract, and no more.",
      "^(app|components)/",
      `^(app|components)/|${rooms([...GROUND, "client"])}`,
    ),
    only(
      "components-below-app",
      "A component does not know the page it stands on.",
      "^components/",
      `^components/|${rooms([...GROUND, "client"])}`,
    ),
    {
      name: "deciders-are-pure",
      comment: "analyze, alert and dispatch do no I/O: no Node modules, no packages but the contract's.",
      severity: "error",
      from: { path: rooms(PURE), pathNot: TESTS },
      to: { dependencyTypes: ["core", "npm", "npm-dev"] },
    },
    {
      name: "ground-has-no-node",
      comment: "base, kinds, contract and client run in the browser too.",
      severity: "error",
      from: { path: rooms([...GROUND, "client"]), pathNot: TESTS },
      to: { path: BUILTIN, dependencyTypes: ["core"] },
    },
    {
      name: "only-the-store-knows-prisma",
      comment: "Ask the store a question, or add one to it: no other room speaks SQL.",
      severity: "error",
      from: { path: "^(lib|app|components)/", pathNot: `^lib/store/|${TESTS}` },
      to: { path: "node_modules/(@prisma|better-sqlite3|prisma)/|^lib/store/generated/" },
    },
    {
      name: "nobody-imports-the-wiring",
      comment: "start.ts wires and flow.ts orders: what they hold is handed in.",
      severity: "error",
      from: { path: "^(lib/[^/]+|app|components)/", pathNot: `^lib/(cli|evaluate|exercise|demo|web)/|${TESTS}` },
      to: { path: "^lib/[^/]+\\.ts$|^server\\.ts$", pathNot: "^lib/env\\.ts$" },
    },
    {
      name: "no-circle",
      comment: "Two files that need each other are one, or three.",
      severity: "error",
      from: { path: "^(lib|app|components|e2e|bench)/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "product-needs-no-dev-package",
      comment: "What runs in the city is in `dependencies`.",
      severity: "error",
      from: { path: "^(lib|app|components)/|^server\\.ts$", pathNot: TESTS },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    // TypeScript 7 has no API for tools; the swc that comes with next-intl reads the same files
    parser: "swc",
    doNotFollow: { path: "node_modules|^lib/store/generated" },
    webpackConfig: { fileName: "bin/paths.cjs" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json", ".css"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
