import { GROWING, grown, rowsIn } from '../unit/recipes/grown'
import { documentOf, recipes } from '../unit/recipes/recipe'

/** Prints what the answers of recipes at the size of a real system take from bytes to document, ms and MB. Judges nothing. */
export async function timeRecipes(): Promise<void> {
  for (const growing of GROWING) {
    const recipe = recipes.find(({ name }) => name === growing.name)
    if (!recipe) continue
    const answer = grown(recipe, growing, Math.round(growing.size / rowsIn(recipe, growing)))
    const start = performance.now()
    await documentOf(recipe, answer)
    const ms = Math.round(performance.now() - start)
    console.log(JSON.stringify({ recipe: recipe.name, rows: growing.size, MB: answer.length / 1e6, ms }))
  }
}
