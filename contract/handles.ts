import * as z from 'zod/mini'
import { limits } from './limits.ts'

/** Names that would read as a part of the site, or as somebody who speaks for it. */
export const reservedHandles: ReadonlySet<string> = new Set(
  `about accessibility account admin administrator api app assets auth billing blog bookmarks compose confirm
  contact dev developer developers docs drafts explore feed feeds forgot gallery goodbye help home live login logout mail
  mailbox mayfly me messages mod moderation moderator moderators new news notifications null official photos post
  posts privacy profile register reset restore root search security settings signin signout signup site staff status
  support system tag tags team terms trends undefined uploads www`.split(/\s+/),
)

const shape = new RegExp(`^[a-z0-9_]{${limits.handleShortest},${limits.handleLongest}}$`)

/** Whether somebody could have this handle; reserved ones are not looked at. */
export const isHandleShaped = (text: string) => shape.test(text)

/** The name in an address: `@ada`. Unique, and the same in capitals. */
export const Handle = z.string('A handle is text.').check(
  z.trim(),
  z.toLowerCase(),
  z.regex(
    shape,
    `A handle has ${limits.handleShortest} to ${limits.handleLongest} of the letters a to z, digits and _.`,
  ),
  z.refine((handle) => !reservedHandles.has(handle), 'This handle is reserved. Please choose another one.'),
)

/** A handle to look somebody up by: any text, for nobody has an impossible one. */
export const AskedHandle = z.string().check(z.trim(), z.toLowerCase(), z.maxLength(200))
