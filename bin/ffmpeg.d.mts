export function findFfmpeg(): string | undefined;
export function ensureFfmpeg(say?: (line: string) => void): string | undefined;
