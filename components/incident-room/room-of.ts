/** Where an incident's page is. */
export const roomOf = (id: string): string => `/desk/incidents/${encodeURIComponent(id)}`;
