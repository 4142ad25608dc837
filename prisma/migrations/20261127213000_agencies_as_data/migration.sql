-- What an agency is, how it is reached, its area, what it is for and how it grades a request.
ALTER TABLE "Agency" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'other';
ALTER TABLE "Agency" ADD COLUMN "panel" TEXT NOT NULL DEFAULT 'console';
ALTER TABLE "Agency" ADD COLUMN "zones" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "Agency" ADD COLUMN "hazards" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "Agency" ADD COLUMN "codes" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "Assignment" ADD COLUMN "code" TEXT;

-- The two that every city has had: suggested for what they were asked to until now.
UPDATE "Agency" SET "kind" = "id", "hazards" = '["flood","rain","heat","cold","camera","other"]' WHERE "id" IN ('police', 'fire');
