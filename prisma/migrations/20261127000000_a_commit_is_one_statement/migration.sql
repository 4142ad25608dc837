-- A group of readings, the newest of each stream and what the rules remember, as one statement: one round trip, atomic by itself.
-- A view that nobody reads: what is inserted into it is written by its trigger. See docs/decisions/010.
--   readings  JSON object: (at - "base") * 2^20 + stream → value
--   latest    JSON array of [at, stream, value]
--   memories  JSON array of [ruleId, deviceId, stream, memory]
CREATE VIEW "ReadingGroup" AS SELECT 0 AS "base", '{}' AS "readings", '[]' AS "latest", '[]' AS "memories";

CREATE TRIGGER "ReadingGroup_store" INSTEAD OF INSERT ON "ReadingGroup"
BEGIN
    INSERT INTO "Reading"("at", "stream", "value")
        SELECT NEW."base" + (e.key >> 20), e.key & 1048575, e.value FROM json_each(NEW."readings") e WHERE true
        ON CONFLICT DO NOTHING;
    INSERT INTO "Latest"("at", "stream", "value")
        SELECT e.value ->> 0, e.value ->> 1, e.value ->> 2 FROM json_each(NEW."latest") e WHERE true
        ON CONFLICT("stream") DO UPDATE SET "at" = excluded."at", "value" = excluded."value" WHERE excluded."at" > "Latest"."at";
    INSERT INTO "RuleState"("ruleId", "deviceId", "stream", "memory")
        SELECT e.value ->> 0, e.value ->> 1, e.value ->> 2, e.value ->> 3 FROM json_each(NEW."memories") e WHERE true
        ON CONFLICT("ruleId", "deviceId", "stream") DO UPDATE SET "memory" = excluded."memory";
END;
