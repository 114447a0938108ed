const [OPEN, MINUS, ZERO, NINE, SPACE] = [0x5b, 0x2d, 0x30, 0x39, 0x20]

/** How many corners a GeoJSON file has, told from its bytes without reading it: brackets that open on a number. */
export function cornersIn(bytes: Uint8Array): number {
  let corners = 0
  let opened = false
  for (const byte of bytes) {
    if (byte === OPEN) opened = true
    else if (byte > SPACE) {
      if (opened && (byte === MINUS || (byte >= ZERO && byte <= NINE))) corners += 1
      opened = false
    }
  }
  return corners
}
