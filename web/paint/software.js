// Shows the engine's own pixels in a 2D canvas, where there is no WebGL or it was lost for good, and for figures in the
// document skin.

/** @param {HTMLCanvasElement} canvas @param {ImageData | null} picture */
export function showPicture(canvas, picture) {
  if (!picture) return;
  if (canvas.width !== picture.width) canvas.width = picture.width;
  if (canvas.height !== picture.height) canvas.height = picture.height;
  canvas.getContext('2d', { alpha: false, willReadFrequently: true })?.putImageData(picture, 0, 0);
}

export class SoftwarePainter {
  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.canvas = canvas;
  }

  /** @param {import('../engine/engine.js').Engine} engine */
  draw(engine) {
    showPicture(this.canvas, engine.raster());
  }

  forget() {
    this.canvas.getContext('2d')?.clearRect(0, 0, this.canvas.width, this.canvas.height);
  }
}
