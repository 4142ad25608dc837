/** The largest file that an incident takes, bytes: a photograph of a telephone, a few pages of PDF. */
export const MOST_FILE_BYTES = 10 * 1024 * 1024;
/** How many files one incident takes. */
export const MOST_FILES = 50;
/** What it may be, told by its first bytes and by nothing that its sender says. No format that a browser would run. */
export const fileTypes = ["image/jpeg", "image/png", "image/webp", "application/pdf", "text/plain"] as const;
export type FileType = (typeof fileTypes)[number];

export const isPicture = (type: string): boolean => type.startsWith("image/");

/** Where the bytes are sent to and read from. */
export const filesPath = (incidentId: string): string => `/api/v1/incidents/${encodeURIComponent(incidentId)}/files`;
export const filePath = (incidentId: string, fileId: string): string =>
  `${filesPath(incidentId)}/${encodeURIComponent(fileId)}`;
