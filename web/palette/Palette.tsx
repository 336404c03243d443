import './palette.css'
import { type KeyboardEvent, useId, useState } from 'react'
import { t } from '../language/words.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { type Command, matching } from './command.ts'
import { PaletteList } from './PaletteList.tsx'
import { usePalette } from './palette-store.ts'

interface Props {
  /** What there is to do on every page. */
  commands: readonly Command[]
  /** What there is to do with what is typed: asked for at each letter. */
  useFound: (typed: string) => readonly Command[]
}

/** A field in which one types where to go and what to do. Arrows choose, Enter does. */
export function Palette({ commands, useFound }: Props) {
  const id = useId()
  const close = usePalette((palette) => palette.close)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const shown = [...matching(commands, typed), ...useFound(typed)]
  const chosen = shown[Math.min(active, shown.length - 1)]

  const run = (command: Command | undefined) => {
    if (command === undefined) return
    // The page gets the focus back first: what is done may want it.
    close()
    setTimeout(command.run)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && shown.length > 0)
      setActive((Math.min(active, shown.length - 1) + step + shown.length) % shown.length)
    else if (event.key === 'Enter') run(chosen)
    else return
    event.preventDefault()
  }

  return (
    <Dialog isOpen onClose={close} labelledBy={`${id}-title`} className="palette">
      <h2 id={`${id}-title`} className="sr-only">
        {t('Go anywhere, do anything')}
      </h2>
      <input
        type="text"
        role="combobox"
        aria-label={t('Where to, or what to do')}
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen && `${id}-${chosen.id}`}
        data-autofocus
        className="palette-input"
        placeholder={t('Where to, or what to do?')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        dir="auto"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <PaletteList id={id} commands={shown} chosen={chosen} run={run} />
    </Dialog>
  )
}
