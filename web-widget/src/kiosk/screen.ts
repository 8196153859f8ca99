import type { Theme } from '../settings/preferences';

/** How a terminal's screen hangs and looks: what the service cannot know, so its address says it. */
export interface Screen {
  /** Its colours; by default the system's. */
  readonly theme: Theme;
  /** How far its lower edge is from the floor, in cm. */
  readonly bottom: number | undefined;
  /** How high what it shows is, in cm. */
  readonly height: number | undefined;
}

/** Reads `scheme`, `bottom` and `height`; what is none of them, or makes no sense, counts as not said. */
export function screenOf(address: URLSearchParams): Screen {
  const scheme = address.get('scheme');
  return {
    theme: scheme === 'light' || scheme === 'dark' ? scheme : 'auto',
    bottom: centimetres(address.get('bottom')),
    height: centimetres(address.get('height')),
  };
}

/** The colours of a theme, on a system that is dark or not. */
export function schemeOf(theme: Theme, dark: boolean): 'light' | 'dark' {
  if (theme !== 'auto') return theme;
  return dark ? 'dark' : 'light';
}

function centimetres(text: string | null): number | undefined {
  return text && /^\d{1,3}$/.test(text) && Number(text) > 0 ? Number(text) : undefined;
}
