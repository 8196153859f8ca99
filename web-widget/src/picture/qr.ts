import { svg, type SVGTemplateResult } from 'lit';
import qrcode from 'qrcode-generator';

/** How wide the white rim is that readers need, in modules; on white paper less will do. */
const RIM = 4;

/** A text as a code to scan, black on white. */
export function qrCode(text: string, label: string, rim = RIM): SVGTemplateResult {
  const qr = qrcode(0, 'M');
  qr.addData(text);
  qr.make();
  const size = qr.getModuleCount();
  let path = '';
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (qr.isDark(row, column)) path += `M${column + rim},${row + rim}h1v1h-1z`;
    }
  }
  const whole = size + 2 * rim;
  return svg`<svg role="img" aria-label=${label} viewBox="0 0 ${whole} ${whole}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${whole}v${whole}H0z"/><path fill="#000" d=${path}/></svg>`;
}
