import './lib/older-browsers'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { boot } from './app/boot'
import { startDataThread } from './app/data-thread'
import { keepOwnText } from './app/own-text'
import { startOf } from './app/start'
import { noteLostStyles } from './lib/lost-styles'
import './styles/tokens.css'
import './styles/reset.css'
import './styles/forced-colors.css'
import './app/shell.css'

/** A wall that was switched on during an outage must not stay on the page that says so. */
const AGAIN_MS = 10_000

noteLostStyles()

const container = document.getElementById('root')
// What stands in index.html stays until there is something to put in its place; start.js has the word where it refused the browser.
if (container && document.documentElement.dataset['refused'] === undefined) {
  keepOwnText(container)
  const root = createRoot(container)
  const data = startDataThread()
  const start = async () => {
    const result = await boot(window.location.search, {
      fetch: (input, init) => fetch(input, init),
      judge: data.judge,
    })
    const begun = 'problem' in result ? result : await startOf(result.site, data.startThread)
    root.render(
      <StrictMode>
        <App start={begun} />
      </StrictMode>,
    )
    if ('problem' in result && result.problem.passing) setTimeout(() => void start(), AGAIN_MS)
  }
  void start()
}
