import type { Store, Tx } from "../open";

export async function readSetting(store: Store, key: string): Promise<string | null> {
  return (await store.reader.setting.findUnique({ where: { key } }))?.value ?? null;
}

export async function putSetting(tx: Tx, key: string, value: string): Promise<void> {
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}

export async function dropSetting(tx: Tx, key: string): Promise<void> {
  await tx.setting.deleteMany({ where: { key } });
}

/** The last backup as JSON: { at, bytes, rows, file }, by the command line. */
export const LAST_BACKUP = "last-backup";
/** Changed by whoever changes devices or rules behind the running city's back (the command line), so that it reads them again. */
export const REGISTRY_VERSION = "registry-version";
/** Whom citizens ask about pictures of themselves, as JSON: contract's PrivacyContact. */
export const PRIVACY_CONTACT = "privacy-contact";
