import type { CodeKind } from './codes.ts'
import type { Mail } from './mailbox.ts'

export type CodeDelivery = { Destination: string; DeliveryMedium: 'EMAIL'; AttributeName: 'email' }

const wording: Record<CodeKind, { subject: string; body: (code: string) => string }> = {
  'sign-up': {
    subject: 'Confirm your e-mail address',
    body: (code) => `Welcome to Mayfly. Your code is ${code}. It is good for 24 hours.`,
  },
  reset: {
    subject: 'Choose a new password',
    body: (code) =>
      `Your code for a new Mayfly password is ${code}. It is good for one hour. If you did not ask for it, ignore this mail.`,
  },
  'new-email': {
    subject: 'Confirm your new e-mail address',
    body: (code) => `Your code for your new Mayfly address is ${code}. It is good for 24 hours.`,
  },
}

export function writeCodeMail(kind: CodeKind, to: string, code: string, now: Date): Mail {
  const { subject, body } = wording[kind]
  return { to, subject, body: body(code), code, sentAt: now.toISOString() }
}

/** Says where a code went, masked as Cognito does: `a***@e***`. */
export function describeDelivery(to: string): CodeDelivery {
  const [name = '', domain = ''] = to.split('@')
  const masked = `${name.slice(0, 1)}***@${domain.slice(0, 1)}***`
  return { Destination: masked, DeliveryMedium: 'EMAIL', AttributeName: 'email' }
}
