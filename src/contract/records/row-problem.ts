/** Stands in the place of a row that could not even be mapped. */
export class RowProblem {
  constructor(
    readonly field: string,
    readonly message: string,
  ) {}
}
