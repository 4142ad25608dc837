"use client";
import type { Map as MapLibreMap } from "maplibre-gl";
import { useEffect, useRef } from "react";
import { TerraDraw, TerraDrawPolygonMode, TerraDrawSelectMode, ValidateNotSelfIntersecting } from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";
import { type MapStage, useMapStage } from "@/components/map/map-context";
import type { Ring } from "./ring-text";

/** `ring` undefined: the text is half typed, what is drawn stays. */
type DrawLayerProps = { ring: Ring | null | undefined; onRing(ring: Ring): void };

/**
 * One polygon, drawn and reshaped by pointer. Without a ring a click starts one; with one its corners can be dragged, and a
 * right click takes a corner away. A ring that comes from outside (the coordinates' text) replaces what is drawn.
 */
export function DrawLayer({ ring, onRing }: DrawLayerProps) {
  const stage = useMapStage();
  const tell = useRef(onRing);
  tell.current = onRing;
  const draw = useRef<TerraDraw | null>(null);
  const told = useRef<string>("");

  useEffect(() => {
    const drawing = startDrawing(stage);
    draw.current = drawing;
    told.current = "";
    drawing.on("finish", () => {
      const drawn = drawnRing(drawing);
      if (!drawn) return;
      told.current = JSON.stringify(drawn);
      tell.current(drawn);
      // after the tool's own work on this click: a finished area is there to be reshaped
      setTimeout(() => drawing.enabled && drawing.getMode() === "polygon" && reshape(drawing), 0);
    });
    return () => {
      draw.current = null;
      stopDrawing(drawing, stage.map);
    };
  }, [stage]);

  useEffect(() => {
    if (ring === undefined) return;
    const text = JSON.stringify(ring);
    // what this layer itself told comes back: drawing it again would take the hand's corner away
    if (draw.current && told.current !== text) show(draw.current, ring, stage.map);
    told.current = text;
  }, [stage, ring]);
  return null;
}

function startDrawing({ map, palette }: MapStage): TerraDraw {
  const outline = hex(palette.accent);
  const style = { fillColor: outline, fillOpacity: 0.2, outlineColor: outline, outlineWidth: 2 } as const;
  const validation = (
    feature: Parameters<typeof ValidateNotSelfIntersecting>[0],
    { updateType }: { updateType: string },
  ) => (updateType === "finish" || updateType === "commit" ? ValidateNotSelfIntersecting(feature) : { valid: true });
  const drawing = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 6 }),
    modes: [
      new TerraDrawPolygonMode({ styles: style, validation }),
      new TerraDrawSelectMode({
        flags: {
          polygon: { feature: { draggable: true, coordinates: { midpoints: true, draggable: true, deletable: true } } },
        },
        styles: { selectedPolygonColor: outline, selectedPolygonOutlineColor: outline, selectionPointColor: outline },
      }),
    ],
  });
  drawing.start();
  drawing.setMode("polygon");
  return drawing;
}

/** A theme change takes the style, and with it the tool's layers, away before the tool can. */
function stopDrawing(drawing: TerraDraw, map: MapLibreMap): void {
  try {
    drawing.stop();
  } catch {
    map.getCanvas().style.cursor = "";
  }
}

function show(drawing: TerraDraw, ring: Ring | null, map: MapLibreMap): void {
  drawing.clear();
  drawing.setMode("polygon");
  if (!ring) return;
  const geometry = { type: "Polygon" as const, coordinates: [ring] };
  const [added] = drawing.addFeatures([{ type: "Feature", geometry, properties: { mode: "polygon" } }]);
  if (added?.valid) reshape(drawing);
  const lons = ring.map(([lon]) => lon);
  const lats = ring.map(([, lat]) => lat);
  const box: [number, number, number, number] = [
    Math.min(...lons),
    Math.min(...lats),
    Math.max(...lons),
    Math.max(...lats),
  ];
  map.fitBounds(box, { padding: 60, maxZoom: 16, animate: false });
}

function reshape(drawing: TerraDraw): void {
  const area = drawing.getSnapshot().find((feature) => feature.properties.mode === "polygon");
  if (area?.id === undefined) return;
  drawing.setMode("select");
  drawing.selectFeature(area.id);
}

function drawnRing(drawing: TerraDraw): Ring | null {
  const area = drawing.getSnapshot().find((feature) => feature.properties.mode === "polygon");
  return area?.geometry.type === "Polygon" ? ((area.geometry.coordinates[0] ?? []) as Ring) : null;
}

/** The tool takes #rrggbb only. */
function hex(colour: string): `#${string}` {
  const [r = "0", g = "0", b = "0"] = colour.match(/[\d.]+/g) ?? [];
  return `#${[r, g, b].map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
}
