import { generated } from '../../../../deploy/contract/schemas'

/** All that is published, worked out once for whatever looks at it. */
export const all = generated()
