import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type Mail, openMailbox } from './mailbox.ts'
import { mailboxPagePolicy, renderMailboxPage } from './mailbox-page.ts'

const siteUrl = 'http://localhost:5173'

function mailTo(to: string, changes: Partial<Mail> = {}): Mail {
  const body = 'Welcome to Mayfly. Your code is 123456.'
  return { to, subject: 'Confirm', body, code: '123456', sentAt: '2026-01-02T03:04:05.678Z', ...changes }
}

describe('the mailbox', () => {
  it('gives the newest mail first, of one address in any case or of all', () => {
    const mailbox = openMailbox()
    mailbox.put(mailTo('ada@example.org', { code: '111111' }))
    mailbox.put(mailTo('bob@example.org', { code: '222222' }))
    mailbox.put(mailTo('Ada@example.org', { code: '333333' }))
    expect(mailbox.list().map(({ code }) => code)).toEqual(['333333', '222222', '111111'])
    expect(mailbox.list('ADA@example.org').map(({ code }) => code)).toEqual(['333333', '111111'])
  })

  it('keeps the newest 200', () => {
    const mailbox = openMailbox()
    for (let number = 1; number <= 250; number += 1)
      mailbox.put(mailTo('ada@example.org', { code: String(number) }))
    expect(mailbox.list()).toHaveLength(200)
    expect(mailbox.list()[0]?.code).toBe('250')
  })
})

describe('the mailbox page', () => {
  it('shows each mail with its code, its address and its time', () => {
    const page = renderMailboxPage([mailTo('ada@example.org')], { siteUrl })
    expect(page).toContain('<p class="code">123456</p>')
    expect(page).toContain('To ada@example.org')
    expect(page).toContain('<time datetime="2026-01-02T03:04:05.678Z">2026-01-02 03:04 UTC</time>')
    expect(page).toContain(`href="${siteUrl}"`)
    expect(page).toContain('<html lang="en">')
  })

  it('shows whatever a mail holds inert', () => {
    const nasty = `"'><script>alert(1)</script>&amp;<img src=x onerror=alert(1)>`
    const mail = mailTo(nasty, { subject: nasty, body: nasty, code: nasty, sentAt: nasty })
    const page = renderMailboxPage([mail], { to: nasty, siteUrl: nasty })
    expect(page).not.toContain('<script')
    expect(page).not.toContain('<img')
    expect(page).not.toContain(`"'>`)
    expect(page).toContain('&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;&lt;img')
  })

  it('says what to do when there is no mail', () => {
    expect(renderMailboxPage([], { siteUrl })).toContain('No mail yet.')
  })

  it('needs nothing that its policy forbids', () => {
    const page = renderMailboxPage([mailTo('ada@example.org')], { to: 'ada@example.org', siteUrl })
    const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(mailboxPagePolicy).toContain(`style-src 'sha256-${hash}'`)
    expect(page).not.toMatch(/<script|style=| on\w+=|src=|http-equiv/)
  })
})
