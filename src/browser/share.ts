// `<button data-share="/path" data-share-title data-share-text>` opens the phone's own share sheet.
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element && event.target.closest<HTMLElement>('[data-share]');
  if (!button) return;
  const { share = '', shareTitle, shareText } = button.dataset;
  // Closing the sheet without sharing is not an error.
  navigator
    // Without an address only the words are shared.
    .share({
      url: share ? new URL(share, location.href).href : undefined,
      title: shareTitle,
      text: shareText,
    })
    .catch(() => {});
});
