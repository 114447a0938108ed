import { Ajv2020 } from 'ajv/dist/2020.js'

// Strict: a keyword it does not know is an error, not a pass. A record may require keys that it does not list one by one.
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, validateFormats: false })

const compiled = new WeakMap<object, ReturnType<typeof ajv.compile>>()

function validatorOf(schema: object) {
  const known = compiled.get(schema)
  if (known) return known
  // Schemas of one test share ids; the cache must not answer for another one.
  ajv.removeSchema()
  const validate = ajv.compile(schema)
  compiled.set(schema, validate)
  return validate
}

/** What of `value` breaks the JSON Schema, one line each, sorted. Compiled once for the same object. */
export function violations(schema: object, value: unknown): string[] {
  const validate = validatorOf(schema)
  if (validate(value)) return []
  return (validate.errors ?? [])
    .map(({ instancePath, message = '', params }) => {
      const field: unknown = params.missingProperty ?? params.additionalProperty ?? params.allowedValue
      return `${instancePath} ${message}${field === undefined ? '' : ` (${JSON.stringify(field)})`}`
    })
    .toSorted()
}
