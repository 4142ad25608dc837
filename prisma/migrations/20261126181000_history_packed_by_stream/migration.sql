-- CreateTable
CREATE TABLE "Late" (
    "stream" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "value" REAL NOT NULL,

    PRIMARY KEY ("stream", "at")
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "Pack" (
    "stream" INTEGER NOT NULL,
    "start" BIGINT NOT NULL,
    "end" BIGINT NOT NULL,
    "count" INTEGER NOT NULL,
    "data" BLOB NOT NULL,

    PRIMARY KEY ("stream", "start")
);

-- CreateTable
CREATE TABLE "Rollup" (
    "stream" INTEGER NOT NULL,
    "level" INTEGER NOT NULL,
    "page" INTEGER NOT NULL,
    "data" BLOB NOT NULL,

    PRIMARY KEY ("stream", "level", "page")
);

-- CreateTable
CREATE TABLE "HistoryMark" (
    "stream" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "packedTo" BIGINT NOT NULL,
    "rawFrom" BIGINT,
    "minutesFrom" BIGINT,
    "hoursFrom" BIGINT
);
