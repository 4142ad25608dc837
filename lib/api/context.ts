import type { Logger } from "pino";
import type { ModelFile } from "../analyze/forecast/model-file";
import type { WatchedDevice } from "../analyze/plan";
import type { Clock } from "../base/clock";
import type { Failure } from "../base/failure";
import type { Place } from "../base/geo";
import type { NewId } from "../base/id";
import type { NewCameraSource, Picture } from "../contract/camera";
import type { Change } from "../contract/change";
import type { CityInfo, Health, PublicSummary } from "../contract/city";
import type { Device } from "../contract/device";
import type { Forecast, Forecaster, ForecasterInfo } from "../contract/forecast";
import type { WebhookState, WebhookTest } from "../contract/notice";
import type { Official } from "../contract/official";
import type { Transparency } from "../contract/privacy";
import type { River } from "../contract/river";
import type { TravelLaw } from "../contract/travel-law";
import type { Actor } from "../guard/actor";
import type { Kind } from "../kinds/kind";
import type { Store } from "../store/open";
import type { Uploads } from "../store/upload/uploads";

/** The in-memory truth of the river: links and latest values as they are this instant. */
export type CityView = {
  city(): CityInfo;
  /** Devices in service and retired. */
  devices(): Device[];
  device(id: string): Device | undefined;
  health(): Health;
  summary(): PublicSummary;
  official(): Official;
  /** What the city watches and why, and how often it looked. */
  transparency(): Promise<Transparency>;
  /** The devices in service as the judge sees them. */
  watched(): WatchedDevice[];
  /** What is expected of a stream, as of its newest reading; null where nothing can be said. */
  forecast(deviceId: string, stream: string): Forecast | null;
  /** Who forecasts, and how good they are. */
  forecasters(): Promise<ForecasterInfo[]>;
  /** The training of a forecaster; null for the trend, and where it is gone. */
  model(by: Forecaster): Promise<ModelFile | null>;
};

/** What leaves the house: how its receivers do, and what an admin can do about it. */
export type Deliveries = {
  reach: "network" | "loopback" | "none";
  states(): Promise<WebhookState[]>;
  /** Why no notice would ever be sent to this address, or null. */
  refusal(url: string): Failure | null;
  /** One try of a webhook that there is, outside of its queue. */
  test(agencyId: string): Promise<WebhookTest>;
  /** What waits for this agency is tried now. */
  retryNow(agencyId: string): void;
};

export type PictureAnswer = {
  status: 200 | 206;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
  contentRange: string | null;
};

/** Pictures of cameras, through the city (lib/cameras). */
export type Pictures = {
  /** Why this address would never be called, or null. */
  refusal(url: URL): Failure | null;
  take(ask: {
    viewId: string;
    cameraId: string;
    source: NewCameraSource;
    name: string;
    range: string | null;
  }): Promise<PictureAnswer>;
  /** A JPEG of what came after this was called; Failure `conflict` where the picture stands still, `busy` where none can be made. */
  still(ask: { viewId: string; cameraId: string; source: NewCameraSource }): Promise<Uint8Array>;
  state(cameraId: string): Picture;
  ended(viewId: string): void;
  /** A screen asks for its look, at `at` (UTC ms, city clock). */
  asked(viewId: string, at: number): void;
  /** Of the looks that stand, those that no screen asks for any more, with when it did last (UTC ms, city clock). */
  left(standing: readonly string[], now: number): Map<string, number>;
};

/** What every verb of the API works with. */
export type ApiContext = {
  store: Store;
  clock: Clock;
  newId: NewId;
  kinds: ReadonlyMap<string, Kind>;
  view: CityView;
  /** The city stands behind a proxy on this host, whose `x-forwarded-for` says who asks. */
  behindProxy: boolean;
  /** Seals device keys (lib/guard/device-key). */
  deviceMaster: Buffer;
  deliveries: Deliveries;
  pictures: Pictures;
  /** Files that people add to incidents. */
  uploads: Uploads;
  /** Pictures of cameras that are kept as evidence. */
  kept: Uploads;
  /** Seconds by road from each place (null where none leads), where the city has a routing server; rejects with `busy`. */
  secondsTo: ((from: readonly Place[], to: Place) => Promise<(number | null)[]>) | null;
  /** By what travel times are reckoned where no road is known. */
  travelLaw: TravelLaw;
  river(): Promise<River>;
  /** What the screens were told; `flush` resolves when all of it can be read. */
  past: { flush(): Promise<void> };
  /** What Prometheus reads. */
  metrics: { contentType: string; text(): Promise<string> };
  log: Logger;
  /** Told after the commit: screens and the judge follow. Resolves when the judge obeys. */
  changed(change: Change): Promise<void>;
  /** Who sends these headers; anonymous where nobody is signed in. Never throws for a wrong session or token. */
  identify(headers: Headers): Promise<Actor>;
  /** better-auth's own routes below /api/auth. */
  authHandler(request: Request): Promise<Response>;
  /** Hashes a password as sign-in expects it. */
  hashPassword(password: string): Promise<string>;
};
