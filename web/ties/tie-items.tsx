import { Ban, Volume2, VolumeX } from 'lucide-react'
import { t } from '../language/words.ts'
import type { MenuItem } from '../ui/Menu.tsx'
import { block } from './block.ts'
import { mute } from './mute.ts'

/** What a menu offers against a person. */
export const tieItems = (handle: string, isMuted: boolean): MenuItem[] => [
  {
    label: isMuted
      ? t('Unmute {handle}', { handle: `@${handle}` })
      : t('Mute {handle}', { handle: `@${handle}` }),
    icon: isMuted ? <Volume2 size={18} aria-hidden="true" /> : <VolumeX size={18} aria-hidden="true" />,
    onSelect: () => mute(handle, !isMuted),
  },
  {
    label: t('Block {handle}', { handle: `@${handle}` }),
    icon: <Ban size={18} aria-hidden="true" />,
    isDangerous: true,
    onSelect: () => void block(handle),
  },
]
