-- AlterTable
ALTER TABLE "Alert" ADD COLUMN "forecast" TEXT;

-- CreateTable
CREATE TABLE "ForecastModel" (
    "id" TEXT NOT NULL,
    "trainedAt" BIGINT NOT NULL,
    "deviceId" TEXT NOT NULL,
    "stream" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    PRIMARY KEY ("id", "trainedAt")
);

-- CreateTable
CREATE TABLE "ForecastOutcome" (
    "n" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "model" TEXT NOT NULL,
    "trainedAt" BIGINT,
    "deviceId" TEXT NOT NULL,
    "stream" TEXT NOT NULL,
    "ruleId" TEXT NOT NULL,
    "threshold" REAL NOT NULL,
    "end" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "leadMs" INTEGER
);

-- CreateIndex
CREATE INDEX "ForecastOutcome_model_deviceId_stream_idx" ON "ForecastOutcome"("model", "deviceId", "stream");
