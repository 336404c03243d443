import { useState } from 'react'
import { config } from '../config.ts'
import { profileSources } from '../picture-address.ts'
import { avatarHue } from './avatar-hue.ts'

interface Props {
  person: { id: string; displayName: string; avatarId: string | null }
  /** 40 in lists, 44 in feeds, 96 on a profile; in pixels at the usual text size. */
  size?: number
  className?: string
}

/** A person's face: their picture, or their first letter on a colour of their own. The name always stands beside it. */
export function Avatar({ person, size = 44, className = '' }: Props) {
  const [shownId, setShownId] = useState<string | null>()
  const [failedId, setFailedId] = useState<string | null>()
  const hue = avatarHue(person.id)
  const style = {
    width: `${size / 16}rem`,
    height: `${size / 16}rem`,
    fontSize: `${size / 16 / 2.6}rem`,
    background: `linear-gradient(140deg, oklch(0.56 0.13 ${hue}), oklch(0.42 0.12 ${hue + 50}))`,
  }
  return (
    <span aria-hidden="true" className={`avatar ${className}`} style={style}>
      {shownId !== person.avatarId && firstLetter(person.displayName)}
      {person.avatarId !== null && person.avatarId !== failedId && (
        <img
          key={person.avatarId}
          {...profileSources(config.assetsOrigin, 'avatar', person.avatarId)}
          sizes={`${size / 16}rem`}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          onLoad={() => setShownId(person.avatarId)}
          onError={() => setFailedId(person.avatarId)}
        />
      )}
    </span>
  )
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function firstLetter(name: string): string {
  const [first] = segmenter.segment(name.trim())
  return first?.segment.toLocaleUpperCase() ?? ''
}
