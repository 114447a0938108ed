import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { boot } from './app/boot'
import './styles/tokens.css'
import './styles/reset.css'

/** A wall that was switched on during an outage must not stay on the page that says so. */
const AGAIN_MS = 10_000

const container = document.getElementById('root')
if (container) {
  const root = createRoot(container)
  const start = async () => {
    const result = await boot(window.location.search, (input, init) => fetch(input, init))
    root.render(
      <StrictMode>
        <App result={result} />
      </StrictMode>,
    )
    if ('problem' in result && result.problem.passing) setTimeout(() => void start(), AGAIN_MS)
  }
  void start()
}
