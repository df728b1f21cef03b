// Shows the engine's own pixels in a 2D canvas, where there is no WebGL or it was lost for good.

export class SoftwarePainter {
  /** @param {CanvasRenderingContext2D} context */
  constructor(context) {
    this.context = context;
  }

  /** @param {import('./engine.js').Engine} engine */
  draw(engine) {
    const { width, height } = this.context.canvas;
    if (width > 0 && height > 0) this.context.putImageData(engine.raster(width, height), 0, 0);
  }
}
