// Buttons that need a browser's ability stay hidden until it is known to be there (styles/base.css).
const root = document.documentElement;

root.dataset.js = '';
if ('share' in navigator) root.dataset.shareSheet = '';
