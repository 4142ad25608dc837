/** One place of the demo city: a short id, its names, where it is (WGS 84 degrees). */
export type Site = readonly [id: string, ko: string, en: string, lat: number, lon: number];
