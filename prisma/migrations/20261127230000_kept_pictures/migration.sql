-- CreateTable
CREATE TABLE "KeptPicture" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "cameraId" TEXT NOT NULL,
    "incidentId" TEXT NOT NULL,
    "viewId" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "agencyId" TEXT,
    "purpose" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "deletedAt" BIGINT
);

-- CreateIndex
CREATE INDEX "KeptPicture_incidentId_idx" ON "KeptPicture"("incidentId");

-- CreateIndex
CREATE INDEX "KeptPicture_deletedAt_expiresAt_idx" ON "KeptPicture"("deletedAt", "expiresAt");
