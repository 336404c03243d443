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
  searchGraphemes: 50,
  photosInPost: 4,
  /** How much of a thread is read at once. */
  thread: { ancestors: 20, direct: 20, below: 3, depth: 4, replies: 100 },
  /** Further ones are text as any other. */
  mentionsInPost: 10,
  tagsInPost: 10,
  altGraphemes: 1_000,
  uploadBytes: 10 * 1024 * 1024,
  /** Forms to upload with, for one person. */
  uploadsAnHour: 60,
  displayNameGraphemes: 50,
  bioGraphemes: 200,
  handleShortest: 3,
  handleLongest: 20,
  emailLongest: 128,
  passwordShortest: 10,
  passwordLongest: 256,
  pageDefault: 20,
  pageLongest: 50,
} as const
