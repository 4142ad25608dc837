-- AlterTable
ALTER TABLE "Alert" ADD COLUMN "zone" TEXT;
ALTER TABLE "Alert" ADD COLUMN "levels" TEXT;
