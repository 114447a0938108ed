/** Debian packages of the servers that are not here. */
export function missingPackages(): string[]
