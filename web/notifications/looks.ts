import type { NotificationKind } from '@mayfly/contract/notifications'
import {
  AtSign,
  Heart,
  ImageOff,
  type LucideIcon,
  MessageCircle,
  Quote,
  Repeat2,
  ShieldCheck,
  UserPlus,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { rich } from '../language/rich.tsx'
import { type Text, t } from '../language/words.ts'

interface Look {
  icon: LucideIcon
  /** What they did, with their names in it, as far as somebody did it. */
  did: (who: ReactNode, count: number) => ReactNode
  /** The one line that is left of it. */
  ash: Text
}

/** How each kind of notification is shown. Its colour is in the style sheet. */
export const looks: Record<NotificationKind, Look> = {
  reply: {
    icon: MessageCircle,
    did: (who, count) => rich('{count, plural, other {{who} replied to your post}}', { who, count }),
    ash: 'A reply to you has faded',
  },
  mention: {
    icon: AtSign,
    did: (who) => rich('{who} mentioned you', { who }),
    ash: 'A post that mentions you has faded',
  },
  quote: {
    icon: Quote,
    did: (who, count) => rich('{count, plural, other {{who} quoted your post}}', { who, count }),
    ash: 'A quote of your post has faded',
  },
  like: {
    icon: Heart,
    did: (who) => rich('{who} liked your post', { who }),
    ash: 'Your post has faded, and its likes with it',
  },
  repost: {
    icon: Repeat2,
    did: (who, count) => rich('{count, plural, other {{who} reposted your post}}', { who, count }),
    ash: 'Your post has faded, and its reposts with it',
  },
  follow: {
    icon: UserPlus,
    did: (who, count) =>
      rich('{count, plural, one {{who} follows you} other {{who} follow you}}', { who, count }),
    ash: 'This was a month ago',
  },
  picture: {
    icon: ImageOff,
    did: () => t("A picture of yours can't be used"),
    ash: 'This was a day ago',
  },
  moderation: { icon: ShieldCheck, did: () => t('From the moderators'), ash: 'This was a month ago' },
}
