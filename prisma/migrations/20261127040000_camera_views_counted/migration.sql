-- CreateTable
CREATE TABLE "CameraViewRow" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "at" BIGINT NOT NULL,
    "endId" INTEGER
);

-- CreateTable
CREATE TABLE "CameraViewTotal" (
    "side" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "views" INTEGER NOT NULL,
    "refused" INTEGER NOT NULL,
    "seconds" REAL NOT NULL,

    PRIMARY KEY ("side", "month", "key")
);

-- CreateIndex
CREATE INDEX "CameraViewRow_at_idx" ON "CameraViewRow"("at");

-- CreateIndex
CREATE UNIQUE INDEX "CameraViewRow_endId_key" ON "CameraViewRow"("endId");

-- In the transaction of the record's row, whoever writes it. What ends a view belongs to the newest one that is open, of the same camera
-- and incident and the same person, where the city itself did not end it. +9 hours: the city's months (Korea keeps one offset all year).
CREATE TRIGGER "Audit_count_camera_views" AFTER INSERT ON "Audit"
WHEN NEW."action" IN ('camera.view.start', 'camera.view.end', 'camera.view.refused')
BEGIN
  INSERT INTO "CameraViewRow" ("id", "at") SELECT NEW."id", NEW."at" WHERE NEW."action" <> 'camera.view.end';
  UPDATE "CameraViewRow" SET "endId" = NEW."id" WHERE NEW."action" = 'camera.view.end' AND "id" = (
    SELECT a."id" FROM "Audit" AS a JOIN "CameraViewRow" AS v ON v."id" = a."id" AND v."endId" IS NULL
    WHERE a."subject" = NEW."subject" AND a."id" < NEW."id" AND a."action" = 'camera.view.start'
      AND a."detail" ->> 'incidentId' IS NEW."detail" ->> 'incidentId'
      AND (a."actor" = NEW."actor" OR NEW."actor" LIKE 'system:%')
    ORDER BY a."id" DESC LIMIT 1
  );
  INSERT INTO "CameraViewTotal" ("side", "month", "key", "views", "refused", "seconds")
  SELECT side."value" ->> 0, strftime('%Y-%m', NEW."at" / 1000 + 32400, 'unixepoch'), substr(coalesce(side."value" ->> 1, ''), 1, 200),
    NEW."action" = 'camera.view.start', NEW."action" = 'camera.view.refused',
    iif(NEW."action" = 'camera.view.end', max(0.0, coalesce(NEW."detail" ->> 'seconds', 0.0)), 0.0)
  FROM json_each(json_array(
    json_array('all', ''),
    json_array('camera', NEW."detail" ->> 'cameraId'),
    json_array('incident', NEW."detail" ->> 'incidentId'),
    json_array('purpose', NEW."detail" ->> 'purpose'),
    json_array('agency', NEW."detail" ->> 'agencyId'),
    json_array('person', coalesce((
      SELECT a."actor" FROM "CameraViewRow" AS v JOIN "Audit" AS a ON a."id" = v."id" WHERE v."endId" = NEW."id"
    ), NEW."actor"))
  )) AS side
  WHERE true
  ON CONFLICT ("side", "month", "key") DO UPDATE SET "views" = "views" + excluded."views",
    "refused" = "refused" + excluded."refused", "seconds" = "seconds" + excluded."seconds";
END;
