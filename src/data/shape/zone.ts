/** `+08`, as PostgreSQL writes it, and `+0800`, as Java does, as `+08:00`. */
export const offsetOf = (zone: string): string =>
  zone.length === 3 ? `${zone}:00` : zone.replace(/(\d{2})(\d{2})$/, '$1:$2')
