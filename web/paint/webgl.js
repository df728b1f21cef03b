// Draws the engine's triangles with WebGL 2 or 1. Keeps nothing but what the graphics card holds: after a lost context
// everything is built again from the engine's next frame.

const bytesPerVertex = 20;

const vertexShader = `
uniform vec4 u_view;
attribute vec2 a_position;
attribute vec2 a_texture;
attribute vec4 a_color;
varying vec2 v_texture;
varying vec4 v_color;
void main() {
  v_texture = a_texture;
  v_color = a_color;
  gl_Position = vec4(a_position * u_view.xy + u_view.zw, 0.0, 1.0);
}`;

const fragmentShader = `
precision mediump float;
uniform sampler2D u_sampler;
uniform float u_alpha_only;
varying vec2 v_texture;
varying vec4 v_color;
void main() {
  vec4 texel = texture2D(u_sampler, v_texture);
  texel.rgb = mix(texel.rgb, vec3(1.0), u_alpha_only);
  gl_FragColor = v_color * texel;
}`;

/** @typedef {WebGLRenderingContext | WebGL2RenderingContext} GL */

/** @param {HTMLCanvasElement} canvas @returns {GL | null} */
export function openContext(canvas) {
  const wanted = { alpha: false, antialias: false, depth: false, stencil: false, preserveDrawingBuffer: false };
  const gl = /** @type {GL | null} */ (canvas.getContext('webgl2', wanted) ?? canvas.getContext('webgl', wanted));
  return gl && !gl.isContextLost() ? gl : null;
}

/** Whether the processor does a graphics card's work. Some browsers do not tell. @param {GL} gl */
export function isSoftware(gl) {
  const told = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(told ? told.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer);
}

/** @param {GL} gl @param {number} kind @param {string} source */
function compile(gl, kind, source) {
  const shader = gl.createShader(kind);
  if (!shader) return null;
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
}

export class WebGLPainter {
  /** @param {GL} gl */
  constructor(gl) {
    this.gl = gl;
    /** @type {Map<number, {texture: WebGLTexture, alphaOnly: boolean}>} */
    this.textures = new Map();
    this.program = this.build();
    this.view = gl.getUniformLocation(this.program, 'u_view');
    this.alphaOnly = gl.getUniformLocation(this.program, 'u_alpha_only');
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    for (let attribute = 0; attribute < 3; ++attribute) gl.enableVertexAttribArray(attribute);
    gl.enable(gl.BLEND);
    gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  }

  build() {
    const { gl } = this;
    const program = gl.createProgram();
    const shaders = [compile(gl, gl.VERTEX_SHADER, vertexShader), compile(gl, gl.FRAGMENT_SHADER, fragmentShader)];
    if (!program || !shaders[0] || !shaders[1]) throw new Error('no shaders');
    for (const shader of shaders) if (shader) gl.attachShader(program, shader);
    ['a_position', 'a_texture', 'a_color'].forEach((name, at) => gl.bindAttribLocation(program, at, name));
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error('shaders do not link');
    gl.useProgram(program);
    return program;
  }

  /** @param {import('../engine/engine.js').Engine} engine */
  draw(engine) {
    const { gl } = this;
    const frame = engine.paint();
    for (const update of frame.textures) this.updateTexture(update);
    const { width, height } = gl.canvas;
    gl.disable(gl.SCISSOR_TEST);
    gl.viewport(0, 0, width, height);
    gl.clearColor(0, 0, 0, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    if (frame.commands.length === 0) return;
    gl.enable(gl.SCISSOR_TEST);
    const scaleX = 2 / frame.width;
    const scaleY = -2 / frame.height;
    gl.uniform4f(this.view, scaleX, scaleY, -1 - frame.left * scaleX, 1 - frame.top * scaleY);
    gl.bufferData(gl.ARRAY_BUFFER, frame.vertices, gl.STREAM_DRAW);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, frame.indices, gl.STREAM_DRAW);
    for (const command of frame.commands) this.drawCommand(frame, command);
  }

  forget() {
    const { gl, textures } = this;
    for (const { texture } of textures.values()) gl.deleteTexture(texture);
    textures.clear();
    gl.disable(gl.SCISSOR_TEST);
    gl.clear(gl.COLOR_BUFFER_BIT);
  }

  /** @param {import('../engine/engine.js').Frame} frame @param {import('../engine/engine.js').Command} command */
  drawCommand(frame, { indexOffset, indexCount, vertexOffset, texture, clip }) {
    const { gl } = this;
    const { width, height } = gl.canvas;
    const left = Math.max(Math.floor((clip[0] - frame.left) * frame.scale), 0);
    const top = Math.max(Math.floor((clip[1] - frame.top) * frame.scale), 0);
    const right = Math.min(Math.ceil((clip[2] - frame.left) * frame.scale), width);
    const bottom = Math.min(Math.ceil((clip[3] - frame.top) * frame.scale), height);
    const bound = this.textures.get(texture);
    if (right <= left || bottom <= top || !bound) return;
    gl.scissor(left, height - bottom, right - left, bottom - top);
    gl.bindTexture(gl.TEXTURE_2D, bound.texture);
    gl.uniform1f(this.alphaOnly, bound.alphaOnly ? 1 : 0);
    const start = vertexOffset * bytesPerVertex;
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, bytesPerVertex, start);
    gl.vertexAttribPointer(1, 2, gl.FLOAT, false, bytesPerVertex, start + 8);
    gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, bytesPerVertex, start + 16);
    gl.drawElements(gl.TRIANGLES, indexCount, gl.UNSIGNED_SHORT, indexOffset * 2);
  }

  /** @param {import('../engine/engine.js').TextureUpdate} update */
  updateTexture({ id, action, bytesPerPixel, textureWidth, textureHeight, x, y, width, height, pixels }) {
    const { gl } = this;
    const old = this.textures.get(id);
    const [create, change, destroy] = [1, 2, 3];
    if (action === destroy || (action === create && old)) {
      if (old) gl.deleteTexture(old.texture);
      this.textures.delete(id);
    }
    const format = bytesPerPixel === 1 ? gl.ALPHA : gl.RGBA;
    if (action === create) {
      const texture = gl.createTexture();
      if (!texture) return;
      this.textures.set(id, { texture, alphaOnly: bytesPerPixel === 1 });
      gl.bindTexture(gl.TEXTURE_2D, texture);
      for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T])
        gl.texParameteri(gl.TEXTURE_2D, side, gl.CLAMP_TO_EDGE);
      for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
        gl.texParameteri(gl.TEXTURE_2D, filter, gl.LINEAR);
      gl.texImage2D(gl.TEXTURE_2D, 0, format, textureWidth, textureHeight, 0, format, gl.UNSIGNED_BYTE, pixels);
    } else if (action === change && old) {
      gl.bindTexture(gl.TEXTURE_2D, old.texture);
      gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, format, gl.UNSIGNED_BYTE, pixels);
    }
  }
}
