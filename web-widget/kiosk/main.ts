import '../src/kiosk/kepu-kiosk';

/*
 * /kiosk?terminal=milu-hall-1&venue=milu&exhibit=milu-01&audience=child&locale=zh-CN&low
 * What a terminal is stands in its address, which only its operator sets.
 */
const place = new URLSearchParams(location.search);
const kiosk = document.createElement('kepu-kiosk');
for (const name of ['terminal', 'venue', 'exhibit', 'audience', 'locale'] as const) {
  const value = place.get(name);
  if (value) kiosk[name] = value;
}
kiosk.low = place.has('low') && place.get('low') !== 'false';
document.body.append(kiosk);
history.pushState(null, '', location.href); // the way back leads here
