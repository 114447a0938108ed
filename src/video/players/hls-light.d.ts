declare module 'hls.js/light' {
  // The light build has the same interface and no declarations of its own.
  export { default } from 'hls.js'
}
