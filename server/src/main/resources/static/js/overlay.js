// The small drawing over the camera's picture: what the coach takes for the body. Nothing of it is kept.

const BONES = [
  [11, 12], [23, 24], [11, 23], [12, 24], [7, 11], [8, 12],
  [11, 13], [13, 15], [12, 14], [14, 16],
  [23, 25], [25, 27], [24, 26], [26, 28], [27, 31], [28, 32],
];

export class Overlay {
  constructor(canvas) {
    this.canvas = canvas;
    this.pen = canvas.getContext("2d");
  }

  /** landmarks: 33 times x, y, z, visibility; x and y in 0..1 of the picture; null clears it. */
  draw(landmarks, aspect) {
    const width = this.canvas.clientWidth * Math.min(2, devicePixelRatio);
    if (width === 0) return;
    const height = width / aspect;
    if (this.canvas.width !== Math.round(width) || this.canvas.height !== Math.round(height)) {
      this.canvas.width = Math.round(width);
      this.canvas.height = Math.round(height);
    }
    const { pen } = this;
    pen.clearRect(0, 0, width, height);
    if (!landmarks) return;
    const x = (point) => landmarks[point * 4] * width;
    const y = (point) => landmarks[point * 4 + 1] * height;
    pen.lineCap = "round";
    for (const [colour, thick] of [["#17302b", 0.02], ["#8fd3c5", 0.01]]) {
      pen.strokeStyle = colour;
      pen.lineWidth = thick * width;
      pen.beginPath();
      for (const [from, to] of BONES) {
        pen.moveTo(x(from), y(from));
        pen.lineTo(x(to), y(to));
      }
      pen.stroke();
    }
  }
}
