import { Refusal } from '@mayfly/contract/refusal'
import type { Route } from '@mayfly/contract/route'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { say } from '../language/say.ts'
import { problemsOf } from './problems-of.ts'
import { sentenceFor } from './sentence-for.ts'
import { useWait } from './use-wait.ts'

type Texts = Record<string, string>

interface FormOptions<Values extends Texts> {
  initial: Values
  /** The contract's own schema: it says the same words here as on the server. */
  schema: Route['input']
  /** Sends it. Throws the server's refusal. */
  send: (values: Values) => Promise<void>
}

/**
 * A form that keeps what is typed, checks it with the contract, and shows the server's refusal at its fields.
 * After a refusal the focus goes to the first wrong field.
 */
export function useForm<Values extends Texts>({ initial, schema, send }: FormOptions<Values>) {
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<Texts>({})
  const [problem, setProblem] = useState<string>()
  const [isSending, setIsSending] = useState(false)
  const [refusals, setRefusals] = useState(0)
  const { wait, isOver, waitFor } = useWait()
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refusals])

  const refuse = (fields: Texts, sentence?: string) => {
    setErrors(fields)
    setProblem(sentence)
    setRefusals((count) => count + 1)
  }
  const set = (name: keyof Values & string, value: string) => {
    setValues((before) => ({ ...before, [name]: value }))
    setErrors(({ [name]: _, ...rest }) => rest)
  }
  const check = (name: keyof Values & string) => {
    const found = problemsOf(schema, values)[name]
    if (values[name] && found) setErrors((before) => ({ ...before, [name]: found }))
  }
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (isSending || wait > 0) return
    const found = problemsOf(schema, values)
    if (Object.keys(found).length > 0) return refuse(found)
    setProblem(undefined)
    setIsSending(true)
    try {
      await send(values)
    } catch (error) {
      const { own, rest } = split(error, values)
      refuse(own, rest)
      waitFor(error)
    } finally {
      setIsSending(false)
    }
  }
  const field = (name: keyof Values & string) => ({
    name,
    value: values[name] ?? '',
    error: errors[name],
    onChange: (event: { target: { value: string } }) => set(name, event.target.value),
    onBlur: () => check(name),
  })

  return {
    values,
    set,
    field,
    problem: isOver ? undefined : problem,
    isSending,
    /** Seconds until it may be sent again. */
    wait,
    submit,
    formProps: { ref: form, onSubmit: submit, noValidate: true },
  }
}

/** A refusal's words for this form's own fields; what else it says is for the form as a whole. */
function split(error: unknown, values: Texts): { own: Texts; rest: string | undefined } {
  const fields = error instanceof Refusal ? Object.entries(error.fields) : []
  const own = fields.filter(([name]) => name in values)
  const said = own.map(([name, sentence]) => [name, say(sentence)])
  return { own: Object.fromEntries(said), rest: own.length > 0 ? undefined : sentenceFor(error) }
}
