import type { Settings } from '../../settings-schema.ts'

/** What people do in a month, and what the house is asked by it. Bytes are as sent. */
export interface Usage {
  title: string
  /** The size that is meant for it. */
  size: Settings['size']
  /** Who come at least once. */
  people: number
  /** Who sign up. */
  newPeople: number
  /** Visits, each with its pages, reads and writes. */
  sessions: number
  /** Minutes in which somebody's page asks for something. */
  activeMinutes: number
  /** By pages to the API. */
  requests: number
  /** Questions of browsers whether a page may ask at all. */
  preflights: number
  /** Of one answer of the API. */
  answerBytes: number
  posts: number
  /** Uploads: photos of posts, and now and then an avatar. */
  photos: number
  /** Of one upload. */
  photoBytes: number
  /** Pictures that browsers fetch from the CDN, avatars included. */
  pictureViews: number
  /** Of one picture as shown, on average. */
  pictureBytes: number
  messages: number
  /** How long connections for live events are open, all together. */
  liveHours: number
  /** Files of the client that browsers fetch from the CDN. */
  siteRequests: number
  /** Of one file, packed. */
  siteBytes: number
  /** Codes for sign-up, new passwords and new addresses. */
  mails: number
  /** Runs of the pipeline to the end. */
  releases: number
  /** The disk that Postgres uses. */
  databaseGigabytes: number
}
