// `<button data-share="/path" data-share-title data-share-text>` opens the phone's own share sheet.
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element && event.target.closest<HTMLElement>('[data-share]');
  if (!button) return;
  const { share = '', shareTitle, shareText } = button.dataset;
  // Closing the sheet without sharing is not an error.
  navigator
    .share({ url: new URL(share, location.href).href, title: shareTitle, text: shareText })
    .catch(() => {});
});
