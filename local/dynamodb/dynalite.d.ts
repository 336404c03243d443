/** What of dynalite is used here: it checks a call and acts on a store that it is handed. */

declare module 'dynalite/actions/*.js' {
  const act: import('./engine.ts').EngineAction
  export = act
}

declare module 'dynalite/validations/index.js' {
  const validations: {
    /** Returns what of the input has a known type; mutates the input. */
    checkTypes: (input: object, types: object) => Record<string, unknown>
    checkValidations: (data: object, types: object, custom: unknown, store: object) => void
    validateAttributeValue: (value: object) => string | undefined
  }
  export = validations
}

declare module 'dynalite/validations/*.js' {
  const rules: import('./engine.ts').EngineRules
  export = rules
}

declare module 'dynalite/db/index.js' {
  const db: import('./engine.ts').EngineKeys
  export = db
}
