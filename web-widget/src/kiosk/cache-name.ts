/** What the caches are called that hold the page itself and what it answers from; no visitor writes into them. */
export const KEPT_CACHES = 'kepu-kiosk';
