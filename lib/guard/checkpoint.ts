import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { addCheckpoint, type Checkpoint, recordEnd } from "../store/audit/checkpoints";
import type { Store } from "../store/open";

type Sealed = Omit<Checkpoint, "signature">;

function sealedText({ id, at, hash }: Sealed): Buffer {
  return Buffer.from(`haechi-audit\n${id}\n${at}\n${hash}`);
}

/** The public half (PEM) of a private key (PEM, Ed25519): with it anybody can check the record, and nobody can write it. */
export function publicKeyOf(privateKey: string): string {
  return createPublicKey(createPrivateKey(privateKey)).export({ type: "spki", format: "pem" }).toString();
}

export function signCheckpoint(sealed: Sealed, privateKey: string): Checkpoint {
  return { ...sealed, signature: sign(null, sealedText(sealed), createPrivateKey(privateKey)).toString("base64") };
}

/** Where an export of the record ends: its last row, the highest id that was ever given, and when it was made (UTC ms). */
export type ExportEnd = { id: number; highestId: number; at: number; hash: string };

function endText({ id, highestId, at, hash }: ExportEnd): Buffer {
  return Buffer.from(`haechi-audit-export\n${id}\n${highestId}\n${at}\n${hash}`);
}

/** Signed apart from the checkpoints: who cuts an export off at an earlier checkpoint has no end to put there. */
export function signEnd(end: ExportEnd, privateKey: string): ExportEnd & { signature: string } {
  return { ...end, signature: sign(null, endText(end), createPrivateKey(privateKey)).toString("base64") };
}

/** Whether the holder of the key's private half signed this end. */
export function endIsSigned(end: ExportEnd & { signature: string }, publicKey: string): boolean {
  return verify(null, endText(end), createPublicKey(publicKey), Buffer.from(end.signature, "base64"));
}

/** Says of each checkpoint whether the holder of the key's private half signed it. Throws where the PEM is none. */
export function signatureCheck(publicKey: string): (checkpoint: Checkpoint) => boolean {
  const key = createPublicKey(publicKey);
  return (checkpoint) => verify(null, sealedText(checkpoint), key, Buffer.from(checkpoint.signature, "base64"));
}

/** Signs the record as it stands at `at` (UTC ms), where it has grown since the last checkpoint; null where it has not. */
export async function sealRecord(store: Store, privateKey: string, at: number): Promise<Checkpoint | null> {
  return store.write(async (tx) => {
    const { id, hash, sealedUpTo } = await recordEnd(tx);
    if (id === sealedUpTo) return null;
    const checkpoint = signCheckpoint({ id, at, hash }, privateKey);
    await addCheckpoint(tx, checkpoint);
    return checkpoint;
  });
}
