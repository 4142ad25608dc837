-- CreateTable
CREATE TABLE "Camera" (
    "deviceId" TEXT NOT NULL PRIMARY KEY,
    "ground" TEXT,
    "aim" TEXT NOT NULL,
    "format" TEXT,
    "sourceCipher" TEXT
);

-- CreateTable
CREATE TABLE "CameraView" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "cameraId" TEXT NOT NULL,
    "incidentId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "agencyId" TEXT,
    "purpose" TEXT NOT NULL,
    "from" BIGINT NOT NULL,
    "until" BIGINT NOT NULL,
    "endedAt" BIGINT,
    "end" TEXT
);

-- CreateIndex
CREATE INDEX "CameraView_endedAt_idx" ON "CameraView"("endedAt");

-- CreateIndex
CREATE INDEX "CameraView_personId_endedAt_idx" ON "CameraView"("personId", "endedAt");
