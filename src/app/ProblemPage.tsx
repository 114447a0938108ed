import type { BootProblem } from './link-problem'
import styles from './ProblemPage.module.css'
import { words } from './words'

/** What stands in place of the wall when it cannot start: each wrong field by name, and a way out. */
export function ProblemPage({ problem }: { readonly problem: BootProblem }) {
  return (
    <main className={styles.page} data-problem>
      <h1>{problem.title}</h1>
      <ul>
        {problem.problems.slice(0, 12).map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <code>{field}</code>
            <span>{message}</span>
          </li>
        ))}
      </ul>
      {problem.problems.length > 12 && <p>{words.page.more(problem.problems.length - 12)}</p>}
      {problem.passing && <p role="status">{words.page.again}</p>}
      <nav aria-label={words.page.exits}>
        {problem.exits.map(({ label, search }) => (
          <a key={`${label} ${search}`} href={search === '' ? '?' : search}>
            {label}
          </a>
        ))}
      </nav>
    </main>
  )
}
