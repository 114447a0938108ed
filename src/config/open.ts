/**
 * What stands open beside the picture, as a link says it: why an exception was raised (by its id); the records it was found in; the
 * records that a figure counts (by its metric, then by fields: `rows:hotline_open:stage=sign&mode=auto`); one record (`row:hotline.work-order:1234`);
 * a year of a domain's records, narrowed by fields in the same way (`study:hotline:category=噪声扰民`); what needs somebody, all of it or of some domains or metrics
 * (`list:open:hotline,video_offline`); what was put aside, or is over and nobody noticed; the hand-over of the shift.
 */
export type Open =
  | 'list:open'
  | `list:open:${string}`
  | 'list:aside'
  | 'list:returned'
  | 'page:handover'
  | `why:${string}`
  | `evidence:${string}`
  | `rows:${string}`
  | `study:${string}`
  | `row:${string}:${string}`

/** Every such text, and no other. */
export const OPEN =
  /^(?:(study|why|evidence|rows|list|page)(?=:.{1,600}$):(.+)|row:([a-z-]+\.[a-z-]+):(.{1,80}))$/
