import type { Usage } from './usage.ts'

/** What one person does in a month. Assumptions, not measurements: the reason stands beside each. */
const habits = {
  /** Two days of three, some days twice: whoever comes at all comes often, for what they came for is soon gone. */
  sessions: 20,
  /** A look at the feed, an answer, a few messages. */
  minutesASession: 8,
  /** Ten for the first page; then every page, like and minute of the feed asks a little. */
  requestsASession: 40,
  /** A browser asks once a day for each address; about half of the addresses are new to it. */
  preflightsARequest: 0.5,
  /** A page of 20 posts is 20 KB, most answers are far smaller. */
  answerBytes: 6_000,
  /** One in ten writes daily, most read. */
  posts: 6,
  /** Every second post has one, and who is new has an avatar. */
  photosAPost: 0.5,
  /** From a phone, as it is. */
  photoBytes: 3_000_000,
  /** The feed shows a photo every few posts, and a face with each; the browser keeps faces for a year. */
  pictureViewsASession: 30,
  /** Photos of 640 pixels are about 60 KB, faces 3 KB; one in two is a face. */
  pictureBytes: 30_000,
  /** A few conversations, one message every day. */
  messages: 30,
  /** The whole client once a release, the page itself each time. */
  siteRequestsASession: 5,
  siteBytes: 25_000,
  /** A code to sign up; one person in ten forgets a password. */
  mailsANewPerson: 1.1,
  /** A fifth of the people is new each month. */
  newPeople: 0.2,
  /** A post with its words, tags, likes and notifications, all indexes included. It lives for 30 days at the most. */
  bytesAPost: 10_000,
  /** The person, their follows and sessions. */
  bytesAPerson: 20_000,
} as const

const SYSTEM_GIGABYTES = 0.5
const GIGABYTE = 1e9

type Given = Pick<Usage, 'title' | 'size' | 'people' | 'releases'>

/** So many people with the same habits. */
export function usageOf(given: Given): Usage {
  const { people } = given
  const sessions = people * habits.sessions
  const requests = sessions * habits.requestsASession
  const posts = people * habits.posts
  const newPeople = people * habits.newPeople
  const activeMinutes = sessions * habits.minutesASession
  const bytes = posts * habits.bytesAPost + people * habits.bytesAPerson
  return {
    ...given,
    newPeople,
    sessions,
    activeMinutes,
    requests,
    preflights: requests * habits.preflightsARequest,
    answerBytes: habits.answerBytes,
    posts,
    photos: posts * habits.photosAPost + newPeople,
    photoBytes: habits.photoBytes,
    pictureViews: sessions * habits.pictureViewsASession,
    pictureBytes: habits.pictureBytes,
    messages: people * habits.messages,
    liveHours: activeMinutes / 60,
    siteRequests: sessions * habits.siteRequestsASession,
    siteBytes: habits.siteBytes,
    mails: newPeople * habits.mailsANewPerson,
    databaseGigabytes: SYSTEM_GIGABYTES + bytes / GIGABYTE,
  }
}
