import { NewPassword } from '@mayfly/contract/sessions'
import { Check, Dot } from 'lucide-react'
import type { ComponentProps } from 'react'
import { rich } from '../language/rich.tsx'
import { say } from '../language/say.ts'
import { type Text, t } from '../language/words.ts'
import { PasswordInput } from './PasswordInput.tsx'
import { strengthOf } from './strength.ts'

const words: readonly [undefined, ...Text[]] = [
  undefined,
  'Strength: Weak',
  'Strength: Fair',
  'Strength: Good',
  'Strength: Strong',
]
const sentencesFor = (password: string) =>
  NewPassword.safeParse(password).error?.issues.map((issue) => issue.message) ?? []
const rules = sentencesFor('')

type Props = Omit<ComponentProps<typeof PasswordInput>, 'hint'> & { value: string }

/** A password to choose: the policy ticks itself off while it is typed, and a bar says how strong it is. */
export function NewPasswordInput({ value, ...input }: Props) {
  const unmet = sentencesFor(value)
  const strength = strengthOf(value)
  const spoken = words[strength]
  return (
    <div className="grid gap-2">
      <PasswordInput {...input} value={value} autoComplete="new-password" />
      <div className="strength" data-strength={strength} aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </div>
      <p className="sr-only" role="status">
        {spoken && t(spoken)}
      </p>
      <ul className="text-note text-ink2">
        {rules.map((rule) => (
          <Rule key={rule} isMet={!unmet.includes(rule)}>
            {say(rule)}
          </Rule>
        ))}
      </ul>
    </div>
  )
}

function Rule({ isMet, children }: { isMet: boolean; children: string }) {
  const Icon = isMet ? Check : Dot
  return (
    <li className="flex items-center gap-1.5">
      <Icon size={16} aria-hidden="true" className={isMet ? 'text-repost' : ''} />
      <span>
        {rich(isMet ? '<hidden>Done: </hidden>{rule}' : '<hidden>To do: </hidden>{rule}', {
          rule: children,
          hidden: (words) => <span className="sr-only">{words}</span>,
        })}
      </span>
    </li>
  )
}
