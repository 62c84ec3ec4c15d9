async ({ png, at, path, size }) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width / 4, height: image.height / 4 });
  const pen = canvas.getContext("2d");
  pen.filter = "blur(0.8px)";
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const pixels = pen.getImageData(0, 0, canvas.width, canvas.height).data;
  const symbol = new Path2D(path), module = at.width / size / 4;
  let wrong = 0;
  for (let y = -4; y < size + 4; y += 1) for (let x = -4; x < size + 4; x += 1) {
    const [px, py] = [Math.floor(at.x / 4 + (x + 0.5) * module), Math.floor(at.y / 4 + (y + 0.5) * module)];
    const isDark = pixels[4 * (py * canvas.width + px)] < 128;
    wrong += isDark !== pen.isPointInPath(symbol, x + 0.5, y + 0.5);
  }
  return wrong;
}
