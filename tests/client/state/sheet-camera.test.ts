import { describe, expect, it } from 'vitest';
import { fitCamera, frameRect, panCamera, zoomCamera } from '#client/state/sheet-camera.ts';

const FRAME = { width: 840, height: 540 };
const PAGE = { width: 400, height: 200 };

describe('fitCamera', () => {
  it('shows the whole page in the middle with free ground around', () => {
    // (840 - 40) / 400 = 2 pixels per millimetre
    expect(fitCamera(FRAME, PAGE)).toEqual({ zoom: 2, x: 20, y: 70 });
  });
});

describe('zoomCamera', () => {
  it('keeps what lies under the point, within limits', () => {
    const fit = fitCamera(FRAME, PAGE);
    const near = zoomCamera(fit, { factor: 3, point: [420, 270], fit });
    expect(near.zoom).toBe(6);
    expect((420 - near.x) / near.zoom).toBeCloseTo((420 - fit.x) / fit.zoom);
    expect(zoomCamera(fit, { factor: 1000, point: [0, 0], fit }).zoom).toBe(24);
    expect(zoomCamera(fit, { factor: 0.001, point: [0, 0], fit }).zoom).toBe(1);
  });
});

describe('panCamera', () => {
  it('leaves part of the page in the frame', () => {
    const fit = fitCamera(FRAME, PAGE);
    expect(panCamera(fit, [10, -5], { frame: FRAME, page: PAGE })).toEqual({ zoom: 2, x: 30, y: 65 });
    expect(panCamera(fit, [-9999, 9999], { frame: FRAME, page: PAGE })).toEqual({ zoom: 2, x: 40 - 800, y: 500 });
  });
});

describe('frameRect', () => {
  it('brings a panel into the middle', () => {
    const camera = frameRect({ x: 300, y: 50, width: 100, height: 50 }, { frame: FRAME });
    expect(350 * camera.zoom + camera.x).toBeCloseTo(420);
    expect(75 * camera.zoom + camera.y).toBeCloseTo(270);
  });
});
