/** Published figures of this domain, most important first. */
export const FIGURES = ['video_channels', 'video_depts_connected']
