// The build that this one is compared with: a fixed commit, made anew from the repository's own history.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The last build in which everything was one stage and the demo was part of the panels. */
export const BASE = '850ebb8'

const hasCommit = (root) => {
  try {
    execFileSync('git', ['cat-file', '-e', `${BASE}^{commit}`], { cwd: root, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Whether what is installed here is what the old build was made with. */
function sameLibraries(root, tree) {
  const { dependencies } = JSON.parse(readFileSync(join(tree, 'package.json'), 'utf8'))
  return Object.entries(dependencies).every(([name, version]) => {
    const file = join(root, 'node_modules', name, 'package.json')
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version
  })
}

/** Builds the base commit in a worktree of its own: `{ dist, remove }`, or null where the history does not reach back to it. */
export function buildBase(root, log) {
  if (!hasCommit(root)) return null
  const tree = join(mkdtempSync(join(tmpdir(), 'guancheng-base-')), 'tree')
  const run = (command, args, cwd) => execFileSync(command, args, { cwd, stdio: ['ignore', 2, 2] })
  const remove = () => {
    run('git', ['worktree', 'remove', '--force', tree], root)
    rmSync(join(tree, '..'), { recursive: true, force: true })
  }
  log(`building ${BASE}`)
  run('git', ['worktree', 'add', '--quiet', '--detach', tree, BASE], root)
  try {
    if (sameLibraries(root, tree)) symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
    else run('npm', ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'], tree)
    run('npx', ['vite', 'build'], tree)
  } catch (error) {
    remove()
    throw error
  }
  return { dist: join(tree, 'dist'), remove }
}
