// The door of the photos: pictures on posts, as private as the post they stand on.
export { EditPhotos, photosKept } from './pages/edit-photos.tsx';
export { PhotoFields } from './pages/photo-fields.tsx';
export { photoStrip } from './pages/photo-strip.ts';
export { describePhoto, dropPhoto, keepPhotos, type NewPhoto, type Photo, photosOf } from './photo.ts';
export { routes } from './routes.ts';
export { photosSent } from './sent.ts';
export { roomForPhotos } from './upload.ts';
