-- AlterTable
ALTER TABLE "Latest" ADD COLUMN "since" BIGINT;

-- CreateTable
CREATE TABLE "Doubt" (
    "stream" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "believedAt" BIGINT NOT NULL,
    "believed" REAL NOT NULL,

    PRIMARY KEY ("stream", "at")
);

-- As before, and with the newest value since when it is the same: "latest" is a JSON array of [at, stream, value, since]
DROP TRIGGER "ReadingGroup_store";

CREATE TRIGGER "ReadingGroup_store" INSTEAD OF INSERT ON "ReadingGroup"
BEGIN
    INSERT INTO "Reading"("at", "stream", "value")
        SELECT NEW."base" + (e.key >> 20), e.key & 1048575, e.value FROM json_each(NEW."readings") e WHERE true
        ON CONFLICT DO NOTHING;
    INSERT INTO "Latest"("at", "stream", "value", "since")
        SELECT e.value ->> 0, e.value ->> 1, e.value ->> 2, e.value ->> 3 FROM json_each(NEW."latest") e WHERE true
        ON CONFLICT("stream") DO UPDATE SET "at" = excluded."at", "value" = excluded."value", "since" = excluded."since"
        WHERE excluded."at" > "Latest"."at";
    INSERT INTO "RuleState"("ruleId", "deviceId", "stream", "memory")
        SELECT e.value ->> 0, e.value ->> 1, e.value ->> 2, e.value ->> 3 FROM json_each(NEW."memories") e WHERE true
        ON CONFLICT("ruleId", "deviceId", "stream") DO UPDATE SET "memory" = excluded."memory";
END;
