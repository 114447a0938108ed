import { Component, type ReactNode } from 'react'
import styles from './PanelFrame.module.css'
import { words } from './words'

interface Props {
  readonly title: string
  /** New data may be the cure, so a change of it tries again at once. */
  readonly attemptKey: unknown
  readonly children: ReactNode
}

interface State {
  readonly error: Error | null
  readonly key: unknown
}

const RETRY_MS = 15_000

/** One throwing panel never takes the wall down; it says what happened and tries again by itself. */
export class PanelBoundary extends Component<Props, State> {
  private timer: ReturnType<typeof setTimeout> | undefined
  override state: State = { error: null, key: this.props.attemptKey }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.attemptKey === state.key ? null : { key: props.attemptKey, error: null }
  }

  override componentDidUpdate(): void {
    clearTimeout(this.timer)
    if (this.state.error) this.timer = setTimeout(() => this.setState({ error: null }), RETRY_MS)
  }

  override componentDidMount(): void {
    this.componentDidUpdate()
  }

  override componentWillUnmount(): void {
    clearTimeout(this.timer)
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <div className={styles.notice} role="status" data-panel-error={error.name}>
        <b>{words.broken.title(this.props.title)}</b>
        <p>{error.message.slice(0, 120)}</p>
        <p>{words.broken.again}</p>
      </div>
    )
  }
}
