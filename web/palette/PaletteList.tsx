import { useEffect } from 'react'
import { t } from '../language/words.ts'
import type { Command } from './command.ts'

interface Props {
  id: string
  commands: readonly Command[]
  chosen: Command | undefined
  run: (command: Command) => void
}

/** What the palette can do, each kind under its heading. */
export function PaletteList({ id, commands, chosen, run }: Props) {
  const chosenId = chosen && `${id}-${chosen.id}`
  useEffect(() => {
    if (chosenId) document.getElementById(chosenId)?.scrollIntoView({ block: 'nearest' })
  }, [chosenId])
  const groups = [...new Set(commands.map(({ group }) => group))]
  return (
    <div id={`${id}-list`} role="listbox" aria-label={t('Commands')} className="palette-list">
      {groups.map((group, place) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox has groups of options, not of form fields.
        <div key={group} role="group" aria-labelledby={`${id}-group-${place}`}>
          <p id={`${id}-group-${place}`} className="palette-group">
            {t(group)}
          </p>
          {commands
            .filter((command) => command.group === group)
            .map((command) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus.
              <div
                key={command.id}
                id={`${id}-${command.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={command === chosen}
                className="palette-option"
                onClick={() => run(command)}
              >
                {command.icon}
                <span dir="auto" className="truncate">
                  {command.label}
                </span>
              </div>
            ))}
        </div>
      ))}
    </div>
  )
}
