import { z } from "zod";
import { CameraSetup, CameraSetupChange, CameraView, IncidentCamera, Looking, NewCameraView } from "../camera";
import { Text } from "../common";
import { KeptPicture } from "../kept-picture";
import { defineRoutes } from "../route";
import { byId } from "./parts";

/** Cameras: seen for an open incident and a stated purpose, by who works on it, for a limited time. The pictures stand beside this table: lib/api/picture. */
export const cameraRoutes = defineRoutes({
  listIncidentCameras: {
    method: "get",
    path: "/incidents/{id}/cameras",
    permission: "cameras.view",
    summary: "Cameras near an open incident, those that see the place first; and what you look at now",
    params: byId,
    answer: z.object({ cameras: z.array(IncidentCamera), views: z.array(CameraView), kept: z.array(KeptPicture) }),
  },
  startCameraView: {
    method: "post",
    path: "/cameras/{id}/views",
    // whoever may not look is refused by the verb itself: the try goes into the record
    permission: "incidents.read",
    summary: "Look at a camera for an open incident; recorded, and so is a refusal",
    params: byId,
    body: NewCameraView,
    answer: Looking,
  },
  getCameraView: {
    method: "get",
    path: "/camera-views/{id}",
    permission: "cameras.view",
    summary: "Your own look: until when, and whether its picture is live",
    params: byId,
    answer: Looking,
  },
  extendCameraView: {
    method: "post",
    path: "/camera-views/{id}/extend",
    permission: "cameras.view",
    summary: "Look on, with a reason",
    params: byId,
    body: z.object({ reason: Text.min(1).max(300) }),
    answer: Looking,
  },
  endCameraView: {
    method: "post",
    path: "/camera-views/{id}/end",
    permission: "cameras.view",
    summary: "Look no longer",
    params: byId,
    answer: CameraView,
  },
  keepPicture: {
    method: "post",
    path: "/camera-views/{id}/pictures",
    permission: "cameras.view",
    summary:
      "Keep a picture of this moment as evidence of the look's incident; it is deleted after the camera's retention",
    params: byId,
    answer: KeptPicture,
  },
  listKeptPictures: {
    method: "get",
    path: "/cameras/{id}/pictures",
    permission: "admin",
    summary: "What is kept of a camera: of when, by whom, for what, until when",
    params: byId,
    answer: z.object({ pictures: z.array(KeptPicture) }),
  },
  getCameraSetup: {
    method: "get",
    path: "/cameras/{id}/setup",
    permission: "admin",
    summary: "Purpose, legal basis and aim of a camera, and whether a picture is connected",
    params: byId,
    answer: CameraSetup,
  },
  putCameraSetup: {
    method: "put",
    path: "/cameras/{id}/setup",
    permission: "admin",
    summary: "Say why a camera stands there, where it looks, and where its picture comes from",
    params: byId,
    body: CameraSetupChange,
    answer: CameraSetup,
  },
});
