-- CreateTable
CREATE TABLE "Told" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" BIGINT NOT NULL,
    "noun" TEXT NOT NULL,
    "thing" TEXT NOT NULL,
    "body" BLOB
);

-- CreateTable
CREATE TABLE "ToldFrame" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" BIGINT NOT NULL,
    "rows" BLOB NOT NULL
);

-- CreateIndex
CREATE INDEX "Told_at_idx" ON "Told"("at");

-- CreateIndex
CREATE INDEX "ToldFrame_at_idx" ON "ToldFrame"("at");
