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

interface Look {
  icon: LucideIcon
  /** What they did, after their names; all there is to say where nobody did it. */
  did: (count: number) => string
  /** The one line that is left of it. */
  ash: string
}

/** How each kind of notification is shown. Its colour is in the style sheet. */
export const looks: Record<NotificationKind, Look> = {
  reply: { icon: MessageCircle, did: () => 'replied to your post', ash: 'A reply to you has faded' },
  mention: { icon: AtSign, did: () => 'mentioned you', ash: 'A post that mentions you has faded' },
  quote: { icon: Quote, did: () => 'quoted your post', ash: 'A quote of your post has faded' },
  like: { icon: Heart, did: () => 'liked your post', ash: 'Your post has faded, and its likes with it' },
  repost: {
    icon: Repeat2,
    did: () => 'reposted your post',
    ash: 'Your post has faded, and its reposts with it',
  },
  follow: {
    icon: UserPlus,
    did: (count) => (count === 1 ? 'follows you' : 'follow you'),
    ash: 'This was a month ago',
  },
  picture: { icon: ImageOff, did: () => "A picture of yours can't be used", ash: 'This was a day ago' },
  moderation: { icon: ShieldCheck, did: () => 'From the moderators', ash: 'This was a month ago' },
}
