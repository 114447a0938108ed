/** Coordinate systems that a source or a map file may speak. Documents hold WGS-84; CGCS2000 equals it within a metre. */
export const COORDINATES = ['WGS-84', 'GCJ-02', 'BD-09', 'CGCS2000'] as const
export type CoordinateSystem = (typeof COORDINATES)[number]
