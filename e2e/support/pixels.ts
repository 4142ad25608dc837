import type { Page } from "@playwright/test";

/** How many pixels of the map have the colour of a level now (within the tolerance of antialiasing). */
export async function levelPixels(page: Page, level: 1 | 2 | 3 | 4): Promise<number> {
  const png = (await page.locator("canvas.maplibregl-canvas").screenshot()).toString("base64");
  return page.evaluate(countLevel, { png, level });
}

/** Runs in the page: it knows its own colours and can read a picture. */
async function countLevel({ png, level }: { png: string; level: number }): Promise<number> {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser cannot read a picture.");
  context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(`--color-level-${level}`);
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, picture.width, picture.height);
  let found = 0;
  for (let i = 0; i < data.length; i += 4) {
    const off = Math.abs((data[i] ?? 0) - r) + Math.abs((data[i + 1] ?? 0) - g) + Math.abs((data[i + 2] ?? 0) - b);
    if (off < 30) found += 1;
  }
  return found;
}
