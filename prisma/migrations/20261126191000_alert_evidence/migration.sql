-- CreateTable
CREATE TABLE "AlertEvidence" (
    "alertId" TEXT NOT NULL PRIMARY KEY,
    "collectedAt" BIGINT NOT NULL,
    "data" TEXT NOT NULL
);

-- AlterTable
ALTER TABLE "Alert" ADD COLUMN "finding" TEXT;
ALTER TABLE "Alert" ADD COLUMN "foundAt" BIGINT;
ALTER TABLE "Alert" ADD COLUMN "foundBy" TEXT;
ALTER TABLE "Alert" ADD COLUMN "foundNote" TEXT;
