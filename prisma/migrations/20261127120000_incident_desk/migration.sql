-- AlterTable
ALTER TABLE "Incident" ADD COLUMN "mergedInto" TEXT;

-- CreateTable
CREATE TABLE "IncidentLink" (
    "a" TEXT NOT NULL,
    "b" TEXT NOT NULL,

    PRIMARY KEY ("a", "b"),
    CONSTRAINT "IncidentLink_a_fkey" FOREIGN KEY ("a") REFERENCES "Incident" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "IncidentLink_b_fkey" FOREIGN KEY ("b") REFERENCES "Incident" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "IncidentFile" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "incidentId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "by" TEXT NOT NULL,
    "agencyId" TEXT,
    CONSTRAINT "IncidentFile_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Handover" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" BIGINT NOT NULL,
    "by" TEXT NOT NULL,
    "byActor" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "takenAt" BIGINT,
    "takenBy" TEXT
);

-- CreateIndex
CREATE INDEX "IncidentLink_b_idx" ON "IncidentLink"("b");

-- CreateIndex
CREATE INDEX "IncidentFile_incidentId_idx" ON "IncidentFile"("incidentId");

-- CreateIndex
CREATE INDEX "Handover_at_idx" ON "Handover"("at");
