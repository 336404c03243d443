/** Every limit that a person can meet, written once. Lengths are in graphemes: what a reader counts as one character. */
export const limits = {
  postGraphemes: 300,
  postBytes: 8_000,
  contentWarningGraphemes: 80,
  messageGraphemes: 1_000,
  /** Room for a thousand family emoji. */
  messageBytes: 26_000,
  /** People in a conversation, its starter included. */
  conversationPeople: 8,
  /** Unread messages are counted exactly up to here. */
  unreadMost: 999,
  /** Notifications, and who is behind each of them, are counted exactly up to here: one more than is shown. */
  notificationsMost: 100,
  searchGraphemes: 100,
  photosInPost: 4,
  /** How much of a thread is read at once. */
  thread: { ancestors: 20, direct: 20, below: 3, depth: 4, replies: 100 },
  /** Of how a post did over its life. */
  lifeParts: 48,
  /** Further ones are text as any other. */
  mentionsInPost: 10,
  tagsInPost: 10,
  altGraphemes: 1_000,
  uploadBytes: 10 * 1024 * 1024,
  displayNameGraphemes: 50,
  displayNameBytes: 1_300,
  bioGraphemes: 200,
  bioBytes: 5_200,
  reportWordsGraphemes: 500,
  handleShortest: 3,
  handleLongest: 20,
  /** For one person. */
  handleChangesADay: 3,
  /** So long a handle leads to who had it, and nobody else can take it. */
  formerHandleDays: 30,
  /** How many people are suggested at once. */
  suggestionsMost: 20,
  /** In one person's list. */
  mutedWords: 100,
  mutedWordGraphemes: 50,
  mutedWordBytes: 400,
  emailLongest: 128,
  passwordShortest: 10,
  passwordLongest: 256,
  /** A sign-in ends after so long, however often it is used. */
  sessionDays: 30,
  /** Where somebody is signed in at once; the place unused for longest is signed out. */
  sessionsMost: 50,
  /** How long somebody who leaves can think better of it. */
  deletionGraceDays: 7,
  pageDefault: 20,
  pageLongest: 50,
} as const

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** At most so many requests, in so many seconds from the first one on. */
export interface RateWindow {
  most: number
  seconds: number
}

/** Who is counted: a person on all their devices, a network address with everybody behind it, an e-mail address. */
export type RateSubject = 'person' | 'address' | 'email'

/** How often each kind of request may be made. A route says its kind; the shortest window comes first. */
export const rates = {
  write: {
    person: [
      { most: 60, seconds: MINUTE },
      { most: 1_000, seconds: DAY },
    ],
    address: [{ most: 600, seconds: MINUTE }],
  },
  upload: { person: [{ most: 60, seconds: HOUR }] },
  report: { person: [{ most: 20, seconds: HOUR }] },
  search: {
    person: [{ most: 120, seconds: MINUTE }],
    address: [{ most: 240, seconds: MINUTE }],
  },
  /** Whatever tries a password or a code, or has one sent. Cognito's own lockouts come on top. */
  'sign-in': {
    email: [{ most: 10, seconds: 10 * MINUTE }],
    address: [{ most: 20, seconds: 10 * MINUTE }],
  },
  /** How a session goes on and ends: every page that is opened asks once. */
  session: { address: [{ most: 600, seconds: 10 * MINUTE }] },
  /** What pages note by themselves: how far somebody has read. */
  note: { person: [{ most: 300, seconds: MINUTE }] },
  /** Reads are not counted. */
  read: {},
} as const satisfies Record<string, Partial<Record<RateSubject, readonly RateWindow[]>>>

export type RateName = keyof typeof rates
