-- CreateTable
CREATE TABLE "Webhook" (
    "agencyId" TEXT NOT NULL PRIMARY KEY,
    "url" TEXT NOT NULL,
    "secretCipher" TEXT NOT NULL,
    "oldCipher" TEXT,
    "oldUntil" BIGINT,
    "events" TEXT NOT NULL,
    CONSTRAINT "Webhook_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Notice" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "receiver" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "refusals" INTEGER NOT NULL DEFAULT 0,
    "firstTriedAt" BIGINT,
    "nextAttemptAt" BIGINT,
    "deliveredAt" BIGINT,
    "expiresAt" BIGINT,
    "lastError" TEXT
);

-- CreateIndex
CREATE INDEX "Notice_state_receiver_seq_idx" ON "Notice"("state", "receiver", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_id_receiver_key" ON "Notice"("id", "receiver");
