import { useEffect, useState } from 'react'
import { openPicture } from './fit-picture.ts'
import { releaseImage } from './load-image.ts'

interface OpenedImage {
  image: HTMLImageElement | undefined
  /** Why it can't be opened, in a sentence. */
  problem: string | undefined
}

const nothing: OpenedImage = { image: undefined, problem: undefined }

/** A picked file as an image. */
export function useImage(file: File): OpenedImage {
  const [opened, setOpened] = useState(nothing)
  useEffect(() => {
    let isWanted = true
    setOpened(nothing)
    const opening = openPicture(file)
    opening.then(
      (image) => isWanted && setOpened({ image, problem: undefined }),
      (error: Error) => isWanted && setOpened({ image: undefined, problem: error.message }),
    )
    return () => {
      isWanted = false
      opening.then(releaseImage, () => undefined)
    }
  }, [file])
  return opened
}
