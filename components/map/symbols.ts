import type { KindInfo } from "@/lib/contract/kind";
import { type Level, levels } from "@/lib/contract/level";
import { drawSymbol, levelPath, type MapSymbol, strokeIcon } from "./draw-symbol";
import { inkOn, type MapPalette } from "./map-palette";

export const ALERT_SIZE = 36;

/** The kind's icon alone, for the disc of a device. */
export const kindSymbol = (kind: KindInfo, palette: MapPalette): MapSymbol =>
  drawSymbol(18, 18, (ctx) => strokeIcon(ctx, kind.icon, { x: 9, y: 9, size: 15 }, palette.ink, 1.5));

/** How an alert is drawn: filled, an outline once somebody has acknowledged it, and a dashed outline where it is a forecast. */
export type AlertLook = "new" | "seen" | "forecast";

/** An alert: the level's shape and colour around the kind's icon. */
export function alertSymbol(kind: KindInfo, level: Level, look: AlertLook, palette: MapPalette): MapSymbol {
  const acknowledged = look !== "new";
  const c = ALERT_SIZE / 2;
  const colour = palette.level[level];
  return drawSymbol(ALERT_SIZE, ALERT_SIZE, (ctx) => {
    const shape = levelPath(level, c, c, 11.5);
    ctx.lineWidth = 5;
    ctx.strokeStyle = palette.ground;
    ctx.stroke(shape);
    ctx.fillStyle = acknowledged ? palette.panel : colour;
    ctx.fill(shape);
    ctx.lineWidth = 2;
    ctx.strokeStyle = palette.levelEdge[level];
    if (look === "forecast") ctx.setLineDash([3, 2.5]);
    ctx.stroke(shape);
    ctx.setLineDash([]);
    const at = { x: c, y: level === 2 ? c + 2 : c, size: level === 2 ? 12 : 14 };
    strokeIcon(ctx, kind.icon, at, acknowledged ? palette.levelInk[level] : inkOn(colour), 1.7);
  });
}

/** An incident: a pin with the level's shape in its head; its foot stands on the place. */
export function incidentSymbol(level: Level, palette: MapPalette): MapSymbol {
  return drawSymbol(36, 46, (ctx) => {
    const pin = new Path2D("M18 44C18 44 4 29 4 17a14 14 0 0 1 28 0C32 29 18 44 18 44z");
    ctx.lineWidth = 5;
    ctx.strokeStyle = palette.ground;
    ctx.stroke(pin);
    ctx.fillStyle = palette.panel;
    ctx.fill(pin);
    ctx.lineWidth = 2.5;
    ctx.strokeStyle = palette.levelEdge[level];
    ctx.stroke(pin);
    ctx.fillStyle = palette.levelEdge[level];
    ctx.fill(levelPath(level, 18, 17, 6.5));
  });
}

const SHIELD =
  "M20 13c0 5-3.5 7.5-7.7 9-.2.1-.4.1-.6 0C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.2-2.7a1.2 1.2 0 0 1 1.6 0C14.5 3.8 17 5 19 5a1 1 0 0 1 1 1z";
const FLAME =
  "M8.5 14.5A2.5 2.5 0 0 0 11 12c0-1.4-.5-2-1-3-1.1-2.1-.2-4.1 2-6 .5 2.5 2 4.9 4 6.5 2 1.6 3 3.5 3 5.5a7 7 0 1 1-14 0c0-1.2.4-2.3 1-3a2.5 2.5 0 0 0 2.5 2.5z";
const TRUCK = "M3 6h11v10H3zM14 10h4l3 3v3h-7M7 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM17 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z";

/** The icon of an agency; one that nobody has drawn yet is a truck. */
export const agencyIcon = (agencyId: string): string => ({ police: SHIELD, fire: FLAME })[agencyId] ?? TRUCK;

/** A unit: a plate with its agency's icon, filled while it has something to do. */
export function unitSymbol(agencyId: string, busy: boolean, palette: MapPalette): MapSymbol {
  return drawSymbol(30, 26, (ctx) => {
    const plate = new Path2D();
    plate.roundRect(4, 4, 22, 18, 5);
    ctx.lineWidth = 4;
    ctx.strokeStyle = palette.ground;
    ctx.stroke(plate);
    ctx.fillStyle = busy ? palette.accent : palette.panel;
    ctx.fill(plate);
    ctx.lineWidth = 1.5;
    ctx.strokeStyle = busy ? palette.accent : palette.muted;
    ctx.stroke(plate);
    strokeIcon(ctx, agencyIcon(agencyId), { x: 15, y: 13, size: 13 }, busy ? inkOn(palette.accent) : palette.ink, 1.6);
  });
}

/** A unit of which nobody knows whether it is still there: hollow and struck out. */
export function lostUnitSymbol(agencyId: string, palette: MapPalette): MapSymbol {
  return drawSymbol(30, 26, (ctx) => {
    const plate = new Path2D();
    plate.roundRect(4, 4, 22, 18, 5);
    ctx.fillStyle = palette.ground;
    ctx.fill(plate);
    ctx.setLineDash([3, 2.5]);
    ctx.strokeStyle = palette.faint;
    ctx.lineWidth = 1.5;
    ctx.stroke(plate);
    ctx.setLineDash([]);
    strokeIcon(ctx, agencyIcon(agencyId), { x: 15, y: 13, size: 13 }, palette.faint, 1.4);
    ctx.strokeStyle = palette.muted;
    ctx.stroke(new Path2D("M5 22L25 4"));
  });
}

/** A station: its agency's icon on a small quiet square. */
export const stationSymbol = (agencyId: string, palette: MapPalette): MapSymbol =>
  drawSymbol(20, 20, (ctx) => {
    ctx.fillStyle = palette.ground;
    ctx.globalAlpha = 0.8;
    ctx.fillRect(2, 2, 16, 16);
    ctx.globalAlpha = 1;
    ctx.strokeStyle = palette.faint;
    ctx.strokeRect(2, 2, 16, 16);
    strokeIcon(ctx, agencyIcon(agencyId), { x: 10, y: 10, size: 12 }, palette.muted, 1.4);
  });

/** A stroke through the disc of a device that does not speak. */
export const silentSymbol = (palette: MapPalette): MapSymbol =>
  drawSymbol(22, 22, (ctx) => {
    const stroke = new Path2D("M4 18L18 4");
    ctx.lineWidth = 4;
    ctx.strokeStyle = palette.ground;
    ctx.stroke(stroke);
    ctx.lineWidth = 1.8;
    ctx.strokeStyle = palette.muted;
    ctx.stroke(stroke);
  });

/** Every alert symbol of a kind, by its image's name. */
export function alertSymbols(kind: KindInfo, palette: MapPalette): [string, MapSymbol][] {
  return levels.flatMap((level) =>
    LOOKS.map((look): [string, MapSymbol] => [
      alertImage(kind.id, level, look),
      alertSymbol(kind, level, look, palette),
    ]),
  );
}

const LOOKS: readonly AlertLook[] = ["new", "seen", "forecast"];

export const alertImage = (kind: string, level: Level, look: AlertLook): string => `alert ${kind} ${level} ${look}`;
