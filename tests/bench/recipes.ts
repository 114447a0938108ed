import { GROWING, grown, rowsIn } from '../unit/recipes/grown'
import { documentOf, recipes } from '../unit/recipes/recipe'

/** Prints what recipes at the size of a real system take from bytes to document, ms, and the MB of their largest answer. Judges nothing. */
export async function timeRecipes(): Promise<void> {
  for (const growing of GROWING) {
    const recipe = recipes.find(({ name }) => name === growing.name)
    if (!recipe) continue
    const times = Math.floor(growing.size / rowsIn(recipe, growing))
    const [rows, pages] = [times * rowsIn(recipe, growing), grown(recipe, growing, times)]
    const start = performance.now()
    await documentOf(recipe, pages)
    const ms = Math.round(performance.now() - start)
    const MB = Math.max(...pages.map((page) => new TextEncoder().encode(page).length)) / 1e6
    console.log(JSON.stringify({ recipe: recipe.name, rows, pages: pages.length, MB, ms }))
  }
}
