// Ends the build with one line when Node.js is too old; the range is the one in package.json ("engines").
const [major, minor] = process.versions.node.split('.').map(Number);
const supported = (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major >= 24;

if (!supported) {
  console.error(
    `web-widget needs Node.js 20.19+, 22.13+ or 24+, but found ${process.version}: install a newer Node.js and put it on PATH.`,
  );
  process.exit(1);
}
