interface IconButtonProps {
  readonly label: string
  readonly shortcut: string
  /** What is drawn on it, in a box of 24. */
  readonly path: string
  readonly className?: string | undefined
  readonly onPress?: () => void
  /** In place of a press: told when it is held and when it is let go. */
  readonly onHold?: (holds: boolean) => void
}

/** A button with a sign on it and its key, on a picture or under it. */
export function IconButton({ label, shortcut, path, className, onPress, onHold }: IconButtonProps) {
  const hold = onHold && {
    onPointerDown: () => onHold(true),
    onPointerUp: () => onHold(false),
    onPointerLeave: () => onHold(false),
    onPointerCancel: () => onHold(false),
  }
  return (
    <button
      type="button"
      className={className}
      aria-label={label}
      aria-keyshortcuts={shortcut}
      title={`${label} ${shortcut}`}
      onClick={onPress}
      onDoubleClick={(event) => event.stopPropagation()}
      {...hold}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path
          d={path}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
    </button>
  )
}
