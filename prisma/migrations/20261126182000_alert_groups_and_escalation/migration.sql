-- AlterTable
ALTER TABLE "Alert" ADD COLUMN "groupId" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Alert" ADD COLUMN "escalations" TEXT;

-- An alert from before there were groups stands alone
UPDATE "Alert" SET "groupId" = "id";
