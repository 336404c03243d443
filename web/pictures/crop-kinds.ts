/** The pictures of a profile. */
export type ProfilePicture = 'avatar' | 'banner'

/** What is cut out of a picture for each. */
export const cropKinds = {
  avatar: { isRound: true, most: { width: 1024, height: 1024 } },
  banner: { isRound: false, most: { width: 1500, height: 500 } },
} as const satisfies Record<ProfilePicture, unknown>
