export type Glyph =
  | 'live'
  | 'late'
  | 'stale'
  | 'demo'
  | 'snapshot'
  | 'empty'
  | 'failed'
  | 'not-built'
  | 'not-connected'
  | 'no-permission'
  | 'clash'
  | 'loading'

/** Data state as a neutral mark, 18 × 18; alarm hues are never used here. */
export function StateGlyph({ glyph }: { readonly glyph: Glyph }) {
  return (
    <svg className="glyph" viewBox="0 0 18 18" aria-hidden="true">
      {shapes(glyph)}
    </svg>
  )
}

function ring(colour: string, dash?: string) {
  return <circle cx="9" cy="9" r="6" fill="none" stroke={colour} strokeWidth="2" strokeDasharray={dash} />
}

function shapes(glyph: Glyph) {
  const neutral = 'var(--st-stale)'
  switch (glyph) {
    case 'live':
      return <circle cx="9" cy="9" r="6" fill="var(--st-live)" />
    case 'late':
      return (
        <>
          {ring('var(--st-late)')}
          <path d="M9 3a6 6 0 0 1 0 12z" fill="var(--st-late)" />
        </>
      )
    case 'stale':
      return (
        <>
          {ring(neutral)}
          <path d="M9 5.5V9h3" fill="none" stroke={neutral} strokeWidth="1.8" />
        </>
      )
    case 'demo':
      return (
        <g fill="none" stroke="var(--st-demo)" strokeWidth="1.6">
          <rect x="2" y="2" width="14" height="14" rx="2" />
          <path d="M3 11L11 3M4 15.4L15.4 4M9 15.6L15.6 9" />
        </g>
      )
    case 'snapshot':
      return (
        <g fill="none" stroke="var(--tx-3)" strokeWidth="1.6">
          <rect x="3" y="2.5" width="12" height="13" rx="1.5" />
          <path d="M6 6.5h6M6 9.5h6M6 12.5h3" />
        </g>
      )
    case 'failed':
      return <path d="M4 4l10 10M14 4L4 14" stroke="var(--tx-1)" strokeWidth="2.4" strokeLinecap="round" />
    case 'not-built':
      return (
        <g fill="none" stroke={neutral} strokeWidth="1.7">
          <rect x="2.5" y="2.5" width="13" height="13" strokeDasharray="3 2" />
          <path d="M3 15L15 3" />
        </g>
      )
    case 'not-connected':
      return (
        <g fill="none" stroke={neutral} strokeWidth="1.8" strokeLinecap="round">
          <path d="M2 9h4M12 9h4M6 5v8M12 5v8" />
        </g>
      )
    case 'no-permission':
      return (
        <g fill="none" stroke={neutral} strokeWidth="1.8">
          <rect x="3.5" y="8" width="11" height="8" rx="1.5" />
          <path d="M6 8V5.5a3 3 0 0 1 6 0V8" />
        </g>
      )
    case 'clash':
      return (
        <path
          d="M3 6h12M3 12h12M12 2L6 16"
          fill="none"
          stroke="var(--tx-1)"
          strokeWidth="2"
          strokeLinecap="round"
        />
      )
    default:
      return ring(neutral, '3 2.4')
  }
}
