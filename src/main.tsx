import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { boot } from './app/boot'
import './styles/tokens.css'
import './styles/reset.css'

const root = document.getElementById('root')
if (root) {
  void boot(window.location.search, (input, init) => fetch(input, init)).then((result) => {
    createRoot(root).render(
      <StrictMode>
        <App result={result} />
      </StrictMode>,
    )
  })
}
