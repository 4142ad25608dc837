/** Path of the bundle of `entry`, a path in the repository. */
export function bundled(entry: string): Promise<string>;
