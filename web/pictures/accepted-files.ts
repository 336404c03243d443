import { pictureTypes } from '@mayfly/contract/pictures'

/** What a file input offers. The phones' own format is in it: where the browser reads it, it is converted. */
export const acceptedFiles = [...pictureTypes, 'image/heic', 'image/heif', '.heic', '.heif'].join(',')
