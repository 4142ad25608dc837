import type { Level } from "@/lib/contract/level";

/** Drawn at twice the size, so that symbols stay sharp on a control room's screens. */
const RATIO = 2;

export type MapSymbol = { image: ImageData; pixelRatio: number };

/** Draws a symbol of `width` × `height` CSS pixels. */
export function drawSymbol(width: number, height: number, draw: (ctx: CanvasRenderingContext2D) => void): MapSymbol {
  const canvas = Object.assign(document.createElement("canvas"), { width: width * RATIO, height: height * RATIO });
  const ctx = canvas.getContext("2d", { willReadFrequently: true });
  if (!ctx) throw new Error("the browser cannot draw on a canvas");
  ctx.scale(RATIO, RATIO);
  ctx.lineJoin = "round";
  ctx.lineCap = "round";
  draw(ctx);
  return { image: ctx.getImageData(0, 0, canvas.width, canvas.height), pixelRatio: RATIO };
}

/** A kind's icon (path in a 24 × 24 box, drawn as a stroke), `size` pixels wide, centred at x, y. */
export function strokeIcon(
  ctx: CanvasRenderingContext2D,
  path: string,
  at: { x: number; y: number; size: number },
  colour: string,
  width = 2,
): void {
  const scale = at.size / 24;
  ctx.save();
  ctx.translate(at.x - at.size / 2, at.y - at.size / 2);
  ctx.scale(scale, scale);
  ctx.lineWidth = width / scale;
  ctx.strokeStyle = colour;
  ctx.stroke(new Path2D(path));
  ctx.restore();
}

/** The outline of a level: 1 circle, 2 triangle, 3 diamond, 4 octagon, around x, y with about the same area at the same `r`. */
export function levelPath(level: Level, x: number, y: number, r: number): Path2D {
  const path = new Path2D();
  if (level === 1) {
    path.arc(x, y, r, 0, 2 * Math.PI);
    return path;
  }
  const { corners, turn, grow, drop } = POLYGONS[level];
  for (let i = 0; i < corners; i++) {
    const angle = turn + (i * 2 * Math.PI) / corners;
    path.lineTo(x + Math.cos(angle) * r * grow, y + drop * r + Math.sin(angle) * r * grow);
  }
  path.closePath();
  return path;
}

const POLYGONS: Record<2 | 3 | 4, { corners: number; turn: number; grow: number; drop: number }> = {
  2: { corners: 3, turn: -Math.PI / 2, grow: 1.38, drop: 0.2 },
  3: { corners: 4, turn: -Math.PI / 2, grow: 1.22, drop: 0 },
  4: { corners: 8, turn: Math.PI / 8, grow: 1.08, drop: 0 },
};
