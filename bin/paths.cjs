// dependency-cruiser reads the alias of tsconfig.json here: TypeScript 7 has no API to read it with.
module.exports = { resolve: { alias: { "@": require("node:path").dirname(__dirname) } } };
