-- As before, and: what ends a view belongs to the one of the same id, since a person may look at a camera for two purposes at once; a try
-- of somebody who has not signed in is no agency's.
DROP TRIGGER "Audit_count_camera_views";
CREATE TRIGGER "Audit_count_camera_views" AFTER INSERT ON "Audit"
WHEN NEW."action" IN ('camera.view.start', 'camera.view.end', 'camera.view.refused')
BEGIN
  INSERT INTO "CameraViewRow" ("id", "at") SELECT NEW."id", NEW."at" WHERE NEW."action" <> 'camera.view.end';
  UPDATE "CameraViewRow" SET "endId" = NEW."id" WHERE NEW."action" = 'camera.view.end' AND "id" = (
    SELECT a."id" FROM "Audit" AS a JOIN "CameraViewRow" AS v ON v."id" = a."id" AND v."endId" IS NULL
    WHERE a."subject" = NEW."subject" AND a."id" < NEW."id" AND a."action" = 'camera.view.start'
      AND a."detail" ->> 'viewId' IS NEW."detail" ->> 'viewId'
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
    json_array('agency', iif(NEW."actor" = 'anonymous', 'anonymous', NEW."detail" ->> 'agencyId')),
    json_array('person', coalesce((
      SELECT a."actor" FROM "CameraViewRow" AS v JOIN "Audit" AS a ON a."id" = v."id" WHERE v."endId" = NEW."id"
    ), NEW."actor"))
  )) AS side
  WHERE true
  ON CONFLICT ("side", "month", "key") DO UPDATE SET "views" = "views" + excluded."views",
    "refused" = "refused" + excluded."refused", "seconds" = "seconds" + excluded."seconds";
END;
