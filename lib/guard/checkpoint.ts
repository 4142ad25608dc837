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
