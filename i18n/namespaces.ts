/** One file of words per namespace and language, messages/{ko,en}/<namespace>.json. */
export const namespaces = [
  "common",
  "public",
  "signin",
  "desk",
  "device",
  "incident",
  "dispatch",
  "response",
  "admin",
  "official",
  "report",
  "transparency",
  "privacy",
  "cameras",
] as const;
export type Namespace = (typeof namespaces)[number];

/** What a page without a sign-in needs in the browser: a phone in a storm loads no more than this. */
export const openNamespaces: readonly Namespace[] = ["common", "public", "signin", "device", "official"];
